import { Problem } from "./problem.ts";

export const usualUrl = "http://127.0.0.1:4870";

/** Asks the server that runs at `url`, or says that none answers. */
export async function askServer(
  url: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const address = addressOf(url, path);
  const response = await fetch(address, init).catch(() => {
    throw new Problem("No Stipple server answers.", {
      detail: `Nothing answered at ${address.origin}.`,
      action: 'Start it with "npm start", or name its address with --url.',
      exitCode: 1,
    });
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

function addressOf(url: string, path: string): URL {
  try {
    return new URL(path, url);
  } catch {
    throw new Problem("--url is not an address.", {
      detail: `It is "${url}".`,
      action: `Write it like ${usualUrl}.`,
    });
  }
}

/** The server's own words (RFC 9457), where it has some. */
async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  return new Problem("The server refused.", {
    detail: textOf(body, "message") ?? `It answered with status ${response.status}.`,
    action: textOf(body, "action") ?? "Look at the server's own output for the reason.",
    exitCode: 1,
  });
}

function textOf(body: unknown, name: string): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === "string" ? value : undefined;
}
