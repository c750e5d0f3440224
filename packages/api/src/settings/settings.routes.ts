import { createRoute, z } from "@hono/zod-openapi";
import { isTimeZone } from "@stipple/protocol";
import type { Host } from "../host.ts";
import { body, json, newRoutes } from "../openapi.ts";
import { isLocale, readSettings, saveSettings } from "./settings.queries.ts";

export const settingsSchema = z
  .strictObject({
    timeZone: z
      .string()
      .max(60)
      .refine(isTimeZone, { error: "must be an IANA time zone such as Europe/Berlin" }),
    locale: z
      .string()
      .max(35)
      .refine(isLocale, { error: "must be a language tag such as en or pt-BR" }),
    /** 1 Monday … 7 Sunday. */
    weekStartsOn: z.int().min(1).max(7),
    lengthUnit: z.literal("mm"),
    theme: z.enum(["auto", "light", "dark"]),
    speech: z.boolean(),
    sound: z.boolean(),
    vibration: z.boolean(),
    autoAdvance: z.boolean(),
    discreetTitles: z.boolean(),
    topicalTiming: z.enum(["wait-24h", "article-window"]),
  })
  .openapi("Settings");
export type Settings = z.infer<typeof settingsSchema>;

const readContract = createRoute({
  method: "get",
  path: "/api/settings",
  summary: "How the app shows and says things",
  responses: { 200: json(settingsSchema, "Settings, or the defaults") },
});

const saveContract = createRoute({
  method: "put",
  path: "/api/settings",
  summary: "Save all settings",
  request: { body: body(settingsSchema) },
  responses: { 200: json(settingsSchema, "Saved") },
});

export function settingsRoutes(host: Host) {
  return newRoutes()
    .openapi(readContract, async (c) => {
      return c.json(await readSettings(host, c.req.header("accept-language")), 200);
    })
    .openapi(saveContract, async (c) => {
      const settings = c.req.valid("json");
      await saveSettings(host, settings);
      return c.json(settings, 200);
    });
}
