import { isRegular } from "./characters.ts";
import { readInlineImage } from "./inline-image.ts";
import { literals, readOperand, readWord, skipWhite } from "./lexer.ts";
import type { Operand } from "./operand.ts";
import { operatorOf } from "./operators.ts";
import type { Source } from "./scalars.ts";
import { skipPlainOperands, WrittenOperation } from "./written-operation.ts";

export type { Dictionary, Operand, Operation } from "./operand.ts";

/**
 * Reads a content stream (ISO 32000-1, 7.8.2). Never fails: what is damaged is passed over as other readers
 * do, operands without an operator at the end are left out.
 * @param bytes
 *   Decoded stream; where a page has several, all of them, joined by white space.
 * @returns
 *   Its operations in order.
 */
export function readOperations(bytes: Uint8Array): WrittenOperation[] {
  // A Buffer's slices would share its memory.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const source: Source = { bytes: plain, at: 0, depth: 0 };
  const operations: WrittenOperation[] = [];
  for (skipWhite(source); source.at < bytes.length; skipWhite(source)) {
    const operation = readPlainly(source) ?? readCarefully(source);
    if (operation) operations.push(operation);
  }
  return operations;
}

/** The operation at hand, if its operands can be passed over; else nothing is read. */
function readPlainly(source: Source): WrittenOperation | undefined {
  const { bytes, at: start } = source;
  const at = skipPlainOperands(bytes, start);
  if (at < 0) return undefined;
  source.at = at;
  const operator = readKnown(source);
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
  const known = readKnown(source);
  if (known !== undefined) return known;
  if (isRegular(source.bytes[source.at])) return readWord(source);
  source.at++;
  return undefined;
}

/** The operator at hand; where the word is none, nothing is read. */
function readKnown(source: Source): string | undefined {
  const { bytes } = source;
  let key = 0;
  let at = source.at;
  for (; isRegular(bytes[at]); at++) {
    if (at - source.at > 2) return undefined;
    key = key * 256 + (bytes[at] as number);
  }
  const known = operatorOf.get(key);
  if (known !== undefined) source.at = at;
  return known;
}
