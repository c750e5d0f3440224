import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { request } from "../ui/client.ts";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { newId } from "../ui/new-id.ts";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { holdsQuery } from "../ui/queries.ts";
import classes from "./Settings.module.css";
import { settingsTexts } from "./texts.ts";

const texts = settingsTexts.pause;

/** A pause the person chooses, and its end. A red flag is not lifted here. */
export function PausePlan({ style }: { readonly style: DateStyle }) {
  const queryClient = useQueryClient();
  const { data } = useQuery(holdsQuery);
  const [why, setWhy] = useState("");
  const open = data?.holds.filter(({ clearedAt }) => clearedAt === undefined) ?? [];
  const own = open.find((hold) => hold.why === "person");
  const hasRedFlag = open.some((hold) => hold.why === "red-flag");
  const pause = useMutation({
    mutationFn: () =>
      request("POST", "/api/holds", { id: newId(), says: why.trim() || texts.whyFallback }),
    onSuccess: () => {
      setWhy("");
      return queryClient.invalidateQueries();
    },
  });
  const goOn = useMutation({
    mutationFn: (id: string) =>
      request("POST", `/api/holds/${encodeURIComponent(id)}/clear`, { doctorCleared: false }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const problem = pause.error ?? goOn.error;

  return (
    <Panel title={texts.title}>
      {hasRedFlag && (
        <p>
          {texts.redFlag} <Link to="/aftercare">{texts.toAftercare}</Link>
        </p>
      )}
      {own ? (
        <>
          <p>
            <strong>{texts.paused(formatMoment(own.from, style))}</strong> {own.says}
          </p>
          <div>
            <Button loading={goOn.isPending} onClick={() => goOn.mutate(own.id)}>
              {texts.goOn}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={classes.hint}>{texts.says}</p>
          <TextInput
            label={texts.why}
            maxLength={200}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <div>
            <Button variant="outline" loading={pause.isPending} onClick={() => pause.mutate()}>
              {texts.pause}
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </Panel>
  );
}
