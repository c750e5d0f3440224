/** The HTTP statuses a problem may have. */
type ProblemStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 500 | 503 | 507;

/**
 * A refusal a person can act on: a stable `code` for programs, a `message` with the value and the limit,
 * an `action` that starts with a verb. Answered as RFC 9457 JSON.
 */
export class Problem extends Error {
  readonly code: string;
  readonly status: ProblemStatus;
  readonly action: string;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    status: ProblemStatus,
    { message, action, ...extensions }: ProblemText & Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.status = status;
    this.action = action;
    this.extensions = extensions;
  }
}

interface ProblemText {
  readonly message: string;
  readonly action: string;
}

const titles: Record<ProblemStatus, string> = {
  400: "The request cannot be read",
  403: "Not from this page",
  404: "Not found",
  405: "Not possible here",
  409: "In the way of something else",
  413: "Too large",
  415: "Another format is needed",
  421: "Not this server",
  422: "Not possible with these values",
  500: "A fault in Stipple",
  503: "Not open now",
  507: "Nothing can be saved now",
};

/** The problem as `application/problem+json` (RFC 9457). */
export function problemResponse({ code, status, message, action, extensions }: Problem): Response {
  const type = `urn:stipple:problem:${code}`;
  const body = {
    type,
    title: titles[status],
    status,
    detail: message,
    code,
    message,
    action,
    ...extensions,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
}
