import type { AppType } from "@stipple/api";
import { hc } from "hono/client";
import { readProblem, serverAway } from "./problem.ts";

/** Fetches from our own server; what is not a good answer is thrown as a `ProblemError`. */
async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init).catch(() => undefined);
  if (response === undefined) throw serverAway();
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** The API, typed by the server's own routes. */
export const { api } = hc<AppType>("/", { fetch: send });

/** Sends one request by its path, for callers that keep requests to send them later. */
export async function request<Answer>(
  method: "GET" | "PUT" | "POST" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await send(path, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** Sends a piece of a file by its path, for callers that send files they can go on with later. */
export async function patchBytes<Answer>(path: string, bytes: Blob): Promise<Answer> {
  const response = await send(path, {
    method: "PATCH",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
  });
  return await response.json();
}
