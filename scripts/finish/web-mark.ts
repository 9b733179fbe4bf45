import type { Element } from "hast";
import { s } from "hastscript";
import type { Outline } from "../types.ts";

// Degrees. Windows come in every shape; less than a page's diagonal suits most.
const slope = 32;

/**
 * The mark of a status for a page on screen: one diagonal drawing, so that it is neither read out, found
 * nor copied. Style sheets place and colour it.
 * @param word
 *   The outlined word.
 * @returns
 *   An `svg.status-mark` whose view box holds the slanting word exactly.
 */
export function webMark(word: Outline): Element {
  const centre = { x: word.x + word.width / 2, y: word.y + word.height / 2 };
  const radians = (slope * Math.PI) / 180;
  const width = Math.ceil(word.width * Math.cos(radians) + word.height * Math.sin(radians));
  const height = Math.ceil(word.width * Math.sin(radians) + word.height * Math.cos(radians));
  return s(
    "svg",
    {
      className: ["status-mark"],
      ariaHidden: "true",
      focusable: "false",
      viewBox: `${-width / 2} ${-height / 2} ${width} ${height}`,
    },
    [s("path", { d: turned(word.path, centre, radians) })],
  );
}

// Printed from a browser, a fixed drawing stands on every page, but one with a `transform` inside only on
// the first (seen in Chromium 147): so the points themselves are turned.
function turned(path: string, centre: { x: number; y: number }, radians: number): string {
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return path.replaceAll(/(-?[\d.]+) (-?[\d.]+)/g, (_, across: string, down: string) => {
    const x = Number(across) - centre.x;
    const y = Number(down) - centre.y;
    return `${Math.round(x * cos + y * sin)} ${Math.round(y * cos - x * sin)}`;
  });
}
