/**
 * Writes digits of any script as those of ASCII.
 * @param text
 *   Any text.
 * @returns
 *   The same, `١٢` as `12`.
 */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(worthOf(digit)));
}

// Unicode has the digits of a script one after another, from zero.
function worthOf(digit: string): number {
  const code = digit.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
