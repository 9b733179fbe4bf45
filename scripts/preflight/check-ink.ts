import { limits } from "../tables/print-limits.ts";
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
 * Looks for colours of more ink than paper takes. Colours within images and gradients aren't looked at.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `ink-heavy`.
 */
export function checkInk({ pages }: Inspected): Finding[] {
  const { ink: most } = limits;
  return pages.flatMap((page) =>
    page.paints.flatMap((paint) => {
      const shares = [paint.fill, paint.stroke].map((ink) => (ink && inkShare(ink)) ?? 0);
      const ink = Math.round(Math.max(...shares));
      if (ink <= most) return [];
      const place = { page, box: paint.box, measure: -ink };
      return [find("ink-heavy", { what: words[paint.kind], ink, most }, place)];
    }),
  );
}
