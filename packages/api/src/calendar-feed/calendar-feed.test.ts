import { addHours, instant, isoDate } from "@stipple/protocol";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { expect, test } from "vitest";
import { sundayChoices, testId } from "../testing/course.ts";
import { lintIcal } from "../testing/ical-lint.ts";
import { testApi, testOrigin } from "../testing/test-host.ts";
import { treatedApi } from "../testing/treated-api.ts";
import type { CalendarEntry } from "./calendar-feed.queries.ts";
import { icalText } from "./ical-text.ts";

type Api = Awaited<ReturnType<typeof treatedApi>>;

async function subscribe(api: Pick<Api, "send">): Promise<{ id: string; path: string }> {
  const { status, json } = await api.send("POST", "/api/calendar-feed");
  expect(status).toBe(201);
  return json;
}

async function read(api: Pick<Api, "app">, path: string, headers: Record<string, string> = {}) {
  const response = await api.app.request(`${testOrigin}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

interface Event {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
}

function eventsByIcalJs(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
      summary: event.summary,
    };
  });
}

function eventsByNodeIcal(text: string) {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((entry) =>
    entry?.type === "VEVENT"
      ? [{ uid: entry.uid, start: entry.start.toISOString(), end: entry.end?.toISOString() }]
      : [],
  );
}

/** Sundays at 20:00 in a zone, 24 of them from the middle of October: over both changes of the clock. */
async function overTwoClockChanges(timeZone: string) {
  const firstOn = isoDate("2026-10-18");
  const choices = { ...sundayChoices, firstOn, timeZone };
  const api = await treatedApi({ now: "2026-10-18T01:00:00Z", choices });
  const { path } = await subscribe(api);
  return { api, path, text: (await read(api, path)).text };
}

test.each([
  [
    "Europe/Berlin",
    ["2026-10-18T18:00", "2026-10-25T19:00", "2027-03-21T19:00", "2027-03-28T18:00"],
  ],
  [
    "America/New_York",
    ["2026-10-26T00:00", "2026-11-02T01:00", "2027-03-08T01:00", "2027-03-15T00:00"],
  ],
  [
    "Asia/Calcutta",
    ["2026-10-18T14:30", "2026-10-25T14:30", "2027-03-21T14:30", "2027-03-28T14:30"],
  ],
])(
  "two independent readers find 20:00 in %s before and after both changes of the clock",
  async (zone, moments) => {
    const { text } = await overTwoClockChanges(zone);
    const byIcalJs = eventsByIcalJs(text);
    const starts = byIcalJs.map(({ start }) => start);
    for (const moment of moments) expect(starts).toContain(`${moment}:00.000Z`);
    expect(byIcalJs.map(({ uid, start, end }) => ({ uid, start, end }))).toEqual(
      eventsByNodeIcal(text),
    );
    expect(lintIcal(text)).toEqual([]);
  },
);

test("the sessions of a plan stand in the calendar at the moments the schedule gives", async () => {
  const { api, text } = await overTwoClockChanges("Europe/Berlin");
  const events = eventsByIcalJs(text);
  const { json: current } = await api.send("GET", "/api/plans/current");
  const planned: string[] = current.plan.sessions.map(({ startsAt }: { startsAt: string }) =>
    new Date(startsAt).toISOString(),
  );
  expect(events.map(({ start }) => start)).toEqual(planned);
  expect(planned).toHaveLength(24);
  expect(events[0]).toMatchObject({
    uid: `${current.id}-1@stipple`,
    sequence: 0,
    status: "CONFIRMED",
  });
});

test("every session reminds half an hour before, by a neutral title", async () => {
  const { text } = await overTwoClockChanges("Europe/Berlin");
  expect(text.match(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M/g)?.length).toBe(
    text.match(/BEGIN:VEVENT/g)?.length,
  );
  expect(new Set(eventsByIcalJs(text).map(({ summary }) => summary))).toEqual(
    new Set(["Stipple: Sunday 20:00"]),
  );
  expect(text).not.toMatch(/roll|needle|hair|scalp|vertex|crown|minoxidil/i);
});

test("without neutral titles a session is called one", async () => {
  const api = await treatedApi();
  const { json: settings } = await api.send("GET", "/api/settings");
  await api.send("PUT", "/api/settings", { ...settings, discreetTitles: false });
  const { path } = await subscribe(api);
  expect(eventsByIcalJs((await read(api, path)).text)[0]?.summary).toBe("Stipple session");
});

test("a moved session keeps its identity and its sequence rises, and the ones after it follow", async () => {
  const api = await treatedApi();
  const { path } = await subscribe(api);
  const [before] = eventsByIcalJs((await read(api, path)).text);
  await api.send("POST", "/api/moves", { number: 1, to: "2026-11-23T18:00:00Z" });
  const [after] = eventsByIcalJs((await read(api, path)).text);
  expect(after).toMatchObject({ uid: before?.uid, sequence: 1, start: "2026-11-23T18:00:00.000Z" });
  expect(eventsByIcalJs((await read(api, path)).text)[0]?.sequence).toBe(1);
});

test("held sessions are cancelled, not lost, and come back with a higher sequence", async () => {
  const api = await treatedApi();
  const { path } = await subscribe(api);
  const planned = eventsByIcalJs((await read(api, path)).text);
  await api.send("POST", "/api/holds", { id: testId(0xb1), says: "Pause" });
  const held = eventsByIcalJs((await read(api, path)).text);
  expect(held.map(({ uid }) => uid)).toEqual(planned.map(({ uid }) => uid));
  expect(new Set(held.map(({ status }) => status))).toEqual(new Set(["CANCELLED"]));

  await api.send("POST", `/api/holds/${testId(0xb1)}/clear`, { doctorCleared: false });
  const { text } = await read(api, path);
  expect(eventsByIcalJs(text)[0]).toMatchObject({ status: "CONFIRMED", sequence: 2 });
  expect(lintIcal(text)).toEqual([]);
});

test("a new plan cancels the sessions of the old one", async () => {
  const api = await treatedApi();
  const { path } = await subscribe(api);
  const old = eventsByIcalJs((await read(api, path)).text);
  await api.send("POST", "/api/plans", { choices: { ...sundayChoices, timeOfDay: "07:30" } });
  const events = eventsByIcalJs((await read(api, path)).text);
  const statusOf = new Map(events.map(({ uid, status }) => [uid, status]));
  expect(old.map(({ uid }) => statusOf.get(uid))).toEqual(old.map(() => "CANCELLED"));
  expect(events.filter(({ status }) => status === "CONFIRMED")).toHaveLength(old.length);
});

test("an unchanged calendar answers 304 to its ETag, and a changed one does not", async () => {
  const api = await treatedApi();
  const { path } = await subscribe(api);
  const first = await read(api, path);
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(first.headers.get("cache-control")).toMatch(/^private/);

  api.wait(0.2);
  const again = await read(api, path, { "if-none-match": `"other", W/${etag}` });
  expect(again).toMatchObject({ status: 304, text: "" });
  await api.send("POST", "/api/holds", { id: testId(0xb1), says: "Pause" });
  expect((await read(api, path, { "if-none-match": etag })).status).toBe(200);
});

test("the address is shown once, kept as a hash, and closed for good when revoked", async () => {
  const api = await treatedApi();
  const { id, path } = await subscribe(api);
  const token = /^\/calendar\/([\w-]{43})\.ics$/.exec(path)?.[1] ?? "";
  expect(token).toHaveLength(43);
  const rows = api.sqlite.prepare("select * from calendar_feed").all();
  expect(JSON.stringify(rows)).not.toContain(token);

  await read(api, path);
  expect((await api.send("GET", "/api/calendar-feed")).json.feeds).toMatchObject([
    { id, lastReadAt: "2026-11-22T18:00:00Z" },
  ]);
  expect((await api.send("DELETE", `/api/calendar-feed/${id}`)).status).toBe(204);
  expect((await read(api, path)).status).toBe(404);
  expect((await api.send("GET", "/api/calendar-feed")).json.feeds[0]).toHaveProperty("revokedAt");
  expect((await api.send("DELETE", `/api/calendar-feed/${testId(1)}`)).status).toBe(404);
});

test("before there is a plan the calendar is empty and still valid", async () => {
  const api = await testApi();
  const { path } = await subscribe(api);
  const { status, text } = await read(api, path);
  expect(status).toBe(200);
  expect(eventsByIcalJs(text)).toEqual([]);
  expect(lintIcal(text)).toEqual([]);
});

test("the lint finds what lenient readers accept", () => {
  const broken =
    "BEGIN:VCALENDAR\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;TZID=A/B:1\r\nEND:VCALENDAR";
  const faults = lintIcal(broken).join("; ");
  expect(faults).toContain("bare CR or LF");
  expect(faults).toContain("does not end in CRLF");
  expect(faults).toContain("no VTIMEZONE for A/B");
  expect(faults).toContain("VEVENT has no UID");
  expect(lintIcal(`X:${"é".repeat(40)}\r\n`).join()).toContain("75 octets");
});

/** Every five days and an hour, so that all hours of the day and all weeks of the year come up. */
function entriesOverTwoYears(): CalendarEntry[] {
  return Array.from({ length: 146 }, (_, index) => {
    const starts_at = addHours(instant("2028-01-01T00:00:00Z"), index * (5 * 24 + 1));
    return {
      plan_id: "plan",
      number: index + 1,
      starts_at,
      ends_at: addHours(starts_at, 0.5),
      sequence: 0,
      status: "confirmed",
      changed_at: starts_at,
    };
  });
}

test.each([
  "Africa/Casablanca",
  "America/Santiago",
  "Asia/Calcutta",
  "Asia/Gaza",
  "Asia/Jerusalem",
  "Antarctica/Troll",
  "Australia/Lord_Howe",
  "Europe/Dublin",
  "UTC",
])(
  "in %s, whatever rule its clock follows, every start is read as the moment meant",
  (timeZone) => {
    const entries = entriesOverTwoYears();
    const text = icalText({ entries, timeZone, discreet: true });
    expect(lintIcal(text)).toEqual([]);
    const meant = entries.map(({ starts_at }) => new Date(starts_at).toISOString());
    expect(eventsByIcalJs(text).map(({ start }) => start)).toEqual(meant);
  },
);

test.each(["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])(
  "a start at %s, when the clock in Berlin shows 02:30 twice, is written in UTC",
  (moment) => {
    const [first] = entriesOverTwoYears();
    if (!first) throw new Error("There are entries.");
    const starts_at = instant(moment);
    const entries = [{ ...first, starts_at, ends_at: addHours(starts_at, 0.5) }];
    const text = icalText({ entries, timeZone: "Europe/Berlin", discreet: true });
    expect(text).toContain(`DTSTART:${moment.replaceAll(/[-:]/g, "")}`);
    expect(lintIcal(text)).toEqual([]);
  },
);
