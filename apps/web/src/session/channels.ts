import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import {
  type Channels,
  keepLastKnownChannels,
  keepOwnChannels,
  readLastKnownChannels,
  readOwnChannels,
} from "../ui/own-channels.ts";
import { settingsQuery } from "../ui/queries.ts";

const untold: Channels = { speech: true, sound: true, vibration: true, autoAdvance: true };

/** Whether it is known how this person wants to be told; until then nothing may speak up. */
export function useAreChannelsKnown(): boolean {
  const { isPending } = useQuery(settingsQuery);
  const [lastKnown] = useState(readLastKnownChannels);
  return !isPending || lastKnown.speech !== undefined;
}

/** The settings' channels (without a network: as they were last seen), with what was switched on this device during sessions on top. */
export function useChannels(): readonly [Channels, (change: Partial<Channels>) => void] {
  const { data: settings } = useQuery(settingsQuery);
  const [own, setOwn] = useState(readOwnChannels);
  const [lastKnown] = useState(readLastKnownChannels);
  const fallback = { ...untold, ...lastKnown };
  useEffect(() => {
    if (settings) keepLastKnownChannels(settings);
  }, [settings]);
  const channels: Channels = {
    speech: own.speech ?? settings?.speech ?? fallback.speech,
    sound: own.sound ?? settings?.sound ?? fallback.sound,
    vibration: own.vibration ?? settings?.vibration ?? fallback.vibration,
    autoAdvance: own.autoAdvance ?? settings?.autoAdvance ?? fallback.autoAdvance,
  };

  return [
    channels,
    (change) => {
      const next = { ...own, ...change };
      setOwn(next);
      keepOwnChannels(next);
    },
  ];
}
