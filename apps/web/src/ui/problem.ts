/** A failed call, in the three parts a person and a program need. `code` is stable; `action` starts with a verb. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: string;
  readonly action: string;
  readonly status: number;
  /** The whole problem document, for its extra members (a plan's `refusal`). */
  readonly document: Readonly<Record<string, unknown>>;

  constructor(problem: {
    readonly code: string;
    readonly message: string;
    readonly action: string;
    readonly status: number;
    readonly document?: Readonly<Record<string, unknown>>;
  }) {
    super(problem.message);
    this.code = problem.code;
    this.action = problem.action;
    this.status = problem.status;
    this.document = problem.document ?? {};
  }
}

/** Status 0: no answer came at all. */
export function serverAway(): ProblemError {
  return new ProblemError({
    code: "server.away",
    status: 0,
    message: "Stipple's server does not answer.",
    action: "Check that Stipple is still running on this machine, then try again.",
  });
}

/** Reads an answer that is not 2xx, an RFC 9457 document or not. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const document = await response.json().catch(() => undefined);
  if (!isRecord(document)) return unexpected(response.status);
  const { code, message, action } = document;
  return typeof code === "string" && typeof message === "string"
    ? new ProblemError({
        code,
        message,
        action: typeof action === "string" ? action : "Try again.",
        status: response.status,
        document,
      })
    : unexpected(response.status);
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  return new ProblemError({
    code: "page.failed",
    status: 0,
    message: "This page could not finish what it was doing.",
    action: "Load the page again.",
  });
}

function unexpected(status: number): ProblemError {
  return new ProblemError({
    code: "server.unexpected",
    status,
    message: `The server answered with an error this page does not know (${status}).`,
    action: "Try again in a moment.",
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
