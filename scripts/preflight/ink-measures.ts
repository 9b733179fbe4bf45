import type { Ink } from "./inspected.ts";

// Nobody sees the difference to none, or to all.
const barely = 0.01;
/** Paper that reflects less than this is a dark ground; about half of what white reflects, as eyes judge it. */
const dark = 0.35;
const blackest = 0.85;

/**
 * Says whether a colour leaves paper as it is.
 * @param ink
 *   A colour; of one that isn't known, no.
 */
export function isWhite({ family, components }: Ink): boolean {
  if (components.length === 0) return false;
  if (family === "gray" || family === "rgb") return components.every((one) => one >= 1 - barely);
  if (family === "cmyk" || family === "spot") return components.every((one) => one <= barely);
  return false;
}

/**
 * Says whether white letters stand out from a colour.
 * @param ink
 *   A colour; a single ink of its own counts as dark where it is dense.
 */
export function isDark({ family, components }: Ink): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = components;
  if (components.length === 0) return false;
  if (family === "gray") return a < 1 - dark;
  if (family === "rgb") return 0.2126 * a + 0.7152 * b + 0.0722 * c < 1 - dark;
  if (family === "cmyk")
    return (1 - d) * (0.2126 * (1 - a) + 0.7152 * (1 - b) + 0.0722 * (1 - c)) < 1 - dark;
  return family === "spot" && Math.max(...components) > dark;
}

/**
 * How much ink a colour takes, all inks together.
 * @param ink
 *   A colour.
 * @returns
 *   Per cent; `undefined` where only a profile could say.
 */
export function inkShare({ family, components }: Ink): number | undefined {
  if (components.length === 0) return undefined;
  if (family === "gray") return (1 - (components[0] ?? 1)) * 100;
  if (family !== "cmyk" && family !== "spot") return undefined;
  return components.reduce((sum, one) => sum + one, 0) * 100;
}

/**
 * Says whether a colour is black mixed of several inks.
 * @param ink
 *   A colour.
 */
export function isMixedBlack({ family, components }: Ink): boolean {
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = components;
  return family === "cmyk" && black >= blackest && Math.max(cyan, magenta, yellow) > barely;
}

/**
 * Writes a colour of inks.
 * @param ink
 *   A colour.
 * @returns
 *   Such as `60/40/40/100`.
 */
export function writeInk({ components }: Ink): string {
  return components.map((one) => Math.round(one * 100)).join("/");
}
