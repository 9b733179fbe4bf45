import { isRegular } from "./characters.ts";
import { readInlineImage } from "./inline-image.ts";
import { literals, readOperand, readWord, skipWhite } from "./lexer.ts";
import type { Operand } from "./operand.ts";
import { readOperatorName } from "./operator-name.ts";
import type { Source } from "./scalars.ts";
import { skipPlainOperands, WrittenOperation } from "./written-operation.ts";

/**
 * Reads a content stream (ISO 32000-1, 7.8.2). Never fails: what is damaged is passed over as other readers
 * do, operands without an operator at the end are left out.
 * @param bytes
 *   Decoded stream; where a page has several, all of them, joined by white space.
 * @returns
 *   Its operations in order.
 */
export function readOperations(bytes: Uint8Array): WrittenOperation[] {
  const source = openSource(bytes);
  const operations: WrittenOperation[] = [];
  for (let next = readOperation(source); next; next = readOperation(source)) operations.push(next);
  return operations;
}

/**
 * Opens a stream at its beginning.
 * @param bytes
 *   Decoded.
 */
export function openSource(bytes: Uint8Array): Source {
  // A Buffer's slices would share its memory.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return { bytes: plain, at: 0, depth: 0 };
}

/**
 * Reads one operation.
 * @param source
 *   Anywhere between two; read on to behind its operator.
 * @returns
 *   The operation; `undefined` at the end of the stream.
 */
export function readOperation(source: Source): WrittenOperation | undefined {
  skipWhite(source);
  return readPlainly(source) ?? readCarefully(source);
}

/** The operation at hand, if its operands can be passed over; else nothing is read. */
function readPlainly(source: Source): WrittenOperation | undefined {
  const { bytes, at: start } = source;
  const at = skipPlainOperands(bytes, start);
  if (at < 0) return undefined;
  source.at = at;
  const operator = readOperatorName(source);
  if (operator !== undefined && operator !== "BI")
    return new WrittenOperation(operator, start, source.at, bytes);
  source.at = start;
  return undefined;
}

/** The operation at hand, whatever its operands are; `undefined` at the end of the stream. */
function readCarefully(source: Source): WrittenOperation | undefined {
  const { bytes } = source;
  let operands: Operand[] = [];
  let start = -1;
  for (; source.at < bytes.length; skipWhite(source)) {
    if (operands.length === 0) start = source.at;
    const operand = readOperand(source);
    if (operand !== undefined) {
      operands.push(operand);
      continue;
    }
    const operator = readOperator(source);
    const literal = operator === undefined ? undefined : literals.get(operator);
    if (literal !== undefined) operands.push(literal);
    else if (operator === "BI") operands = readInlineImage(source);
    if (operator === undefined || literal !== undefined) continue;
    return new WrittenOperation(operator, start, source.at, bytes, operands);
  }
  return undefined;
}

/** The word at hand; `undefined` where something closes that wasn't open. */
function readOperator(source: Source): string | undefined {
  const known = readOperatorName(source);
  if (known !== undefined) return known;
  if (isRegular(source.bytes[source.at])) return readWord(source);
  source.at++;
  return undefined;
}
