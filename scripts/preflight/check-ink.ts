import { limits } from "../tables/print-limits.ts";
import { paintsWithin } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import { inkShare } from "./ink-measures.ts";
import type { Inspected, Paint } from "./inspected.ts";

const words: Readonly<Record<Paint["kind"], string>> = {
  text: "Text",
  path: "A shape",
  image: "An image",
  shading: "A gradient",
};

/**
 * Looks for colours of more ink than paper takes. Images are looked at apart; colours within gradients aren't.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `ink-heavy`.
 */
export function checkInk({ pages }: Inspected): Finding[] {
  const { ink: most } = limits;
  return pages.flatMap((page) =>
    paintsWithin(page).flatMap((paint) => {
      const shares = [paint.fill, paint.stroke].map((ink) => (ink && inkShare(ink)) ?? 0);
      const ink = Math.round(Math.max(...shares));
      if (ink <= most) return [];
      const place = { page, box: paint.box, measure: -ink };
      return [find("ink-heavy", { what: words[paint.kind], ink, most }, place)];
    }),
  );
}
