import type { Operand } from "./operand.ts";
import { readOperations } from "./tokens.ts";

/** What a CMap says (ISO 32000-1, 9.7.5 and 9.10.3). */
export interface CMap {
  /** Text by code. */
  text: ReadonlyMap<number, string>;
  /** Glyph numbers (CID) by code, in ranges. */
  glyphs: readonly { first: number; last: number; glyph: number }[];
  /** Which codes there are, by how many bytes they have. */
  spaces: readonly { length: number; first: number; last: number }[];
  vertical: boolean;
}

// No range has more codes than two bytes can name; what claims more is damaged.
const most = 65536;

/**
 * Reads a CMap, of a font's text or of its encoding.
 * @param bytes
 *   Decoded stream.
 * @returns
 *   Its maps; empty where it has none.
 */
export function readCMap(bytes: Uint8Array): CMap {
  const text = new Map<number, string>();
  const glyphs: CMap["glyphs"][number][] = [];
  const spaces: CMap["spaces"][number][] = [];
  let vertical = false;
  for (const { operator, operands } of readOperations(bytes)) {
    if (operator === "endbfchar") addCharacters(text, operands);
    else if (operator === "endbfrange") addRanges(text, operands);
    else if (operator === "endcidrange")
      for (const [first, last, glyph] of grouped(operands, 3))
        glyphs.push({ first: code(first), last: code(last), glyph: Number(glyph) });
    else if (operator === "endcidchar")
      for (const [one, glyph] of grouped(operands, 2))
        glyphs.push({ first: code(one), last: code(one), glyph: Number(glyph) });
    else if (operator === "endcodespacerange")
      for (const [first, last] of grouped(operands, 2))
        spaces.push({ length: lengthOf(first), first: code(first), last: code(last) });
    else if (operator === "def" && operands[0] === "WMode") vertical = operands[1] === 1;
  }
  return { text, glyphs, spaces, vertical };
}

function addCharacters(text: Map<number, string>, operands: readonly Operand[]): void {
  for (const [one, target] of grouped(operands, 2)) text.set(code(one), textOf(target));
}

function addRanges(text: Map<number, string>, operands: readonly Operand[]): void {
  for (const [from, to, target] of grouped(operands, 3)) {
    const first = code(from);
    const count = Math.min(code(to) - first + 1, most);
    const list = Array.isArray(target) ? (target as readonly Operand[]) : undefined;
    // A list says each; a single text counts on in its last character.
    const points = list === undefined ? [...textOf(target)] : [];
    const last = points.pop()?.codePointAt(0) ?? 0;
    const before = points.join("");
    for (let at = 0; at < (list === undefined ? count : Math.min(count, list.length)); at++)
      text.set(first + at, list === undefined ? before + character(last + at) : textOf(list[at]));
  }
}

function character(point: number): string {
  return point > 0x10ffff ? "" : String.fromCodePoint(point);
}

function grouped(operands: readonly Operand[], size: number): (readonly Operand[])[] {
  const count = Math.floor(operands.length / size);
  return Array.from({ length: count }, (_, at) => operands.slice(at * size, at * size + size));
}

function lengthOf(operand: Operand | undefined): number {
  return operand instanceof Uint8Array ? operand.length : 0;
}

function code(operand: Operand | undefined): number {
  if (!(operand instanceof Uint8Array)) return typeof operand === "number" ? operand : 0;
  return operand.reduce((value, byte) => value * 256 + byte, 0);
}

/** UTF-16, big end first; a single byte is a character too. A name of a glyph is left out. */
function textOf(operand: Operand | undefined): string {
  if (!(operand instanceof Uint8Array)) return "";
  if (operand.length === 1) return String.fromCharCode(operand[0] as number);
  let text = "";
  for (let at = 0; at + 1 < operand.length; at += 2)
    text += String.fromCharCode((operand[at] as number) * 256 + (operand[at + 1] as number));
  return text;
}
