/** Tells on standard error how far a trial is. */
export interface Progress {
  readonly tell: (done: number) => void;
  readonly close: () => void;
}

const barLetters = 30;
/** A bar is drawn again at most this often. */
const redrawMs = 100;
/** Without a terminal a line is printed at each of these shares. */
const lineEvery = 0.25;

/** A bar that moves on a terminal, plain lines anywhere else. */
export function showProgress(
  total: number,
  already: number,
  { stream, clock }: { readonly stream: NodeJS.WriteStream; readonly clock: () => number },
): Progress {
  const startMs = clock();
  if (!stream.isTTY) return plainLines(total, already, stream);

  let drawnMs = Number.NEGATIVE_INFINITY;
  return {
    tell(done) {
      const nowMs = clock();
      if (nowMs - drawnMs < redrawMs && done < total) return;
      drawnMs = nowMs;
      const leftS = ((nowMs - startMs) / 1000 / Math.max(1, done - already)) * (total - done);
      stream.write(`\r${barText(done, total)}, ${Math.ceil(leftS)} s left \u001b[K`);
    },
    close: () => void stream.write("\r\u001b[K"),
  };
}

function barText(done: number, total: number): string {
  const full = Math.round((barLetters * done) / total);
  const bar = "█".repeat(full) + "░".repeat(barLetters - full);
  return `${bar} ${Math.floor((100 * done) / total)} %, part ${done} of ${total}`;
}

function plainLines(total: number, already: number, stream: NodeJS.WriteStream): Progress {
  const stepOf = (done: number) => Math.floor(done / total / lineEvery);
  let told = stepOf(already);
  return {
    tell(done) {
      if (stepOf(done) <= told) return;
      told = stepOf(done);
      stream.write(`Part ${done} of ${total}.\n`);
    },
    close: () => undefined,
  };
}
