import type { PaperName } from "./formats.ts";

/** Row of the table of margins for the press, in millimetres. */
export interface PressMargin {
  /** How far beyond the trim colour goes, so that no cut leaves a white edge. */
  bleed: number;
  /** Room beyond the trim for bleed and marks. */
  slug: number;
}

/** What print shops on each side ask for: an eighth of an inch and half of one, or 3 mm and a little more than 1 cm. */
export const pressMargins = {
  us: { bleed: 3.175, slug: 12.7 },
  iso: { bleed: 3, slug: 12 },
} as const satisfies Record<PaperName, PressMargin>;
