/** A dictionary written into a content stream; keys without the slash, in the order written. */
export type Dictionary = ReadonlyMap<string, Operand>;

/**
 * What stands before an operator. A name is a string without its slash, one character a byte; a PDF string
 * is its bytes.
 */
export type Operand =
  | number
  | boolean
  | null
  | string
  | Uint8Array
  | readonly Operand[]
  | Dictionary;

/** An operator with what stands before it. */
export interface Operation {
  /** As written; an inline image, from `BI` to `EI`, is one operation `BI` of a dictionary and its data. */
  operator: string;
  operands: readonly Operand[];
  /** Where the first operand begins, in bytes. */
  start: number;
  /** Behind the operator's last byte. */
  end: number;
}
