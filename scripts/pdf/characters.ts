/** What a byte is to the reader of a content stream (ISO 32000-1, 7.2.2). */
export const kinds = {
  regular: 0,
  white: 1,
  /** What a number may begin with. */
  number: 2,
  name: 3,
  string: 4,
  /** `<`: a hexadecimal string or a dictionary. */
  angle: 5,
  array: 6,
  comment: 7,
  /** Ends something; alone it means nothing. */
  close: 8,
} as const;

/** Kind of each byte. */
export const kindOf = fill([
  [kinds.white, "\0\t\n\f\r "],
  [kinds.number, "0123456789+-."],
  [kinds.name, "/"],
  [kinds.string, "("],
  [kinds.angle, "<"],
  [kinds.array, "["],
  [kinds.comment, "%"],
  [kinds.close, ")>]{}"],
]);

/** Value of each byte as a hexadecimal digit; 255 where it is none. */
export const hexOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  const digit = "0123456789abcdef".indexOf(String.fromCharCode(byte).toLowerCase());
  return digit < 0 ? 255 : digit;
});

/**
 * Says whether a byte goes on a word: a name, number or operator.
 * @param byte
 *   A byte; `undefined` behind the end.
 */
export function isRegular(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const kind = kindOf[byte];
  return kind === kinds.regular || kind === kinds.number;
}

/**
 * Says whether a byte is white space.
 * @param byte
 *   A byte; `undefined` behind the end.
 */
export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && kindOf[byte] === kinds.white;
}

function fill(rows: readonly (readonly [kind: number, characters: string])[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const [kind, characters] of rows)
    for (const one of characters) table[one.charCodeAt(0)] = kind;
  return table;
}
