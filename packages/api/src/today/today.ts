import type {
  AftercareClock,
  Hold,
  Instant,
  IsoDate,
  NextSession,
  NoNextSession,
  Outcome,
  Setting,
} from "@stipple/protocol";
import type { DeviceRow } from "../devices/devices.routes.ts";

/** Everything the Today page shows, composed at one moment. */
export interface Today {
  readonly now: Instant;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly assessment?: {
    readonly id: string;
    readonly outcome: Outcome;
    /** Where the person said they roll; "clinic-only" is open in a clinic alone. */
    readonly setting?: Setting;
    readonly headline: string;
    readonly nextStep: string;
    readonly waitUntil?: IsoDate;
    readonly expiresOn: IsoDate;
    readonly expired: boolean;
  };
  readonly planId?: string;
  readonly planSentence?: string;
  readonly next?: NextSession | NoNextSession;
  readonly openSession?: { readonly sessionId: string; readonly startedAt: Instant };
  readonly lastSession?: { readonly sessionId: string; readonly endedAt: Instant };
  readonly aftercare?: AftercareClock;
  readonly devices: readonly DeviceRow[];
  /** Only those not cleared. */
  readonly holds: readonly Hold[];
  readonly alarms: readonly Alarm[];
  /** Seven days from today. */
  readonly days: readonly Day[];
}

export interface Alarm {
  readonly code: string;
  readonly says: string;
  readonly nextStep: string;
  /** Page of the web app where it is dealt with, "/devices". */
  readonly to?: string;
}

export interface Day {
  readonly date: IsoDate;
  readonly entries: readonly DayEntry[];
}

export interface DayEntry {
  readonly kind: "session" | "check-in" | "review" | "topical" | "avoid-ends";
  readonly says: string;
  readonly at?: Instant;
}
