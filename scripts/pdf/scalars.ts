import { hexOf, isRegular } from "./characters.ts";
import { unescaped } from "./string-escapes.ts";

/** A content stream and how far it is read. */
export interface Source {
  readonly bytes: Uint8Array;
  at: number;
  /** How many arrays and dictionaries are open. */
  depth: number;
}

const powers = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

/**
 * Reads a number as other readers do, since files rely on it: a second sign is passed over, a lone one is 0.
 * @param source
 *   At its first byte.
 */
export function readNumber(source: Source): number {
  const { bytes } = source;
  let at = source.at;
  const negative = bytes[at] === 0x2d;
  let value = 0;
  let digits = 0;
  let point = -1;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x30 && byte <= 0x39) {
      // What a double cannot hold changes nothing that can be seen.
      if (digits < 15 || point < 0) value = value * 10 + byte - 0x30;
      else continue;
      if (value > 0 || point >= 0) digits++;
    } else if (byte === 0x2e) {
      if (point >= 0) break;
      point = digits;
    } else if (byte !== 0x2d && byte !== 0x2b) break;
  }
  if (at === source.at) at++;
  source.at = at;
  if (point >= 0) value /= powers[Math.min(digits - point, 15)] as number;
  return negative && value > 0 ? -value : value;
}

/**
 * Reads a name.
 * @param source
 *   At its slash.
 * @returns
 *   Without the slash, escapes undone, one character a byte.
 */
export function readName(source: Source): string {
  const { bytes } = source;
  let name = "";
  source.at++;
  while (isRegular(bytes[source.at])) {
    let byte = bytes[source.at++] as number;
    if (byte === 0x23) {
      const high = hexOf[bytes[source.at] ?? 0] as number;
      const low = hexOf[bytes[source.at + 1] ?? 0] as number;
      if (high < 16 && low < 16) {
        byte = high * 16 + low;
        source.at += 2;
      }
    }
    name += String.fromCharCode(byte);
  }
  return name;
}

/**
 * Reads a hexadecimal string; what is no digit is passed over.
 * @param source
 *   At its first byte.
 */
export function readHex(source: Source): Uint8Array {
  const { bytes } = source;
  let end = bytes.indexOf(0x3e, source.at);
  if (end < 0) end = bytes.length;
  const string = new Uint8Array((end - source.at) >> 1);
  let digits = 0;
  for (let at = source.at + 1; at < end; at++) {
    const digit = hexOf[bytes[at] as number] as number;
    if (digit > 15) continue;
    // A missing last digit is a zero.
    string[digits >> 1] = digits & 1 ? (string[digits >> 1] as number) + digit : digit << 4;
    digits++;
  }
  source.at = Math.min(end + 1, bytes.length);
  const length = (digits + 1) >> 1;
  return length === string.length ? string : string.slice(0, length);
}

/**
 * Reads a literal string.
 * @param source
 *   At its first parenthesis.
 * @returns
 *   Its bytes, escapes undone.
 */
export function readString(source: Source): Uint8Array {
  const { bytes } = source;
  let open = 1;
  let plain = true;
  let at = source.at + 1;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at++;
    if (byte === 0x5c || byte === 13) plain = false;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) break;
  }
  const written = bytes.slice(source.at + 1, at);
  source.at = Math.min(at + 1, bytes.length);
  return plain ? written : unescaped(written);
}
