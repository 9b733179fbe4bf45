import { highMarks, westernLetters } from "../tables/western-letters.ts";

const rows = Object.values(westernLetters).map((row) => new Set(row));
const all = new Set(rows.flatMap((row) => [...row]));
/** Share of its letters that may be of any row: names in an English text; Czech and Hungarian have five times as many. */
const few = 0.02;

/** What no text of the West has where this encoding is its own, in lower and upper case. */
const doubtful: readonly RegExp[] = [
  // Controls, and bytes that stand for nothing.
  /[^\t\n\f\r\P{Cc}]/u,
  // Words of accented letters alone: Cyrillic, Greek, Chinese and all others that have no ASCII.
  /[^\P{L}a-z]{3}/iu,
  // A capital in a word: quotation marks of an old Mac.
  /\p{Ll}[^\P{Lu}A-Z]|(?<!\p{L})(?:[^\P{Lu}A-Z][A-Z]\p{Ll}|Õ|Ñ(?!\p{L}))/u,
  // Signs within a word: letters of Poland, of Romania, of DOS, of an old Mac.
  /\p{L}[^\P{L}\p{Ll}\p{Lu}]\p{L}|\p{L}[¡-¶¸-¿×÷‚„†‡ˆ‰‹›˜™€¤ƒ•‘](?=\p{L})|\p{Ll}–\p{Ll}/u,
];

/**
 * Reads bytes that are not UTF-8 as Windows-1252, in which Word saves plain text on Windows, if they can be nothing else.
 * @param bytes
 *   Of a whole file.
 * @returns
 *   The text; `undefined` where it may be in another encoding, or is UTF-8 with something damaged in it.
 */
export function readWestern(bytes: Uint8Array): string | undefined {
  if (hasWideLetter(bytes)) return undefined;
  const text = decoded(bytes);
  if (doubtful.some((sign) => sign.test(text))) return undefined;
  const letters = text.match(/\p{L}/gu) ?? [];
  const accented = letters.filter((letter) => letter > "\u007F" && !/[ªº]/.test(letter));
  const lower = new Set(accented.map((letter) => letter.toLowerCase()));
  const among = (row: ReadonlySet<string>) => [...lower].every((letter) => row.has(letter));
  const isFew = accented.length <= few * letters.length;
  return (isFew ? among(all) : rows.some(among)) ? text : undefined;
}

// Not by TextDecoder: that of Node 20 leaves the controls of Latin-1 where the quotation marks are.
function decoded(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.replace(/[\u0080-\u009F]/g, (unit) => highMarks[unit.charCodeAt(0) - 0x80] as string);
}

/** Whether bytes hold a letter of UTF-8 beyond ASCII: whoever saved them so knew of UTF-8. */
function hasWideLetter(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return /[^\0-\u007F\uFFFD]/u.test(text);
}
