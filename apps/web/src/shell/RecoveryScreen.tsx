import { useMutation, useQuery } from "@tanstack/react-query";
import actionClasses from "../ui/Action.module.css";
import { api } from "../ui/client.ts";
import { formatMoment } from "../ui/dates.ts";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { recoveryQuery } from "../ui/queries.ts";
import classes from "./RecoveryScreen.module.css";
import { shellTexts } from "./texts.ts";

const texts = shellTexts.recovery;

/** The database cannot be opened: what happened, and the copies to go back to. Nothing is repaired by itself. */
export function RecoveryScreen() {
  const { data, error } = useQuery(recoveryQuery);
  const restore = useMutation({
    mutationFn: (name: string) => api.recovery.$post({ json: { copy: name } }),
    onSuccess: () => location.reload(),
  });

  return (
    <Page title={texts.title} lead={texts.kept}>
      {error && <ProblemNotice problem={error} />}
      {data && (
        <Panel tone="mind">
          <p>{data.problem.message}</p>
          <p>{data.problem.action}</p>
        </Panel>
      )}
      {data && (
        <Panel title={texts.copies}>
          {data.copies.length === 0 && <p>{texts.noCopies}</p>}
          <ul className={classes.copies}>
            {data.copies.map(({ name, takenAt, bytes }) => (
              <li key={name}>
                <button
                  type="button"
                  className={actionClasses.action}
                  data-weight="quiet"
                  disabled={restore.isPending}
                  onClick={() => restore.mutate(name)}
                >
                  {texts.restore(formatMoment(takenAt))}
                </button>
                <span className={classes.size}>
                  {texts.size(Math.ceil(bytes / 1024).toLocaleString())}
                </span>
              </li>
            ))}
          </ul>
          <p>{texts.note}</p>
        </Panel>
      )}
      {restore.error && <ProblemNotice problem={restore.error} />}
    </Page>
  );
}
