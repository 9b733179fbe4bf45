import { isRegular, kindOf, kinds } from "./characters.ts";
import { addHexCodes } from "./hex-codes.ts";
import { readOperand, skipWhite } from "./lexer.ts";
import type { Operand, Operation } from "./operand.ts";
import type { Source } from "./scalars.ts";

/** An operation as it stands in a stream: few look at the operands of most, so they are read when asked for. */
export class WrittenOperation implements Operation {
  readonly #bytes: Uint8Array;
  #operands: readonly Operand[] | undefined;

  /**
   * @param operator
   *   As written.
   * @param start
   *   Where the first operand begins, in bytes.
   * @param end
   *   Behind the operator's last byte.
   * @param bytes
   *   The stream.
   * @param operands
   *   Where they are read already.
   */
  constructor(
    readonly operator: string,
    readonly start: number,
    readonly end: number,
    bytes: Uint8Array,
    operands?: readonly Operand[],
  ) {
    this.#bytes = bytes;
    this.#operands = operands;
  }

  get operands(): readonly Operand[] {
    this.#operands ??= readOperands({ bytes: this.#bytes, at: this.start, depth: 0 });
    return this.#operands;
  }

  /** Codes of two bytes that an operator of text shows, of all its strings. */
  get codes(): readonly number[] {
    return readHexCodes(this.#bytes, this.start, this.end) ?? codesIn(this.operands);
  }
}

/** Codes in strings of hexadecimal digits; `undefined` where others stand there. */
function readHexCodes(bytes: Uint8Array, start: number, end: number): number[] | undefined {
  const codes: number[] = [];
  for (let at = start; at < end; ) {
    if (bytes[at] === 0x28) return undefined;
    at = bytes[at] === 0x3c ? addHexCodes(codes, bytes, at) : at + 1;
    if (at < 0) return undefined;
  }
  return codes;
}

/** The same, read with care. */
function codesIn(operands: readonly Operand[]): number[] {
  return operands.flatMap((operand) => {
    if (Array.isArray(operand)) return codesIn(operand);
    if (!(operand instanceof Uint8Array)) return [];
    return Array.from(
      { length: operand.length >> 1 },
      (_, at) => ((operand[at * 2] as number) << 8) | (operand[at * 2 + 1] as number),
    );
  });
}

/** Reads operands as far as the operator. */
function readOperands(source: Source): Operand[] {
  const operands: Operand[] = [];
  for (;;) {
    skipWhite(source);
    const operand = readOperand(source);
    if (operand === undefined) return operands;
    operands.push(operand);
  }
}

/**
 * Passes over operands of which the end is found without care: numbers, names, strings of hexadecimal digits and
 * arrays of those.
 * @param bytes
 *   A stream.
 * @param from
 *   Where an operand may begin.
 * @returns
 *   Where the operator begins; -1 where anything else stands before it.
 */
export function skipPlainOperands(bytes: Uint8Array, from: number): number {
  let open = false;
  for (let at = from; at < bytes.length; ) {
    switch (kindOf[bytes[at] as number]) {
      case kinds.white:
      case kinds.number:
        at++;
        break;
      case kinds.name:
        at++;
        while (isRegular(bytes[at])) at++;
        break;
      case kinds.angle:
        at = bytes[at + 1] === 0x3c ? 0 : bytes.indexOf(0x3e, at) + 1;
        if (at === 0) return -1;
        break;
      case kinds.array:
      case kinds.close:
        if ((bytes[at] as number) !== (open ? 0x5d : 0x5b)) return -1;
        open = !open;
        at++;
        break;
      case kinds.regular:
        return open ? -1 : at;
      default:
        return -1;
    }
  }
  return -1;
}
