import type { Matched } from "./match.ts";

// Share of the type size of what was shown last: less far up or down pdf.js sees no other line (measured).
const halfLine = 0.5;

/**
 * Whether pdf.js joins the last word of a block with the first of the next: it sees no space where that stands further
 * left at about the same height, as the next cell of a row from right to left does, or text beside a large heading.
 * @param before
 *   The last run of a block.
 * @param next
 *   The first run of the next.
 */
export function isRunInto(before: Matched, next: Matched): boolean {
  const [one, other] = [before.run, next.run];
  if (before.text.page !== next.text.page) return false;
  if (one.shown.length === 0 || other.shown.length === 0) return false;
  const height = one.size * one.scale;
  if (Math.abs(one.baseline - other.baseline) > halfLine * height) return false;
  return other.left + (other.xs[0] as number) * other.scale < one.left + one.end * one.scale;
}
