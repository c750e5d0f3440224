import {
  IconCalendarEvent,
  IconCamera,
  IconHeartHandshake,
  IconHistory,
  IconListCheck,
  IconMicroscope,
  IconSettings,
  IconSun,
  IconTool,
} from "@tabler/icons-react";
import { shellTexts } from "./texts.ts";

/** Places one tap away on every screen. */
export const firstPlaces = [
  { to: "/today", label: shellTexts.today, Icon: IconSun },
  { to: "/plan", label: shellTexts.plan, Icon: IconCalendarEvent },
  { to: "/history", label: shellTexts.history, Icon: IconHistory },
  { to: "/devices", label: shellTexts.devices, Icon: IconTool },
] as const;

/** Places under "More" on a phone, in the rail on a desk. */
export const otherPlaces = [
  { to: "/measure", label: shellTexts.measure, Icon: IconCamera },
  { to: "/aftercare", label: shellTexts.aftercare, Icon: IconHeartHandshake },
  { to: "/understand", label: shellTexts.understand, Icon: IconMicroscope },
  { to: "/assess", label: shellTexts.assess, Icon: IconListCheck },
  { to: "/settings", label: shellTexts.settings, Icon: IconSettings },
] as const;

export type PlaceEntry = (typeof firstPlaces | typeof otherPlaces)[number];
