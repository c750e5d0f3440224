import { type Hook, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Env } from "hono";
import { invalidProblem } from "./invalid.ts";
import { Problem } from "./problem.ts";

/** An empty set of routes; contracts are chained onto it, so that the client knows their types. */
export function newRoutes(): OpenAPIHono {
  return new OpenAPIHono();
}

/** A value made by the protocol package: its type flows to the client, the document only names it. */
export function shape<Value>(name: string, description: string): z.ZodType<Value, Value> {
  return z.custom<Value>().openapi(name, { type: "object", description });
}

/** A JSON answer of a contract. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** A required JSON body of a contract. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

/** An id in a path. */
export const idParam = z.object({ id: z.uuid() });

/** Turns a failed check of a contract into a problem: an address that cannot exist, or values to correct. */
export const refuseInvalid: Hook<unknown, Env, string, unknown> = (result) => {
  if (result.success) return;
  if (result.target === "param") throw unknownId();
  throw invalidProblem(result.error, "data" in result ? result.data : undefined);
};

function unknownId(): Problem {
  return new Problem("id.unknown", 404, {
    message: "The id in the address is not one that exists.",
    action: "Use an id that the API gave you.",
  });
}

/** The methods that contracts have at this path, "GET". */
export function methodsAt({ openAPIRegistry }: OpenAPIHono, path: string): readonly string[] {
  return openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route" && patternOf(definition.route.path).test(path)
      ? [definition.route.method.toUpperCase()]
      : [],
  );
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+").replaceAll(".", "\\.")}$`);
}

/** The OpenAPI document of all contracts; every operation may also answer with a problem. */
export function answerOpenApi(app: OpenAPIHono, version: string) {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Stipple",
      version,
      description: "Plans, guides and looks after dermaroller treatment of hair loss at home.",
    },
    servers: [{ url: "/" }],
  });
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ["get", "put", "post", "patch", "delete"] as const) {
      const operation = path[method];
      if (operation) operation.responses = { ...operation.responses, default: problemAnswer };
    }
  }
  return document;
}

const problemAnswer = {
  description: "What stands in the way, and what to do (RFC 9457)",
  content: {
    "application/problem+json": {
      schema: {
        type: "object" as const,
        required: ["type", "title", "status", "detail", "code", "message", "action"],
        properties: {
          type: { type: "string" as const },
          title: { type: "string" as const },
          status: { type: "integer" as const },
          detail: { type: "string" as const },
          code: { type: "string" as const, description: "Stable, for programs" },
          message: { type: "string" as const, description: "What, with value and limit" },
          action: { type: "string" as const, description: "What to do, a sentence" },
        },
      },
    },
  },
};
