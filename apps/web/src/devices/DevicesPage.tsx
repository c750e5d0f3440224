import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { devicesQuery } from "../ui/queries.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { DeviceCard } from "./DeviceCard.tsx";
import { DeviceForm } from "./DeviceForm.tsx";
import { DevicePicture } from "./DevicePicture.tsx";
import { InspectionGuide } from "./InspectionGuide.tsx";
import { devicesTexts } from "./texts.ts";

/** The person's rollers: how much life is left, what happened to them, and how to look at them. */
export function DevicesPage() {
  const { data, error, refetch } = useQuery(devicesQuery);
  const [isAdding, setAdding] = useState(false);

  if (error && !data) {
    return (
      <Page title={devicesTexts.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) return <Waiting />;
  const isEmpty = data.devices.length === 0;
  const add = (
    <Button
      size={isEmpty ? "lg" : "md"}
      variant={isEmpty ? "filled" : "outline"}
      leftSection={<IconPlus size={20} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {isEmpty ? devicesTexts.add : devicesTexts.addAnother}
    </Button>
  );

  return (
    <Page title={devicesTexts.title} lead={devicesTexts.lead} aside={<InspectionGuide />}>
      {isEmpty && (
        <EmptyState
          says={devicesTexts.empty}
          action={add}
          drawing={<DevicePicture kind="roller" />}
        />
      )}
      {data.devices.map((row) => (
        <DeviceCard key={row.device.id} row={row} />
      ))}
      {!isEmpty && <div>{add}</div>}
      <Sheet opened={isAdding} onClose={() => setAdding(false)} title={devicesTexts.form.title}>
        <DeviceForm onSaved={() => setAdding(false)} />
      </Sheet>
    </Page>
  );
}
