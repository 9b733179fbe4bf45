import { hexOf } from "./characters.ts";

/**
 * Adds the codes of a string of hexadecimal digits, two bytes each, to a list.
 * @param codes
 *   Gets them.
 * @param bytes
 *   A stream.
 * @param start
 *   Where the string begins, at its `<`.
 * @returns
 *   Behind its `>`; -1 where there is anything but digits between, or not four to a code.
 */
export function addHexCodes(codes: number[], bytes: Uint8Array, start: number): number {
  let at = start + 1;
  for (; bytes[at] !== 0x3e; at += 4) {
    let code = 0;
    for (let digit = at; digit < at + 4; digit++) {
      // Behind the end there is no byte.
      const value = hexOf[bytes[digit] ?? 0] as number;
      if (value > 15) return -1;
      code = code * 16 + value;
    }
    codes.push(code);
  }
  return at + 1;
}
