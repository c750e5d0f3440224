import type { Assessment, NextSession, NoNextSession } from "@stipple/protocol";
import { hc } from "hono/client";
import { expectTypeOf, test } from "vitest";
import type { AppType } from "./app.ts";
import type { Today } from "./today/today.ts";

const client = hc<AppType>("http://localhost:4870");
type Answer<Call extends (...input: never[]) => Promise<{ json(): Promise<unknown> }>> = Awaited<
  ReturnType<Awaited<ReturnType<Call>>["json"]>
>;

test("what the client reads fits the protocol's types, optional keys included", () => {
  expectTypeOf<Answer<typeof client.api.today.$get>>().toExtend<Today>();
  expectTypeOf<Answer<typeof client.api.moves.$post>>().toExtend<NextSession | NoNextSession>();
  expectTypeOf<
    Answer<typeof client.api.assessments.latest.$get>["assessment"]
  >().toExtend<Assessment>();
  expectTypeOf<Answer<typeof client.api.today.$get>["days"]>().not.toBeAny();
});

test("what the client sends is checked against the contract", () => {
  type Sent = Parameters<(typeof client.api.sessions)[":id"]["events"]["$post"]>[0];
  expectTypeOf<Sent["json"]["events"][number]>().toHaveProperty("kind");
  expectTypeOf<Sent["param"]>().toEqualTypeOf<{ id: string }>();
});
