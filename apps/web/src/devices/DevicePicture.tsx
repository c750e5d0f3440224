import type { Device } from "@stipple/protocol";
import { Roller } from "../ui/drawings/Roller.tsx";
import classes from "./DevicePicture.module.css";
import { devicesTexts } from "./texts.ts";

/** The kind of device, in our line. */
export function DevicePicture({ kind }: Pick<Device, "kind">) {
  if (kind === "roller") return <Roller title={devicesTexts.kinds.roller} />;

  return (
    <svg
      viewBox="0 0 200 200"
      className={classes.drawing}
      role="img"
      aria-label={devicesTexts.kinds[kind]}
    >
      {kind === "pen" ? <Pen /> : <Stamp />}
    </svg>
  );
}

function Pen() {
  const needles = [-9, -3, 3, 9].map((offset) => `M${100 + offset} 168v18`).join("");
  return (
    <g transform="rotate(28 100 100)">
      <path d="M84 30q0-16 16-16t16 16v92l-6 12v34H90v-34l-6-12z" className={classes.body} />
      <path d="M84 96h32M84 112h32M90 150h20" />
      <path d={needles} className={classes.needles} />
      <circle cx="100" cy="48" r="6" />
    </g>
  );
}

function Stamp() {
  const needles = Array.from({ length: 9 }, (_, index) => `M${60 + index * 10} 160v14`).join("");
  return (
    <>
      <path d="M86 124V52q0-18 14-18t14 18v72" className={classes.body} />
      <path d="M54 124h92q8 0 8 8v28H46v-28q0-8 8-8z" className={classes.body} />
      <path d="M46 146h108" />
      <path d={needles} className={classes.needles} />
    </>
  );
}
