import type { Rectangle } from "../pdf/matrix.ts";
import type { Outline } from "../types.ts";
import { indent, type Room } from "./mark-drawings.ts";
import { points } from "./print-boxes.ts";

const letter = points(1.7);
// Height of capitals in font units, of the face that these words are set in, about.
const capitals = 680;

/**
 * Words below the page, smaller where they would be too long for their place.
 * @param words
 *   Outlines, in font units.
 * @param trim
 *   Where the page will be cut.
 * @param room
 *   Room beside it.
 * @param place
 *   `file` left of the middle; `page`, then `sheet`, right of it.
 */
export function slugText(
  words: Outline,
  trim: Rectangle,
  room: Room,
  place: "file" | "page" | "sheet",
): string {
  const middle = (trim.left + trim.right) / 2;
  const [left, width] = {
    file: [trim.left + indent, middle - trim.left - indent - points(5)],
    page: [middle + points(5), points(15)],
    sheet: [middle + points(22), trim.right - middle - points(22) - indent],
  }[place] as [number, number];
  const baseline = trim.bottom - (room.inner + room.outer + letter) / 2;
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
