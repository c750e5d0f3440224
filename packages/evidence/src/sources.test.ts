import { expect, test } from "vitest";
import { sources } from "./sources.ts";

const entries = Object.entries(sources);

test.each(entries)("%s can be found again: an address, an identifier, or a note", (id, source) => {
  expect(source.title.trim()).not.toBe("");
  const standsByItself = source.access === "from-memory";
  const isFindable = Boolean(source.url ?? source.doi ?? source.pmid ?? source.note);
  expect({ id, isFindable: isFindable || standsByItself }).toEqual({ id, isFindable: true });
});

test("identifiers are written without their address, and addresses are web addresses", () => {
  for (const [, { doi, pmid, url }] of entries) {
    if (doi !== undefined) expect(doi).toMatch(/^10\.\d{4,}\/\S+$/);
    if (pmid !== undefined) expect(pmid).toMatch(/^\d{7,8}$/);
    if (url !== undefined) expect(url).toMatch(/^https?:\/\/\S+$/);
  }
});

test("no two sources share an identifier", () => {
  const identifiers = entries.flatMap(([, { doi, pmid, url }]) =>
    [doi, pmid, url].filter((identifier) => identifier !== undefined),
  );
  const seenTwice = identifiers.filter((id, index) => identifiers.indexOf(id) !== index);
  expect(seenTwice).toEqual([]);
});

test("lay pages count as weak, and only they and copies do", () => {
  const strongLay = entries.filter(([, { kind, weak }]) => kind === "lay" && !weak);
  expect(strongLay).toEqual([]);
});

test("the article is the clinic's text of 2019", () => {
  expect(sources["article-2019"]).toMatchObject({
    kind: "article",
    year: 2019,
    title: "Dermaroller Treatment for Hair Loss",
  });
});
