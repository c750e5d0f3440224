import { exp, log } from "./elementary.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * Random numbers for follicles that a treatment cannot shift.
 *
 * Each number is a function of the run, the follicle and what it decides (cycle and purpose), not of how many were
 * drawn before. Two treatments on the same run therefore give every follicle the same luck, and their difference
 * is the treatment's (common random numbers). Mixing by the finaliser of splitmix32, twice.
 */
export function follicleKey(runKey: number, follicle: number): number {
  return mix(runKey ^ Math.imul(follicle + 1, 0x9e3779b9));
}

/** 32 random bits for one purpose of one follicle. */
export function drawBits(key: number, purpose: number): number {
  return mix(mix(key + Math.imul(purpose, 0x85ebca6b)) + key);
}

/** Uniform in (0, 1) for one purpose of one follicle; never 0 and never 1. */
export function drawUniform(key: number, purpose: number): number {
  return ((drawBits(key, purpose) >>> 0) + 0.5) * 2 ** -32;
}

/**
 * A log-normal duration with the given mean, as long as the draw has it.
 *
 *     X = μ exp(s z − s²/2),   s² = ln(1 + cv²)
 *
 * @param logSd s, from {@link logSdOf}
 */
export function drawDuration(mean: number, logSd: number, uniform: number): number {
  return mean * exp(logSd * (normalQuantile(uniform) - 0.5 * logSd));
}

/**
 * The length of the phase that a moment falls into: long phases are met more often than short ones.
 *
 *     X = μ exp(s z + s²/2)      log-normal again, its log-mean raised by s² (length-biased law)
 */
export function drawDurationMet(mean: number, logSd: number, uniform: number): number {
  return mean * exp(logSd * (normalQuantile(uniform) + 0.5 * logSd));
}

/** Standard deviation of the logarithm of a log-normal quantity with this coefficient of variation. */
export function logSdOf(cv: number): number {
  if (!(cv >= 0)) throw new RangeError(`cv must be 0 or more, got ${cv}`);
  return Math.sqrt(log(1 + cv * cv));
}

/** The finaliser of splitmix32: every input bit moves every output bit. */
function mix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}
