/** What a black-and-white copier still prints; greys run from 0, black, to 1, white. */
export interface CopierFloors {
  /** Letters and lines up to this grey are printed black: a screen of dots would fray them. */
  sharp: number;
  /** Lightest grey of each use; what is lighter, white aside, is printed so. */
  lightest: Readonly<Record<"text" | "line" | "area" | "tone", number>>;
}

/**
 * Nine hundredths of black are the tint of a draft's mark, which a test finds again in dots of a 300th of an inch, black
 * or white, without a letter over it lost; print shops advise no lighter screens than about that. Greys darker than
 * half are the ones of our text and rules; the line round the mark is lighter and stays a screen. Gradients end as they do.
 */
export const copierFloors: CopierFloors = {
  sharp: 0.5,
  lightest: { text: 0.6, line: 0.6, area: 0.91, tone: 1 },
};
