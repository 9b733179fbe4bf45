import type { VFile } from "vfile";
import { location } from "vfile-location";
import { complain } from "../complaints/complain.ts";

/** Signs that turn the direction of what follows, by how they are typed: as themselves, or by their number. */
const sign =
  /([\u202A-\u202E\u2066-\u2069])|&#(?:x0*(202[a-e]|206[6-9])|0*(823[4-8]|829[4-7]));|\n[ \t\r]*\n/gi;
// Unicode Bidirectional Algorithm (UAX #9), 2: what each is called, and what ends it.
const names: Readonly<Record<string, string>> = {
  "202A": "left-to-right embedding",
  "202B": "right-to-left embedding",
  "202D": "left-to-right override",
  "202E": "right-to-left override",
  "2066": "left-to-right isolate",
  "2067": "right-to-left isolate",
  "2068": "first strong isolate",
};
const ends: Readonly<Record<string, RegExp>> = { "202C": /^202/, "2069": /^206/ };

/**
 * Tells of signs nobody sees by which a text is read in another order than it is written: overrides of the direction
 * of letters, and other turns that do not end in their paragraph.
 * @param file
 *   The manuscript; front matter is looked at as well.
 */
export function reportDirectionSigns(file: VFile): void {
  const text = String(file);
  const places = location(file);
  let open: Array<{ code: string; offset: number }> = [];
  const report = (code: string, offset: number, does: string) =>
    complain(
      file,
      "text-direction",
      places.toPoint(offset),
      `Here stands a sign that nobody sees, U+${code} (${names[code]}), which ${does}`,
      "Delete it; where you cannot find it, delete the words around it and type them again.",
    );
  const leave = () => {
    for (const { code, offset } of open)
      report(code, offset, "turns the direction of all that follows in its paragraph");
    open = [];
  };
  for (const { index, 1: typed, 2: hex, 3: decimal } of text.matchAll(sign)) {
    const point = typed?.codePointAt(0) ?? Number(decimal ?? `0x${hex}`);
    const code = point.toString(16).toUpperCase();
    if (Number.isNaN(point)) leave();
    else if (code === "202D" || code === "202E")
      report(code, index, "turns the letters after it round");
    else if (ends[code]) close(open, ends[code]);
    else open.push({ code, offset: index });
  }
  leave();
}

function close(open: Array<{ code: string }>, end: RegExp): void {
  const at = open.findLastIndex(({ code }) => end.test(code));
  if (at >= 0) open.splice(at);
}
