import { plainDigits } from "../words/plain-digits.ts";

/** A number written in figures. */
export interface Figure {
  /** Its digits, without what groups them: `1500` of `1,500` and of `١٬٥٠٠`. */
  digits: string;
  typed: string;
  /** What follows it in the text. */
  after: string;
}

// `1,500`, `1.500`, `1 500`, `1’500`, `1,00,000`; a date or a decimal is read as the numbers it is made of.
const grouped = String.raw`(?<!\p{Nd})\p{Nd}{1,3}(?:(?<sign>[.,'’٬٫\u00A0\u202F ])\p{Nd}{2}(?:\k<sign>\p{Nd}{2}){0,4}\k<sign>\p{Nd}{3}|(?<group>[.,'’٬٫\u00A0\u202F ])\p{Nd}{3}(?:\k<group>\p{Nd}{3})*)(?!\p{Nd})`;
const figure = new RegExp(String.raw`${grouped}|\p{Nd}+`, "gu");
/** Characters after a number that are looked at. */
const reach = 16;

/**
 * Finds the numbers of a text that are written in figures.
 * @param text
 *   Text of a block.
 */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(figure)].map(({ 0: typed, index }) => {
    const end = index + typed.length;
    const digits = plainDigits(typed)
      .replace(/\D/gu, "")
      .replace(/^0+(?=\d)/u, "");
    return { digits, typed, after: text.slice(end, end + reach) };
  });
}
