import { kindOf, kinds } from "./characters.ts";
import { readInlineImage } from "./inline-image.ts";
import { literals, readOperand, readWord, skipWhite } from "./lexer.ts";
import type { Operand, Operation } from "./operand.ts";
import { operatorOf } from "./operators.ts";
import type { Source } from "./scalars.ts";

export type { Dictionary, Operand, Operation } from "./operand.ts";

/**
 * Reads a content stream (ISO 32000-1, 7.8.2). Never fails: what is damaged is passed over as other readers
 * do, operands without an operator at the end are left out.
 * @param bytes
 *   Decoded stream; where a page has several, all of them, joined by white space.
 * @returns
 *   Its operations in order.
 */
export function readOperations(bytes: Uint8Array): Operation[] {
  // A Buffer's slices would share its memory.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const source: Source = { bytes: plain, at: 0, depth: 0 };
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  let start = -1;
  for (skipWhite(source); source.at < bytes.length; skipWhite(source)) {
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
    operations.push({ operator, operands, start, end: source.at });
    operands = [];
  }
  return operations;
}

/** The word at hand; `undefined` where something closes that wasn't open. */
function readOperator(source: Source): string | undefined {
  const { bytes } = source;
  let key = 0;
  let at = source.at;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    const kind = kindOf[byte];
    if (kind !== kinds.regular && kind !== kinds.number) break;
    key = key * 256 + byte;
    if (++at - source.at > 3) return readWord(source);
  }
  if (at === source.at) {
    source.at++;
    return undefined;
  }
  const known = operatorOf.get(key);
  if (known === undefined) return readWord(source);
  source.at = at;
  return known;
}
