import { Button } from "@mantine/core";
import type { Hold } from "@stipple/protocol";
import { IconHandStop, IconPlayerPause } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ActionLink } from "../ui/ActionLink.tsx";
import { request } from "../ui/client.ts";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import classes from "./DoNow.module.css";
import { todayTexts } from "./texts.ts";

interface HeldNowProps {
  readonly hold: Hold;
  readonly style: DateStyle;
}

/** Sessions are stopped: why, since when, and what lifts it. A red flag is lifted in Aftercare, by a doctor's word. */
export function HeldNow({ hold, style }: HeldNowProps) {
  const texts = todayTexts.hold;
  const queryClient = useQueryClient();
  const clear = useMutation({
    mutationFn: () =>
      request("POST", `/api/holds/${encodeURIComponent(hold.id)}/clear`, { doctorCleared: false }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const isRedFlag = hold.why === "red-flag";
  const isOwn = hold.why === "person";
  const Icon = isRedFlag ? IconHandStop : IconPlayerPause;

  return (
    <section
      className={classes.hero}
      aria-labelledby="do-now"
      data-tone={isRedFlag ? "stop" : "mind"}
    >
      <div className={classes.words}>
        <p className={classes.when}>{todayTexts.from(formatMoment(hold.from, style))}</p>
        <h2 id="do-now" className={classes.title}>
          {isRedFlag ? texts.redFlag : isOwn ? texts.person : texts.other}
        </h2>
        <p className={classes.says}>{hold.says}</p>
        {clear.error && <ProblemNotice problem={clear.error} />}
        <div className={classes.actions}>
          {isOwn ? (
            <Button size="lg" loading={clear.isPending} onClick={() => clear.mutate()}>
              {texts.personAction}
            </Button>
          ) : (
            <ActionLink to="/aftercare" weight="large">
              {texts.redFlagAction}
            </ActionLink>
          )}
        </div>
      </div>
      <div className={classes.drawing}>
        <Icon size={120} stroke={1} aria-hidden />
      </div>
    </section>
  );
}
