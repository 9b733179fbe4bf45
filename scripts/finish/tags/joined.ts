import { sameLine } from "./lines.ts";
import type { Run } from "./run.ts";

// Share of the type size that may be between them: a space of another font.
const near = 0.4;

/**
 * Whether a run from left to right goes on where another ends: what stands between them is no other text.
 * @param one
 *   The run that may be gone on with.
 * @param other
 *   The run that may go on.
 */
export function isJoined(one: Run | undefined, other: Run | undefined): boolean {
  if (!one || !other || one.reversed || other.reversed) return false;
  if (Math.abs(one.baseline - other.baseline) > sameLine) return false;
  const gap = other.left + (other.xs[0] ?? 0) * other.scale - (one.left + one.end * one.scale);
  return Math.abs(gap) < near * one.size * one.scale;
}
