/** Golden angle: the turn between neighbours that leaves no gaps (sunflower heads, and our mark). */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Dots of the mark on a disc of radius 50, from the crown outwards, growing as they go. */
export function whorlDots(count: number): readonly Dot[] {
  const scale = Math.sqrt(90 / count);
  return Array.from({ length: count }, (_, index) => {
    const share = Math.sqrt((index + 1.2) / (count + 1));
    const angle = index * goldenAngle;
    return {
      x: 46 * share * Math.cos(angle),
      y: 46 * share * Math.sin(angle),
      radius: scale * (1.1 + 2.3 * share ** 1.4),
    };
  });
}

interface WhorlProps {
  readonly size: number | string;
  readonly count?: number;
  /** Given where the mark says something; left out where it stands beside its name. */
  readonly title?: string;
}

/** The mark: the crown of a head seen from above, in dots. */
export function Whorl({ size, count = 90, title }: WhorlProps) {
  return (
    <svg
      viewBox="-50 -50 100 100"
      width={size}
      height={size}
      fill="currentColor"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {whorlDots(count).map(({ x, y, radius }) => (
        <circle
          key={`${x.toFixed(2)},${y.toFixed(2)}`}
          cx={x.toFixed(2)}
          cy={y.toFixed(2)}
          r={radius.toFixed(2)}
        />
      ))}
    </svg>
  );
}
