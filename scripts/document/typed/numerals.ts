import { plainDigits } from "../../words/plain-digits.ts";

/**
 * Digits of any script as Latin ones.
 * @param digits
 *   Characters of category Nd.
 * @returns
 *   Without zeros before: `١٢` is `12`.
 */
export function latinDigits(digits: string): string {
  return String(Number(plainDigits(digits)));
}

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/**
 * A small Roman number as Latin digits.
 * @param roman
 *   `i`, `iv`, `xl`: letters i, v, x and l.
 * @returns
 *   `1`, `4`, `40`.
 */
export function romanNumber(roman = ""): string {
  const each = [...roman].map((letter) => values[letter] ?? 0);
  const signed = each.map((value, index) => (value < (each[index + 1] ?? 0) ? -value : value));
  return String(signed.reduce((sum, value) => sum + value, 0));
}

const hanDigits = "一二三四五六七八九";

/**
 * A number of Chinese up to 99.
 * @param digits
 *   `三`, `十二`, `二十`.
 * @returns
 *   3, 12, 20.
 */
export function hanNumber(digits: string): number {
  const [tens, units] = digits.includes("十") ? digits.split("十") : ["", digits];
  const ten = digits.includes("十") ? 10 * (tens ? hanDigits.indexOf(tens) + 1 : 1) : 0;
  return ten + (units ? hanDigits.indexOf(units) + 1 : 0);
}
