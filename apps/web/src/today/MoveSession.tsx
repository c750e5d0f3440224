import { Button, TextInput } from "@mantine/core";
import { isoDate, localDate, localTime, type NextSession, zonedInstant } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../ui/client.ts";
import { type DateStyle, formatMoment } from "../ui/dates.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { todayTexts } from "./texts.ts";

const texts = todayTexts.move;

interface MoveSessionProps {
  readonly next: NextSession | undefined;
  readonly style: DateStyle;
  readonly onClose: () => void;
}

/** A new moment for the next session: any time that keeps the gap. */
export function MoveSession({ next, style, onClose }: MoveSessionProps) {
  return (
    <Sheet opened={next !== undefined} onClose={onClose} title={texts.title}>
      {next && <MoveForm next={next} style={style} onDone={onClose} />}
    </Sheet>
  );
}

interface MoveFormProps {
  readonly next: NextSession;
  readonly style: DateStyle;
  readonly onDone: () => void;
}

function MoveForm({ next, style, onDone }: MoveFormProps) {
  const timeZone = style.timeZone ?? "UTC";
  const local = (moment: NextSession["ideal"]) =>
    `${localDate(moment, timeZone)}T${localTime(moment, timeZone)}`;
  const [typed, setTyped] = useState(() => local(next.ideal));
  const queryClient = useQueryClient();
  const move = useMutation({
    mutationFn: () => {
      const [date = "", time = ""] = typed.split("T");
      const to = zonedInstant(isoDate(date), time, timeZone);
      return request("POST", "/api/moves", { number: next.number, to });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate();
      }}
      style={{ display: "grid", gap: 20 }}
    >
      <p>{texts.says(formatMoment(next.earliest, style))}</p>
      <TextInput
        type="datetime-local"
        label={texts.label}
        required
        value={typed}
        min={local(next.earliest)}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {move.error && <ProblemNotice problem={move.error} />}
      <Button type="submit" size="lg" loading={move.isPending}>
        {texts.save}
      </Button>
    </form>
  );
}
