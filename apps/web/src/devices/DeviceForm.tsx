import { Button, TextInput } from "@mantine/core";
import { type Device, isoDate } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../ui/client.ts";
import type { DeviceRow } from "../ui/contract.ts";
import { todayHere } from "../ui/dates.ts";
import { NeedleLengthField } from "../ui/NeedleLengthField.tsx";
import { newId } from "../ui/new-id.ts";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { Choice } from "./Choice.tsx";
import classes from "./DeviceForm.module.css";
import { DevicePicture } from "./DevicePicture.tsx";
import { devicesTexts } from "./texts.ts";

const texts = devicesTexts.form;

interface Draft {
  readonly name: string;
  readonly kind: Device["kind"];
  readonly needleLengthUm: number | undefined;
  readonly usedByAnotherPerson: Device["usedByAnotherPerson"] | undefined;
  readonly earlierUses: string;
  readonly firstUsedOn: string;
  readonly needleCount: string;
  readonly construction: Device["construction"];
  readonly material: Device["material"];
  readonly lot: string;
}

const empty: Draft = {
  name: texts.firstName,
  kind: "roller",
  needleLengthUm: undefined,
  usedByAnotherPerson: undefined,
  earlierUses: "0",
  firstUsedOn: "",
  needleCount: "",
  construction: "unknown",
  material: "unknown",
  lot: "",
};

/** The device to save, or `undefined` while a question that matters for safety is open. */
function deviceOf(id: string, draft: Draft): Device | undefined {
  const { needleLengthUm, usedByAnotherPerson, kind, construction, material } = draft;
  if (needleLengthUm === undefined || usedByAnotherPerson === undefined) return undefined;
  const needleCount = Number.parseInt(draft.needleCount, 10);
  return {
    id,
    name: draft.name.trim() || texts.firstName,
    kind,
    needleLengthUm,
    construction,
    material,
    usedByAnotherPerson,
    earlierUses: Math.max(0, Number.parseInt(draft.earlierUses, 10) || 0),
    ...(Number.isInteger(needleCount) && { needleCount }),
    ...(draft.lot.trim() !== "" && { lot: draft.lot.trim() }),
    ...(draft.firstUsedOn !== "" && { firstUsedOn: isoDate(draft.firstUsedOn) }),
  };
}

/** Writes a device down. What was typed stays when saving fails. */
export function DeviceForm({ onSaved }: { readonly onSaved: () => void }) {
  const [id] = useState(newId);
  const [draft, setDraft] = useState(empty);
  const [isMissing, setMissing] = useState(false);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (device: Device) =>
      request<DeviceRow>("PUT", `/api/devices/${encodeURIComponent(device.id)}`, device),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onSaved();
    },
  });
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const device = deviceOf(id, draft);
        setMissing(device === undefined);
        if (device) save.mutate(device);
      }}
    >
      <div className={classes.picture}>
        <DevicePicture kind={draft.kind} />
      </div>
      <Choice
        label={texts.kind}
        options={devicesTexts.kinds}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
      />
      <NeedleLengthField
        label={texts.length}
        help={texts.lengthHint}
        lengthUm={draft.needleLengthUm}
        error={isMissing && draft.needleLengthUm === undefined ? texts.lengthMissing : undefined}
        onChange={(needleLengthUm) => set({ needleLengthUm })}
      />
      <Choice
        label={texts.other}
        hint={texts.otherHint}
        error={
          isMissing && draft.usedByAnotherPerson === undefined ? texts.otherMissing : undefined
        }
        options={texts.others}
        value={draft.usedByAnotherPerson}
        onChange={(usedByAnotherPerson) => set({ usedByAnotherPerson })}
      />
      <EarlierLife draft={draft} set={set} />
      <TextInput
        label={texts.name}
        maxLength={60}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <MoreAboutIt draft={draft} set={set} />
      {save.error && <ProblemNotice problem={save.error} />}
      <Button type="submit" size="lg" loading={save.isPending}>
        {texts.save}
      </Button>
    </form>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
}

function EarlierLife({ draft, set }: PartProps) {
  const wasUsed = (Number.parseInt(draft.earlierUses, 10) || 0) > 0;
  return (
    <div className={classes.pair}>
      <TextInput
        type="number"
        inputMode="numeric"
        min={0}
        max={1000}
        label={texts.used}
        description={texts.usedHint}
        value={draft.earlierUses}
        onChange={(event) => set({ earlierUses: event.currentTarget.value })}
      />
      {wasUsed && (
        <TextInput
          type="date"
          label={texts.firstUsed}
          max={todayHere()}
          value={draft.firstUsedOn}
          onChange={(event) => set({ firstUsedOn: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function MoreAboutIt({ draft, set }: PartProps) {
  return (
    <details className={classes.more}>
      <summary>{texts.more}</summary>
      <div className={classes.form}>
        <Choice
          label={texts.construction}
          hint={texts.constructionHint}
          options={devicesTexts.constructions}
          value={draft.construction}
          onChange={(construction) => set({ construction })}
        />
        <Choice
          label={texts.material}
          options={devicesTexts.materials}
          value={draft.material}
          onChange={(material) => set({ material })}
        />
        <div className={classes.pair}>
          <TextInput
            type="number"
            inputMode="numeric"
            min={1}
            max={2000}
            label={texts.count}
            value={draft.needleCount}
            onChange={(event) => set({ needleCount: event.currentTarget.value })}
          />
          <TextInput
            label={texts.lot}
            maxLength={60}
            value={draft.lot}
            onChange={(event) => set({ lot: event.currentTarget.value })}
          />
        </div>
      </div>
    </details>
  );
}
