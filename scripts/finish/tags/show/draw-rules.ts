import type { Operation } from "../../../pdf/operand.ts";
import type { Drawn } from "../match/drawn.ts";

/** How rules are written. */
export interface RuleWriter {
  /** Sets the ink. */
  ink(dye: number): void;
  /** Copies operations. */
  copy(first: number, last: number): void;
}

/**
 * Draws the rules of a line, each with all that is said for it but colours.
 * @param rules
 *   Of the line.
 * @param operations
 *   Of the page.
 * @param write
 *   Writes them.
 */
export function drawRules(
  rules: readonly Drawn[],
  operations: readonly Operation[],
  write: RuleWriter,
): void {
  const copyFrame = (from: number, to: number) => {
    for (let index = from; index < to; index++)
      if (!/^rg$/i.test(operations[index]?.operator ?? "")) write.copy(index, index);
  };
  for (const { first, last, paints } of rules) {
    let next = first;
    for (const paint of paints) {
      copyFrame(next, paint.first);
      write.ink(paint.ink);
      write.copy(paint.first, paint.last);
      next = paint.last + 1;
    }
    copyFrame(next, last + 1);
  }
}
