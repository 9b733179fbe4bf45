import { hexOf, isRegular, kindOf, kinds } from "./characters.ts";
import type { Dictionary, Operand } from "./operand.ts";
import { unescaped } from "./string-escapes.ts";

/** A content stream and how far it is read. */
export interface Source {
  readonly bytes: Uint8Array;
  at: number;
  /** How many arrays and dictionaries are open. */
  depth: number;
}

// Deeper than anything that is meant to be read (ISO 32000-1 knows no limit; q nests to 28).
const deepest = 100;
/** Words that are operands. */
export const literals: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
] as const);

const powers = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

/**
 * Goes to the next byte that is neither white space nor comment.
 * @param source
 *   Read on.
 */
export function skipWhite(source: Source): void {
  const { bytes } = source;
  const { length } = bytes;
  let at = source.at;
  for (; at < length; at++) {
    const kind = kindOf[bytes[at] as number];
    if (kind === kinds.white) continue;
    if (kind !== kinds.comment) break;
    while (at < length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  }
  source.at = at;
}

/**
 * Reads a number, name, string, array or dictionary. What has no end ends with the stream.
 * @param source
 *   At the first byte of it, or of anything else.
 * @returns
 *   The operand; `undefined` where none begins, and then nothing is read.
 */
export function readOperand(source: Source): Operand | undefined {
  switch (kindOf[source.bytes[source.at] as number]) {
    case kinds.number:
      return readNumber(source);
    case kinds.name:
      return readName(source);
    case kinds.string:
      return readString(source);
    case kinds.angle:
      return source.bytes[source.at + 1] === 0x3c ? readDictionary(source) : readHex(source);
    case kinds.array:
      return readArray(source);
    default:
      return undefined;
  }
}

/**
 * Reads a word: an operator, or `true`, `false`, `null`.
 * @param source
 *   At its first byte.
 * @returns
 *   The word, one character a byte; empty where none begins.
 */
export function readWord(source: Source): string {
  const { bytes } = source;
  let word = "";
  while (isRegular(bytes[source.at])) word += String.fromCharCode(bytes[source.at++] as number);
  return word;
}

// Other readers' leniency, since files rely on it: a second sign is passed over, a lone sign is nothing.
function readNumber(source: Source): number {
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
  return negative ? -value : value;
}

function readName(source: Source): string {
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

function readHex(source: Source): Uint8Array {
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

function readString(source: Source): Uint8Array {
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

function readArray(source: Source): readonly Operand[] {
  source.at++;
  return readItems(source, 0x5d);
}

function readDictionary(source: Source): Dictionary {
  source.at += 2;
  const dictionary = new Map<string, Operand>();
  const items = readItems(source, 0x3e);
  if (source.bytes[source.at] === 0x3e) source.at++;
  let key: string | undefined;
  for (const item of items) {
    if (key !== undefined) {
      dictionary.set(key, item);
      key = undefined;
    } else if (typeof item === "string") key = item;
  }
  return dictionary;
}

/** Everything up to the byte that closes it; operators have no place here and are passed over. */
function readItems(source: Source, close: number): Operand[] {
  const { bytes } = source;
  const items: Operand[] = [];
  source.depth++;
  for (skipWhite(source); source.at < bytes.length; skipWhite(source)) {
    if (bytes[source.at] === close) {
      source.at++;
      break;
    }
    const item = source.depth < deepest ? readOperand(source) : undefined;
    if (item !== undefined) items.push(item);
    else {
      const word = readWord(source);
      if (word === "") source.at++;
      else if (literals.has(word)) items.push(literals.get(word) as Operand);
    }
  }
  source.depth--;
  return items;
}
