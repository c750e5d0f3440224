import { memo, useId } from "react";
import drawing from "../ui/drawings/Drawing.module.css";
import { dotsPath, stipple } from "../ui/drawings/stipple.ts";
import type { InsertionAnswer } from "../ui/simulator/panels.ts";
import classes from "./SkinDepth.module.css";
import { understandTexts } from "./texts.ts";

const texts = understandTexts.depth;

/** One unit is one pixel on a narrow phone, so that words keep their size there. */
const width = 308;
const height = 404;
/** The surface on the left lies deep enough for the longest needle to stand above it. */
const surfaceY = 68;
const topY = 10;
const bottomY = 396;

/** The whole follicle on the left, the upper skin enlarged on the right. */
const whole = { left: 2, right: 112, mm: 4.5 } as const;
const lens = { left: 130, right: 306, leastMm: 0.35, perDepth: 1.35 } as const;
/** Taper of the needle that the hole's width rests on. */
const taperPerMm = 140 / 770;
/** A layer thinner than this has no room for its name. */
const leastNamedPx = 15;

/** A needle in the skin, to scale: beside the whole follicle, and enlarged with the depths where its holes end. */
export const SkinDepth = memo(function SkinDepth({
  label,
  ...answer
}: InsertionAnswer & { readonly label: string }) {
  const enlarged = enlargedScale(answer);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classes.section}
      role="img"
      aria-label={label}
    >
      <Follicle {...answer} />
      <Enlarged {...answer} {...enlarged} />
      <path
        className={classes.lens}
        d={`M${whole.right} ${surfaceY}L${lens.left} ${enlarged.lensY}M${whole.right} ${wholeY(enlarged.lensMm)}L${lens.left} ${bottomY}`}
      />
    </svg>
  );
});

/** The whole needle above, and below it as much skin as its deepest holes need. */
function enlargedScale({ needleLengthMm, depthMm: [, central, high] }: InsertionAnswer) {
  const aboveMm = needleLengthMm - central;
  const lensMm = Math.max(lens.leastMm, lens.perDepth * high);
  const lensPxPerMm = (bottomY - topY) / (aboveMm + lensMm);
  return { lensMm, lensPxPerMm, lensY: topY + aboveMm * lensPxPerMm };
}

const wholePxPerMm = (bottomY - surfaceY) / whole.mm;
const wholeY = (mm: number) => surfaceY + mm * wholePxPerMm;

/** Grain of the skin, thinning out downward. */
function grainIn(left: number, right: number, top: number): string {
  const high = bottomY - top;
  return dotsPath(
    stipple({
      bounds: { left: left + 2, top: top + 2, width: right - left - 4, height: high - 4 },
      spacing: 5.5,
      density: ({ y }) => 0.8 - (0.65 * (y - top)) / high,
    }),
  );
}

const wholeGrain = grainIn(whole.left, whole.right, surfaceY);
/** For the whole height once; what would lie above the surface is cut off. */
const lensGrain = grainIn(lens.left, lens.right, topY);

/** From the surface to the bulb: how far from the bulge the needle ends. */
function Follicle({ needleLengthMm, depthMm, layers, bulge, bulb }: InsertionAnswer) {
  const { left, right } = whole;
  const x = 74;
  const neck = wholeY(bulge.topMm);
  const [bulbTop, bulbBottom] = [wholeY(bulb.topMm), wholeY(bulb.bottomMm)];
  const needleX = 22;
  const topOf = (name: (typeof layers)[number]["layer"]) =>
    wholeY(layers.find(({ layer }) => layer === name)?.topMm ?? 0);
  return (
    <>
      <path
        className={`${drawing.skin} ${classes.outline}`}
        d={`M${left} ${surfaceY}V${bottomY}H${right}V${surfaceY}`}
      />
      <path className={drawing.dots} d={wholeGrain} strokeWidth={2} opacity={0.4} />
      <path
        className={classes.bulge}
        d={`M${left} ${neck}H${right}V${wholeY(bulge.bottomMm)}H${left}Z`}
      />
      <path className={drawing.line} d={`M${left} ${surfaceY}H${right}`} />
      <path className={classes.layer} d={`M${left} ${topOf("papillary-dermis")}H${right}`} />
      <path className={classes.layer} d={`M${left} ${topOf("below-dermis")}H${right}`} />
      <path
        className={`${drawing.skin} ${drawing.line}`}
        d={`M${x - 7} ${surfaceY}L${x - 5} ${neck}q-4 28-1 62L${x - 7} ${bulbTop}Q${x - 16} ${bulbBottom} ${x} ${bulbBottom}Q${x + 16} ${bulbBottom} ${x + 7} ${bulbTop}L${x + 6} ${neck + 60}q6-24 0-60L${x + 7} ${surfaceY}`}
      />
      <path className={classes.hair} d={`M${x} 4V${bulbTop + 6}`} />
      <Needle x={needleX} y={wholeY(0)} pxPerMm={wholePxPerMm} {...{ needleLengthMm, depthMm }} />
      <text x={left + 5} y={neck + 15}>
        {texts.bulge}
      </text>
      <text x={left + 5} y={bulbTop - 4}>
        {texts.bulb}
      </text>
    </>
  );
}

