/** What a black-and-white copier still prints; greys run from 0, black, to 1, white. */
export interface CopierFloors {
  /** Letters and lines up to this grey are printed black: a screen of dots would fray them. */
  sharp: number;
  /** Lightest grey of each use; what is lighter, white aside, is printed so. */
  lightest: Readonly<Record<"text" | "line" | "area", number>>;
}

/**
 * Measured with `pdftoppm -mono -r 300`. TODO
 */
export const copierFloors: CopierFloors = {
  sharp: 0.5,
  lightest: { text: 0.6, line: 0.6, area: 0.91 },
};
