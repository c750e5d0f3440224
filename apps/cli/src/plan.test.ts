import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { now, openTreatment, runStipple, scenarioFile } from "./testing/run-stipple.ts";

const treatment = JSON.stringify(openTreatment);

function withChoices(choices: object): string {
  return JSON.stringify({ ...openTreatment, choices: { ...openTreatment.choices, ...choices } });
}

test("a plan is a sentence, its numbers with their rules, and every reason", () => {
  const { status, stdout } = runStipple(["plan", "-", ...now], treatment);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^0\.25 mm /);
  expect(stdout).toMatch(/Needle +0\.25 mm +\[/);
  expect(stdout).toContain("never under 72");
  expect(stdout).toContain("2026-03-08 20:00");
});

test("--json prints the plan itself: integer micrometres and moments in UTC", () => {
  const { status, stdout } = runStipple(["plan", "-", ...now, "--json"], treatment);
  const plan = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(plan.kind).toBe("plan");
  expect(plan.needle.rangeUm.value[1]).toBe(300);
  expect(plan.sessions[0].startsAt).toBe("2026-03-08T19:00:00Z");
});

test.each(["plan", "next", "guide"])(
  "%s reads the input of a scenario as its help says",
  (name) => {
    const moment = ["--now", "2026-02-27T09:00:00Z"];
    const { status, stdout } = runStipple([name, scenarioFile, ...moment]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      name === "next" ? "2026-03-01 20:00" : "Sundays and Wednesdays, crown",
    );
  },
);

test("a clinic's protocol at home is refused with 1 and a next step", () => {
  const { status, stdout } = runStipple(
    ["plan", "-", ...now, "--json"],
    withChoices({ protocolId: "article-clinic" }),
  );
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ kind: "refused" });
  expect(JSON.parse(stdout).nextStep).not.toBe("");
});

test("a time zone that does not exist is refused with an example", () => {
  const { status, stderr } = runStipple(["plan", "-"], withChoices({ timeZone: "Berlin" }));
  expect(status).toBe(2);
  expect(stderr).toContain('choices.timeZone is "Berlin"');
  expect(stderr).toContain("Europe/Berlin");
});

test("next counts 72 hours of elapsed time from the end of the last session", () => {
  const input = JSON.stringify({
    ...openTreatment,
    choices: { ...openTreatment.choices, firstOn: "2026-03-26" },
    history: [
      {
        startedAt: "2026-03-26T19:00:00Z",
        endedAt: "2026-03-26T19:18:00Z",
        needleLengthUm: 250,
        zones: ["vertex"],
        setting: "home",
      },
    ],
  });
  const words = ["next", "-", "--now", "2026-03-27T08:00:00Z"];
  const { status, stdout } = runStipple([...words, "--json"], input);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).earliest).toBe("2026-03-29T19:18:00Z");
  expect(runStipple(words, input).stdout).toContain("2026-03-29 21:18 (Europe/Berlin)");
});

test("guide prints the whole session in order and ends closed", () => {
  const { status, stdout } = runStipple(["guide", "-", ...now, "--json"], treatment);
  const kinds: string[] = JSON.parse(stdout).map(({ kind }: { kind: string }) => kind);
  expect(status).toBe(0);
  expect(kinds.slice(0, 8)).toEqual(Array(8).fill("gate"));
  expect(kinds.at(-1)).toBe("closed");
  expect(kinds.filter((kind) => kind === "clean")).toHaveLength(4);
  expect(kinds.indexOf("roll")).toBe(8);
});

test("guide --events says where a session stands: a sore scalp closes it before the first stroke", () => {
  const sessionId = "00000000-0000-4000-8000-000000000001";
  const event = (number: number, body: object) => ({
    id: `00000000-0000-4000-8000-00000000001${number}`,
    sessionId,
    at: `2026-03-08T19:00:0${number}Z`,
    ...body,
  });
  const { sections } = JSON.parse(runStipple(["plan", "-", ...now, "--json"], treatment).stdout);
  const file = writeJson([
    event(0, {
      kind: "started",
      deviceId: "00000000-0000-4000-8000-000000000002",
      needleLengthUm: 250,
      setting: "home",
      zones: ["vertex"],
      sectionIds: sections.map(({ id }: { id: string }) => id),
      timeZone: "Europe/Berlin",
    }),
    event(1, { kind: "gate-answered", check: "feels-well-no-red-flags", answer: "yes" }),
    event(2, { kind: "gate-answered", check: "skin-calm", answer: "no" }),
  ]);
  const words = ["guide", "-", ...now, "--events", file];
  const { status, stdout } = runStipple([...words, "--json"], treatment);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).step).toMatchObject({ kind: "blocked", check: "skin-calm" });
  expect(runStipple(words, treatment).stdout).toMatch(/^Blocked: /);
});

function writeJson(value: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), "stipple-guide-")), "events.json");
  writeFileSync(file, JSON.stringify(value));
  return file;
}
