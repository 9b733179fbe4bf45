import type { Sheet } from "./formats.ts";

const inch = 25.4;
const inches = (width: number, height: number): Sheet => ({
  name: `${width} × ${height} in`,
  width: width * inch,
  height: height * inch,
});

/** Sheets larger than those we print, as shops print them for a wall; millimetres, portrait, by the sheet they follow. */
const wallSheets: Readonly<Record<string, readonly Sheet[]>> = {
  "18 × 24 in": [inches(24, 36), inches(36, 48)],
  A2: [
    { name: "A1", width: 594, height: 841 },
    { name: "A0", width: 841, height: 1189 },
  ],
};

/**
 * Finds the sheet that would hold what doesn't fit on another.
 * @param sheet
 *   The one that is too small.
 * @param grow
 *   How many times as wide and as high it would have to be.
 * @returns
 *   Its name; where shops have none as large, the size in millimetres.
 */
export function sheetFor(sheet: Sheet, grow: number): string {
  const [width, height] = [sheet.width * grow, sheet.height * grow];
  const next = wallSheets[sheet.name]?.find((one) => one.width >= width && one.height >= height);
  const side = (length: number) => Math.ceil(length / 10) * 10;
  return next?.name ?? `${side(width)} × ${side(height)} mm`;
}
