import type { Point } from "./placement.ts";

/** By shaft diameter: vellus below 30 µm, terminal from 40 µm on, intermediate between. */
export type HairClass = "vellus" | "intermediate" | "terminal";
export type HairPhase = "anagen" | "telogen";

/** A hair as it lies on the skin, before any photo is taken. */
export interface SkinHair {
  readonly id: number;
  /** Hairs of one follicular unit share its number. */
  readonly unit: number;
  readonly rootUm: Point;
  /** Which way it leaves the skin. */
  readonly headingRad: number;
  readonly lengthUm: number;
  /** The bends below are spread over this length, so that a hair that grows keeps the course it had. */
  readonly courseLengthUm: number;
  readonly turnRad: number;
  /** A bend that turns back: its heading returns to 0 at the end of the course. */
  readonly swayRad: number;
  readonly diameterUm: number;
  readonly opacity: number;
  readonly phase: HairPhase;
  readonly isTapered: boolean;
  /** 0 the person's darkest hair, 1 the lightest. */
  readonly shade: number;
  /** How much lighter the core of the shaft is, 0–1. */
  readonly medulla: number;
  /** How far the hair hangs above the skin, which moves and softens its shadow. */
  readonly liftUm: number;
  /** Hairs with a larger number lie over hairs with a smaller one. */
  readonly depth: number;
  readonly subdermalShadow: number;
  readonly subdermalLengthUm: number;
}

export function classOf(diameterUm: number): HairClass {
  if (diameterUm < 30) return "vellus";
  return diameterUm < 40 ? "intermediate" : "terminal";
}

/** Length of the straight pieces that a hair is drawn with. */
const pieceUm = 30;

/**
 * The course of a hair on the skin from root to tip.
 *
 *     heading(u) = heading + turn · u + 4 · sway · u (1 − u),   u = way from the root / course length
 */
export function hairCourse(hair: SkinHair): Point[] {
  const pieces = Math.max(2, Math.ceil(hair.lengthUm / pieceUm));
  const stepUm = hair.lengthUm / pieces;
  let [x, y] = hair.rootUm;
  const course: Point[] = [hair.rootUm];
  for (let piece = 0; piece < pieces; piece++) {
    const u = ((piece + 0.5) * stepUm) / hair.courseLengthUm;
    const headingRad = hair.headingRad + hair.turnRad * u + 4 * hair.swayRad * u * (1 - u);
    x += stepUm * Math.cos(headingRad);
    y += stepUm * Math.sin(headingRad);
    course.push([x, y]);
  }
  return course;
}
