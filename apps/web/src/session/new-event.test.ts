import { instant, type SessionEvent } from "@stipple/protocol";
import { expect, test } from "vitest";
import { nextMoment } from "./new-event.ts";

test("an event is never written before the one it follows, even when the clock was set back", () => {
  const earlier = [
    { kind: "paused", id: "a", sessionId: "s", at: instant("2026-03-29T20:00:00Z") },
    { kind: "resumed", id: "b", sessionId: "s", at: instant("2026-03-29T20:00:05.5Z") },
  ] satisfies SessionEvent[];

  expect(nextMoment(earlier, instant("2026-03-29T19:00:00Z"))).toBe("2026-03-29T20:00:05.5Z");
  expect(nextMoment(earlier, instant("2026-03-29T20:01:00Z"))).toBe("2026-03-29T20:01:00Z");
});
