import { kindOf, kinds } from "../../../pdf/characters.ts";
import { readOperand } from "../../../pdf/lexer.ts";
import type { Matrix } from "../../../pdf/matrix.ts";
import { readOperatorName } from "../../../pdf/operator-name.ts";
import { readName, readNumber, type Source } from "../../../pdf/scalars.ts";
import { type Pen, readGlyphs, step, unknownText } from "./read-glyphs.ts";
import type { Run } from "./run.ts";
import type { ShownCodes } from "./shown-codes.ts";

const mostNumbers = 6;

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
  const pen: Pen = {
    ...{ name: "", numbers: [0, 0, 0, 0, 0, 0], count: 0 },
    ...{ line: 0, x: 0, y: 0, known: undefined },
  };
  while (source.at < bytes.length) {
    switch (kindOf[bytes[source.at] as number]) {
      case kinds.white:
        source.at++;
        break;
      case kinds.number:
        if (pen.count === mostNumbers) throw unknownText();
        pen.numbers[pen.count++] = readNumber(source);
        break;
      case kinds.angle:
        if (bytes[source.at + 1] === 0x3c) readOperand(source);
        else readGlyphs(source, pen, run);
        break;
      case kinds.name:
        pen.name = readName(source);
        break;
      case kinds.regular:
        if (!obey(readOperatorName(source), pen, run, codesOf)) return;
        pen.count = 0;
        break;
      default:
        throw unknownText();
    }
  }
}

/** What an operator does that shows nothing; false at the end of the text. */
function obey(
  operator: string | undefined,
  pen: Pen,
  run: Run,
  codesOf: (font: string) => ShownCodes,
): boolean {
  const { name, numbers } = pen;
  switch (operator) {
    case "Td":
      step(pen, numbers[0] as number, numbers[1] as number);
      return true;
    case "BDC":
    case "EMC":
      return true;
    case "Tf":
      run.font = name;
      run.size = numbers[0] as number;
      pen.known = codesOf(name);
      run.codes = pen.known;
      return true;
    case "Tm":
      run.matrix = [...numbers] as unknown as Matrix;
      return true;
    case "BMC":
      run.reversed ||= name === "ReversedChars";
      return true;
    case "ET":
      return false;
    default:
      throw unknownText();
  }
}
