/** Why a command stops, in three parts: what is wrong, the value and its limit, what to do. */
export class Problem extends Error {
  readonly detail: string;
  readonly action: string;
  readonly exitCode: 1 | 2;

  constructor(
    what: string,
    { detail, action, exitCode = 2 }: { detail: string; action: string; exitCode?: 1 | 2 },
  ) {
    super(what);
    this.detail = detail;
    this.action = action;
    this.exitCode = exitCode;
  }
}
