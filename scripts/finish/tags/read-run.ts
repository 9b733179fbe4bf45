import { kindOf, kinds } from "../../pdf/characters.ts";
import { addHexCodes } from "../../pdf/hex-codes.ts";
import { readOperand, skipWhite } from "../../pdf/lexer.ts";
import type { Matrix } from "../../pdf/matrix.ts";
import { readOperatorName } from "../../pdf/operator-name.ts";
import { readName, readNumber, type Source } from "../../pdf/scalars.ts";
import type { Run } from "./runs.ts";
import type { ShownCodes } from "./shown-codes.ts";

/** What stands before an operator, and where the next glyph goes. */
interface Pen {
  name: string;
  numbers: number[];
  codes: number[];
  /** Beginning of the line, from which `Td` steps. */
  line: number;
  x: number;
  y: number;
  known: ShownCodes | undefined;
}

/**
 * Reads a text object as Chromium writes it: a font, a matrix, and glyph by glyph a step and a string of
 * hexadecimal digits. Most of a page is that, so no operations are made of it.
 * @param source
 *   Behind `BT`; read on to behind `ET`.
 * @param run
 *   Gets what is read.
 * @param codesOf
 *   What a font says of its codes, by resource name.
 * @throws {Error}
 *   When text is shown otherwise.
 */
export function readRun(source: Source, run: Run, codesOf: (font: string) => ShownCodes): void {
  const { bytes } = source;
  const pen: Pen = { name: "", numbers: [], codes: [], line: 0, x: 0, y: 0, known: undefined };
  for (skipWhite(source); source.at < bytes.length; skipWhite(source)) {
    const kind = kindOf[bytes[source.at] as number];
    if (kind === kinds.number) pen.numbers.push(readNumber(source));
    else if (kind === kinds.angle) readCodes(source, pen);
    else if (kind === kinds.name) pen.name = readName(source);
    else {
      const operator = kind === kinds.regular ? readOperatorName(source) : undefined;
      if (operator === "ET") return;
      obey(operator, pen, run, codesOf);
      // Emptying a list takes longer than making one.
      if (pen.numbers.length > 0) pen.numbers = [];
      if (pen.codes.length > 0) pen.codes = [];
    }
  }
}

function readCodes(source: Source, { codes }: Pen): void {
  const { bytes, at } = source;
  const end = bytes[at + 1] === 0x3c ? -1 : addHexCodes(codes, bytes, at);
  if (end < 0) readOperand(source);
  else source.at = end;
}

function obey(
  operator: string | undefined,
  pen: Pen,
  run: Run,
  codesOf: (font: string) => ShownCodes,
): void {
  const { name, numbers } = pen;
  switch (operator) {
    case "Td":
      pen.line += numbers[0] as number;
      pen.x = pen.line;
      pen.y += numbers[1] as number;
      return;
    case "Tj":
      showCodes(pen, run);
      return;
    case "Tf":
      run.font = name;
      run.size = numbers[0] as number;
      pen.known = codesOf(name);
      return;
    case "Tm":
      run.matrix = numbers as unknown as Matrix;
      return;
    case "BMC":
      run.reversed ||= name === "ReversedChars";
      return;
    case "BDC":
    case "EMC":
      return;
    default:
      throw new Error("text is shown as no browser we know does");
  }
}

/** Adds glyphs to a run, from left to right. */
function showCodes(pen: Pen, run: Run): void {
  const { codes, known, y } = pen;
  if (!known) return;
  for (const code of codes) {
    const { width, hint, plain } = known(code);
    const advance = width * run.size;
    run.plain &&= plain && y === 0;
    run.glyphs.push({ code, x: pen.x, y, advance, hint });
    pen.x += advance;
  }
}
