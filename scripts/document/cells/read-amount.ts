/** An amount as it is typed. */
export interface Amount {
  /** Its figures, with what groups them and parts their fraction. */
  figures: string;
  /** What stands behind them, with the space between: a currency, a sign of shares. */
  unit: string;
}

// A sign, a currency before or behind, figures in groups, a fraction, a share. Years and numbers of houses too.
const amount =
  /^[-−–+±]?\s*(?:\p{Sc}|[A-Z]{3}\s)?\s*[-−–+]?(\p{Nd}+(?:[.,٫٬'’\u00A0\u202F ]\p{Nd}+)*)(\s*(?:[%‰٪]|\p{Sc}|[A-Z]{3}))?$/u;

/**
 * Reads an amount.
 * @param text
 *   All that a cell says, without space around.
 * @returns
 *   `undefined` when it is none.
 */
export function readAmount(text: string): Amount | undefined {
  const [, figures, unit = ""] = amount.exec(text) ?? [];
  return figures === undefined ? undefined : { figures, unit };
}
