/**
 * A text as a CSS string.
 * @param text
 *   Any text.
 * @returns
 *   The string with its quotation marks; nothing in it can end the string, the rule or the `style` element.
 */
export function cssString(text: string): string {
  const escaped = text.replace(/["\\<\p{Cc}]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
