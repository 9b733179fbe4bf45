import { isRegular, kindOf, kinds } from "./characters.ts";
import type { Dictionary, Operand } from "./operand.ts";
import { readHex, readName, readNumber, readString, type Source } from "./scalars.ts";

// Deeper than anything that is meant to be read (ISO 32000-1 knows no limit; q nests to 28).
const deepest = 100;
/** Words that are operands. */
export const literals: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
] as const);

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
