import { Button, TextInput } from "@mantine/core";
import { type Answers, isoDate, type Therapy } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../ui/client.ts";
import { type DateStyle, todayHere } from "../../ui/dates.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { answersQuery } from "../../ui/queries.ts";
import compare from "../compare/Compare.module.css";
import classes from "./CloseUp.module.css";
import { progressTexts } from "./progress-texts.ts";
import { knownTherapies } from "./trials-beside.ts";

const texts = progressTexts.medicines;

/** Days as they are typed: one that is not given is empty. */
type Days = Readonly<Partial<Record<Therapy, string>>>;

interface MedicineStartsProps {
  readonly answers: Answers;
  readonly style: DateStyle;
}

/** Since when each medicine is taken, for the figures. */
export function MedicineStarts({ answers, style }: MedicineStartsProps) {
  const taken = knownTherapies(answers.therapies);
  const kept: Days = answers.therapiesSince ?? {};
  const [changed, setChanged] = useState<Days>({});
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async (days: Days) => {
      // The newest answers: another page may have changed them meanwhile.
      const newest = (await (await api.answers.$get()).json()).answers;
      const therapiesSince = { ...newest.therapiesSince, ...sinceOf(days) };
      for (const [therapy, day] of Object.entries(days)) {
        if (day === "" && isKnown(therapy, taken)) delete therapiesSince[therapy];
      }
      await api.answers.$put({ json: { answers: { ...newest, therapiesSince } } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: answersQuery.queryKey });
      setChanged({});
    },
  });
  if (taken.length === 0) return null;
  const today = todayHere(style.timeZone);
  const dayOf = (therapy: Therapy) => changed[therapy] ?? kept[therapy] ?? "";
  const isChanged = taken.some((therapy) => dayOf(therapy) !== (kept[therapy] ?? ""));
  const isWrong = taken.some((therapy) => dayOf(therapy) > today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) saving.mutate(changed);
  };

  return (
    <Panel title={texts.title}>
      <p>{texts.says}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        {taken.map((therapy) => (
          <TextInput
            key={therapy}
            type="date"
            label={texts.since(progressTexts.figure.drugs[therapy])}
            max={today}
            value={dayOf(therapy)}
            error={dayOf(therapy) > today && texts.future}
            onChange={(event) => setChanged({ ...changed, [therapy]: event.currentTarget.value })}
          />
        ))}
        {saving.error && <ProblemNotice problem={saving.error} />}
        <div className={compare.actions}>
          <Button
            type="submit"
            variant="outline"
            disabled={!isChanged || isWrong}
            loading={saving.isPending}
          >
            {texts.save}
          </Button>
          {isChanged && (
            <Button variant="subtle" onClick={() => setChanged({})}>
              {texts.drop}
            </Button>
          )}
        </div>
        <p role="status">{saving.isSuccess && !isChanged && texts.saved}</p>
      </form>
    </Panel>
  );
}

function sinceOf(days: Days): NonNullable<Answers["therapiesSince"]> {
  return Object.fromEntries(
    Object.entries(days).flatMap(([therapy, day]) => (day ? [[therapy, isoDate(day)]] : [])),
  );
}

function isKnown(name: string, taken: readonly Therapy[]): name is Therapy {
  return taken.some((therapy) => therapy === name);
}
