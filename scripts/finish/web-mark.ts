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
    [
      s("path", {
        d: word.path,
        transform: `rotate(${-slope}) translate(${-centre.x} ${-centre.y})`,
      }),
    ],
  );
}
