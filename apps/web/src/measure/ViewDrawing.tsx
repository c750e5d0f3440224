import drawing from "../ui/drawings/Drawing.module.css";
import { dotsPath, type Point, stipple } from "../ui/drawings/stipple.ts";
import classes from "./ViewDrawing.module.css";
import type { GlobalView } from "./views.ts";

const frame = { left: 0, top: 0, width: 160, height: 120 } as const;

/** The head as the photo should show it: skin in lines, hair in dots. */
export function ViewDrawing({ view }: { readonly view: GlobalView }) {
  const { skin, lines, hair } = pictures[view];
  return (
    <svg viewBox="0 0 160 120" className={classes.drawing} aria-hidden>
      <g transform={view === "right" ? "matrix(-1 0 0 1 160 0)" : undefined}>
        <path d={skin} className={`${drawing.skin} ${drawing.line}`} />
        <path d={dotsPath(hair)} className={drawing.dots} strokeWidth={1.9} />
        {lines.map((line) => (
          <path key={line} d={line} className={drawing.line} />
        ))}
      </g>
    </svg>
  );
}

interface Picture {
  readonly skin: string;
  readonly lines: readonly string[];
  readonly hair: readonly Point[];
}

interface Egg {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly along: number;
}

const egg = ({ x, y, across, along }: Egg) =>
  `M${x - across} ${y}A${across} ${along} 0 1 1 ${x + across} ${y}A${across} ${along} 0 1 1 ${x - across} ${y}Z`;

const depthIn = ({ x, y, across, along }: Egg, point: Point) =>
  Math.hypot((point.x - x) / across, (point.y - y) / along);

/** Dots inside the egg, thicker toward its rim, wherever `grows` lets hair stand. */
function hairOn(shape: Egg, grows: (point: Point) => number): readonly Point[] {
  return stipple({
    bounds: frame,
    spacing: 2.6,
    density: (point) => {
      const depth = depthIn(shape, point);
      return depth > 0.97 ? 0 : (0.4 + 0.6 * depth ** 2) * grows(point);
    },
  });
}

const face: Egg = { x: 80, y: 62, across: 34, along: 46 };
const back: Egg = { x: 80, y: 58, across: 40, along: 44 };
const top: Egg = { x: 80, y: 60, across: 38, along: 47 };
const skull: Egg = { x: 88, y: 50, across: 42, along: 40 };

const profile: Picture = {
  skin: `M47 46C44 54 44 58 41 64L36 72L42 75L41 83C42 93 52 94 62 91L66 116L112 116C111 104 114 92 121 78A42 40 0 1 0 47 46Z`,
  lines: ["M50 58L56 57", "M84 60C92 54 98 62 93 70C90 76 85 76 85 72"],
  hair: hairOn(skull, ({ x, y }) => (x > 58 && y < 84 - 0.5 * (105 - x) + 8 ? 1 : 0)),
};

const pictures: Record<GlobalView, Picture> = {
  "front-hairline": {
    skin: egg(face),
    lines: [
      "M46 58C40 56 40 72 48 74",
      "M114 58C120 56 120 72 112 74",
      "M62 62L72 60",
      "M88 60L98 62",
      "M80 66L77 80L83 80",
      "M71 91C76 94 84 94 89 91",
    ],
    hair: hairOn(face, ({ x, y }) => (y < 36 + ((x - 80) / 34) ** 2 * 14 ? 1 : 0)),
  },
  "mid-part": {
    skin: egg(top),
    lines: ["M74 14C77 9 83 9 86 14", "M42 58C37 60 38 72 43 72", "M118 58C123 60 122 72 117 72"],
    hair: hairOn(top, ({ x }) => (Math.abs(x - 80) < 3.2 ? 0 : 1)),
  },
  vertex: {
    skin: `${egg(back)}M64 100L62 118M96 100L98 118`,
    lines: ["M40 58C34 58 35 74 42 74", "M120 58C126 58 125 74 118 74"],
    hair: hairOn(back, (point) => Math.min(1, 0.15 + depthIn({ ...back, y: 44 }, point) ** 0.8)),
  },
  left: profile,
  right: profile,
};
