import { sources } from "@stipple/evidence";
import { describe, expect, test } from "vitest";
import { allRules } from "./rules.ts";
import { statements } from "./statements.ts";

/** Words that promise; and the article's claims that are never repeated as fact. */
const promises = /guarantee|\bcures?\b|no side effects|no risk|safe for everyone|regrow your hair/i;

describe("the 47 statements of the article", () => {
  test("stand in order, S1 to S47", () => {
    expect(statements.map(({ id }) => id)).toEqual(
      Array.from({ length: 47 }, (_, index) => `S${index + 1}`),
    );
  });

  test.each(statements)("$id says what Stipple does, on sources that exist", (statement) => {
    expect(statement.whatStippleDoes).toMatch(/^[A-Z].*\.$/);
    expect(statement.says).toMatch(/^[A-Z0-9].*\.$/);
    expect(statement.sources.filter((id) => !(id in sources))).toEqual([]);
    const isJudged = statement.verdict === "disagrees" || statement.verdict === "nuance";
    if (isJudged) expect(statement.sources).not.toEqual([]);
  });

  test.each(statements.filter(({ kind }) => kind === "instruction"))(
    "$id is an instruction, and a rule decides it: $says",
    ({ id }) => {
      const deciding = allRules.filter(({ article }) => article?.place.statements.includes(id));
      expect(deciding.map((rule) => rule.id)).not.toEqual([]);
    },
  );

  test("the claims that are never repeated are the ones the literature does not carry", () => {
    const superseded = statements.filter(({ supersededClaim }) => supersededClaim);
    expect(superseded.map(({ id }) => id)).toEqual([
      "S7",
      "S13",
      "S19",
      "S20",
      "S23",
      "S26",
      "S44",
      "S45",
      "S46",
    ]);
    expect(superseded.filter(({ verdict }) => verdict === "agrees")).toEqual([]);
  });
});

const sectionOf = new Map(statements.map(({ id, section }) => [id, section]));

describe("every rule", () => {
  test("has an id of its own", () => {
    const ids = allRules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(allRules)("$id names its sources and the article's statements rightly", (rule) => {
    expect(rule.policy.sources.filter((id) => !(id in sources))).toEqual([]);
    expect(rule.policy.sources).not.toEqual([]);
    expect(rule.reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);

    const { section, statements: named = [] } = rule.article?.place ?? {};
    expect(named.map((id) => sectionOf.get(id))).toEqual(named.map(() => section));
    if (rule.verdict === "not-in-article") expect(rule.article).toBeUndefined();
  });

  test.each(allRules)("$id promises nothing", ({ reason, policy, decides }) => {
    for (const text of [reason, policy.says, decides]) {
      expect(text).not.toMatch(promises);
      expect(text.trim()).not.toBe("");
    }
  });
});
