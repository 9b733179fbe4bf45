/** What a mark is drawn with; greys run from 0, black, to 1, white. */
export interface MarkInks {
  fill: number;
  /** Of the line round it. */
  stroke: number;
  /** How much of both there is; the rest is what lies below. */
  opacity: number;
}

/**
 * Inks of a mark behind text. Black text has 17:1 on the fill and 11.7:1 on the line (WCAG 2 contrast of sRGB greys): a
 * darker one reads as a stroke through the word it crosses. A monochrome copier turns both into dots that leave letters
 * whole, those of the line denser; the copy that is made for it has the line darker still (`tables/copier.ts`).
 */
export const paperInks: MarkInks = { fill: 0.91, stroke: 0.76, opacity: 1 };

/**
 * Inks of a mark across a picture. On white the fill looks as it does on paper, so that the mark goes on where the picture
 * ends; the line is darker, since pictures are no plain ground: on every grey line and fill have 2.3:1, and black words on
 * white within the mark keep 6:1 and more. More of the mark would leave less of the picture.
 */
export const pictureInks: MarkInks = { fill: 0.775, stroke: 0, opacity: 0.4 };
