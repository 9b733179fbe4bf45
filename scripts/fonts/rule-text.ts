import type { FaceRule } from "../types.ts";

/**
 * Writes an `@font-face` rule.
 * @param rule
 *   The rule.
 * @param address
 *   Where the font file is: a URL for CSS, without quotation marks in it.
 * @returns
 *   CSS on one line.
 */
export function ruleText(
  { adjust, family, style, weight, range }: FaceRule,
  address: string,
): string {
  return (
    `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};` +
    `${range ? `unicode-range:${range};` : ""}${adjust ? `size-adjust:${adjust};` : ""}src:url(${address})}`
  );
}
