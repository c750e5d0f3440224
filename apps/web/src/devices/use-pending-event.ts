import { type DeviceEvent, instant } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "../ui/client.ts";
import type { DeviceRow } from "../ui/contract.ts";
import { newId } from "../ui/new-id.ts";

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown
  ? Omit<Union, Key>
  : never;
export type DeviceAct = DistributiveOmit<DeviceEvent, "id" | "at">;

/** Time to think better of it: the event is not sent before. */
const undoForMs = 6_000;

/**
 * Holds an event back for some seconds, so that a slip can be undone: device events are append-only, and
 * "retired" is for good. Leaving the page sends what is held back.
 */
export function usePendingEvent(deviceId: string) {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<DeviceEvent>();
  const held = useRef<DeviceEvent>(undefined);
  const { mutate, error } = useMutation({
    mutationFn: (event: DeviceEvent) =>
      request<DeviceRow>("POST", `/api/devices/${encodeURIComponent(deviceId)}/events`, {
        events: [event],
      }),
    onSuccess: () => queryClient.invalidateQueries(),
  });

  const sendHeld = useCallback(() => {
    const event = held.current;
    held.current = undefined;
    setPending(undefined);
    if (event) mutate(event);
  }, [mutate]);

  useEffect(() => {
    if (pending === undefined) return;
    const timer = setTimeout(sendHeld, undoForMs);
    return () => clearTimeout(timer);
  }, [pending, sendHeld]);

  useEffect(() => {
    window.addEventListener("pagehide", sendHeld);
    return () => {
      window.removeEventListener("pagehide", sendHeld);
      sendHeld();
    };
  }, [sendHeld]);

  return {
    pending,
    error,
    record: (act: DeviceAct) => {
      sendHeld();
      const event = { ...act, id: newId(), at: instant(new Date().toISOString()) };
      held.current = event;
      setPending(event);
    },
    undo: () => {
      held.current = undefined;
      setPending(undefined);
    },
  };
}