type EnlargedProps = InsertionAnswer & ReturnType<typeof enlargedScale>;

/** The layers that the needle meets, and the band of depths in which its holes end. */
function Enlarged(props: EnlargedProps) {
  const { needleLengthMm, depthMm, holeRadiusUm, layers, lensMm, lensPxPerMm, lensY } = props;
  const { left, right } = lens;
  const clip = useId();
  const y = (mm: number) => lensY + Math.min(mm, lensMm) * lensPxPerMm;
  const [low, central, high] = depthMm;
  const needleX = left + 30;
  const holePx = (holeRadiusUm / 1000) * lensPxPerMm;
  return (
    <>
      <path
        className={`${drawing.skin} ${classes.outline}`}
        d={`M${left} ${lensY}V${bottomY}H${right}V${lensY}`}
      />
      <clipPath id={clip}>
        <path d={`M${left} ${lensY}V${bottomY}H${right}V${lensY}Z`} />
      </clipPath>
      <path
        className={drawing.dots}
        clipPath={`url(#${clip})`}
        d={lensGrain}
        strokeWidth={2}
        opacity={0.3}
      />
      {layers.map(({ layer, topMm }, index) => {
        const next = layers[index + 1]?.topMm ?? lensMm;
        const isNamed = y(next) - y(topMm) >= leastNamedPx;
        return (
          <g key={layer}>
            <path
              className={classes.ground}
              data-layer={layer}
              d={`M${left} ${y(topMm)}H${right}V${y(next)}H${left}Z`}
            />
            {isNamed && (
              <text x={left + 62} y={y(topMm) + Math.min(16, (y(next) - y(topMm)) / 2 + 5)}>
                {texts.layers[layer]}
              </text>
            )}
          </g>
        );
      })}
      <path className={classes.band} d={`M${left} ${y(low)}H${right}V${y(high)}H${left}Z`} />
      <path className={classes.middle} d={`M${left} ${y(central)}H${right}`} />
      <path
        className={classes.hole}
        d={`M${needleX - holePx} ${lensY}L${needleX} ${y(central)}L${needleX + holePx} ${lensY}Z`}
      />
      <Needle x={needleX} y={lensY} pxPerMm={lensPxPerMm} {...{ needleLengthMm, depthMm }} />
      <path className={drawing.line} d={`M${left} ${lensY}H${right}`} />
      <ScaleBar pxPerMm={lensPxPerMm} />
    </>
  );
}

interface NeedleProps {
  readonly x: number;
  readonly y: number;
  readonly pxPerMm: number;
  readonly needleLengthMm: number;
  readonly depthMm: InsertionAnswer["depthMm"];
}

/** Its tip at the middle depth; what the skin does not let in stands above it, up to the drum. */
function Needle({ x, y, pxPerMm, needleLengthMm, depthMm: [, central] }: NeedleProps) {
  const tip = y + central * pxPerMm;
  const base = tip - needleLengthMm * pxPerMm;
  const half = (taperPerMm * (tip - base)) / 2;
  return (
    <>
      <path
        className={classes.needle}
        d={`M${x - half} ${base}L${x} ${tip}L${x + half} ${base}Z`}
      />
      <path className={classes.drum} d={`M${x - half - 12} ${base}H${x + half + 12}`} />
    </>
  );
}

/** A tenth of a millimetre, or half of one where more is in view. */
function ScaleBar({ pxPerMm }: { readonly pxPerMm: number }) {
  const mm = pxPerMm > 300 ? 0.1 : 0.5;
  const [x, y] = [lens.right - 10, bottomY - 12];
  return (
    <>
      <path className={classes.bar} d={`M${x} ${y}h${-mm * pxPerMm}`} />
      <text x={x} y={y - 6} textAnchor="end">
        {texts.bar(mm)}
      </text>
    </>
  );
}
