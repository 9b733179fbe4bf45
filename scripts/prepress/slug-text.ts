import { points } from "../pdf/length.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import type { Outline } from "../types.ts";
import { besideMiddle, indent, type Room } from "./mark-drawings.ts";

const letter = points(1.7);
// From baseline to baseline.
const leading = points(2.8);
// Height of capitals in font units, of the face that these words are set in, about.
const capitals = 680;

/** Where words stand: left or right of the registration mark, and how far their baseline is below that of a line alone. */
const places = {
  file: { right: false, lower: -leading / 2 },
  sheet: { right: false, lower: leading / 2 },
  page: { right: true, lower: 0 },
} as const;

/**
 * Words below the page, smaller where they would be too long for their place.
 * @param words
 *   Outlines, in font units.
 * @param trim
 *   Where the page will be cut.
 * @param room
 *   Room beside it.
 * @param place
 *   `file` and, under it, `sheet` left of the middle; `page` right of it.
 */
export function slugText(
  words: Outline,
  trim: Rectangle,
  room: Room,
  place: keyof typeof places,
): string {
  const { right, lower } = places[place];
  const width = (trim.right - trim.left) / 2 - indent - besideMiddle;
  const left = right ? trim.right - indent - width : trim.left + indent;
  const baseline = trim.bottom - (room.inner + room.outer + letter) / 2 - lower;
  const scale = Math.min(letter / capitals, width / words.width);
  const shift = [scale, 0, 0, -scale, left - words.x * scale, baseline].map(precise).join(" ");
  return `q 0 0 0 1 k ${shift} cm\n${pathOf(words)}f Q\n`;
}

/** SVG's path data as PDF's operators. */
function pathOf({ path }: Outline): string {
  const operators: Readonly<Record<string, string>> = { M: "m", L: "l", C: "c", Z: "h" };
  return [...path.matchAll(/([MLCZ])([^MLCZ]*)/g)]
    .map(([, command = "", numbers = ""]) => {
      const operands = numbers.match(/-?[\d.]+/g) ?? [];
      return `${[...operands, operators[command]].join(" ")}\n`;
    })
    .join("");
}

function precise(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
