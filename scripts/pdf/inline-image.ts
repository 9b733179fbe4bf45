import { isRegular, isWhite } from "./characters.ts";
import { readOperand, readWord, skipWhite } from "./lexer.ts";
import type { Dictionary, Operand } from "./operand.ts";
import { operators } from "./operators.ts";
import type { Source } from "./scalars.ts";

// How far behind an `EI` to look whether a content stream goes on there: bytes, operations.
const lookAhead = 200;
const enough = 5;

// Colour components by the names that need no lookup (ISO 32000-1, table 94).
const components: ReadonlyMap<unknown, number> = new Map([
  ["G", 1],
  ["DeviceGray", 1],
  ["RGB", 3],
  ["DeviceRGB", 3],
  ["CMYK", 4],
  ["DeviceCMYK", 4],
]);

/**
 * Reads an inline image (ISO 32000-1, 8.9.7). Where its size can be told from its dictionary that decides;
 * else it ends at the first `EI` behind which a content stream goes on.
 * @param source
 *   Behind `BI`; read on to behind `EI`.
 * @returns
 *   Its dictionary, keys as written, and its data, still encoded.
 */
export function readInlineImage(source: Source): Operand[] {
  const { bytes } = source;
  const dictionary = readKeys(source);
  // One white space parts `ID` from the data.
  const start = isWhite(bytes[source.at]) ? source.at + 1 : source.at;
  const known = lengthOf(dictionary);
  const fits = known !== undefined && endsAt(bytes, start + known);
  const end = fits ? start + known : findEnd(bytes, start);
  source.at = end;
  while (isWhite(bytes[source.at])) source.at++;
  source.at = Math.min(source.at + 2, bytes.length);
  return [dictionary, bytes.slice(start, end)];
}

function readKeys(source: Source): Dictionary {
  const dictionary = new Map<string, Operand>();
  let key: Operand | undefined;
  for (skipWhite(source); source.at < source.bytes.length; skipWhite(source)) {
    let item = readOperand(source);
    if (item === undefined) {
      const word = readWord(source);
      if (word === "ID") break;
      if (word === "") source.at++;
      item = word === "true";
    }
    if (key === undefined) key = item;
    else {
      if (typeof key === "string") dictionary.set(key, item);
      key = undefined;
    }
  }
  return dictionary;
}

/** Bytes of data, where the dictionary says so (PDF 2.0) or the image isn't encoded. */
function lengthOf(dictionary: Dictionary): number | undefined {
  const get = (short: string, long: string) => dictionary.get(short) ?? dictionary.get(long);
  const length = get("L", "Length");
  if (typeof length === "number") return length;
  const [width, height] = [get("W", "Width"), get("H", "Height")];
  if (get("F", "Filter") !== undefined) return undefined;
  if (typeof width !== "number" || typeof height !== "number") return undefined;
  const mask = get("IM", "ImageMask") === true;
  const bits = mask ? 1 : (get("BPC", "BitsPerComponent") ?? 8);
  const channels = mask ? 1 : components.get(get("CS", "ColorSpace"));
  if (typeof bits !== "number" || channels === undefined) return undefined;
  return Math.ceil((width * bits * channels) / 8) * height;
}

function endsAt(bytes: Uint8Array, place: number): boolean {
  let at = place;
  while (isWhite(bytes[at])) at++;
  return isEnd(bytes, at);
}

function isEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x45 && bytes[at + 1] === 0x49 && !isRegular(bytes[at + 2]);
}

function findEnd(bytes: Uint8Array, start: number): number {
  let first = -1;
  for (let at = bytes.indexOf(0x45, start); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (!isEnd(bytes, at) || !(at === start || isWhite(bytes[at - 1]))) continue;
    if (goesOn(bytes, at + 2)) return Math.max(at - 1, start);
    if (first < 0) first = Math.max(at - 1, start);
  }
  return first < 0 ? bytes.length : first;
}

/** Whether what follows is text, and its words are operators: image data hardly ever is. */
function goesOn(bytes: Uint8Array, start: number): boolean {
  const ahead = bytes.subarray(start, start + lookAhead);
  const source: Source = { bytes: ahead, at: 0, depth: 0 };
  for (let count = 0; count < enough; ) {
    skipWhite(source);
    if (source.at >= ahead.length) return true;
    const from = source.at;
    if (readOperand(source) !== undefined) continue;
    const word = readWord(source);
    if (source.at === ahead.length && start + lookAhead < bytes.length) return true;
    if (source.at === from || !operators.has(word)) return false;
    count++;
  }
  return true;
}
