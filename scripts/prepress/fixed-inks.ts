import { inks } from "../tables/inks.ts";
import type { Rgb } from "./inks.ts";
import type { FixedInk } from "./separation.ts";

/** The table of inks, its colours read. */
export const fixedInks: readonly FixedInk[] = inks.map(({ colour, inks: mixture }) => ({
  rgb: rgbOf(colour),
  inks: mixture,
}));

function rgbOf(colour: string): Rgb {
  const digits = colour.slice(1);
  const long = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}
