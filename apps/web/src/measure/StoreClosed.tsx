import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { ProblemError } from "../ui/problem.ts";
import { measureTexts as texts } from "./texts.ts";

interface StoreClosedProps {
  readonly store: {
    readonly open: boolean;
    readonly reason?: string | undefined;
    readonly action?: string | undefined;
  };
}

/** Why no photo can be opened or added, when that is so. */
export function StoreClosed({ store }: StoreClosedProps) {
  if (store.open) return null;
  const problem = new ProblemError({
    code: "photos.locked",
    status: 503,
    message: store.reason ?? texts.view.states.locked,
    action: store.action ?? "",
  });
  return <ProblemNotice problem={problem} />;
}
