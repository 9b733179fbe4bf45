import type { PageNumber } from "./page-number.ts";

/** Fewest lines from a page's number to the next where nothing else tells it from a column of figures. */
const page = 4;
/** Longest head or foot of a page, in characters. */
const longest = 120;
const ownNumber =
  /^(?<first>\p{Nd}{1,4})\s+(?<after>\p{L}.*)$|^(?<before>.*\p{L}\S*)\s+(?<last>\p{Nd}{1,4})$/u;
const fewestHeads = 3;
const heading = /^#{1,6}\s/u;

type Found = PageNumber & { index: number };

/**
 * Finds the lines that were heads and feet of the pages a text was copied from: numbers that count on, what comes again
 * beside them or beside page breaks (form feeds), and running titles with numbers that count on.
 * @param lines
 *   Lines of the text.
 * @param read
 *   Reads the number of a page off a line.
 * @returns
 *   Their numbers from 1, in order.
 */
export function pageLines(
  lines: readonly string[],
  read: (line: string) => PageNumber | undefined,
): number[] {
  const numbers = numbered(lines, read);
  const feeds = lines.flatMap((line, index) => (line.includes("\f") ? index : []));
  const found = [...numbers, ...repeated(lines, numbers, feeds), ...runningTitles(lines)];
  return [...new Set(found)].sort((one, other) => one - other).map((index) => index + 1);
}

/** Lines with numbers of pages. */
function numbered(
  lines: readonly string[],
  read: (line: string) => PageNumber | undefined,
): number[] {
  const found = lines.flatMap((line, index): Found[] => {
    const number = read(line.replaceAll("\f", ""));
    return number ? [{ ...number, index }] : [];
  });
  const all = found.filter(({ form }) => form === "words");
  const worded = all.filter(({ rest }) => rest === all[0]?.rest);
  if (worded.length > 1 && countsOn(worded)) return worded.map(({ index }) => index);
  const plain = found.filter(({ form }) => form !== "words");
  return countsOn(plain) && isOfPages(plain, lines) ? plain.map(({ index }) => index) : [];
}

/** Whether numbers without words are those of pages: a text never ends with the number of a part, nor do parts begin with 2. */
function isOfPages(found: readonly Found[], lines: readonly string[]): boolean {
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return false;
  const isDashed = found.every(({ form }) => form === "dashes");
  if (found.length === 1 && !isDashed) return false;
  const isApart = found.every(
    ({ index }, at) => at === 0 || index - (found[at - 1]?.index ?? 0) >= page,
  );
  const isAtEnd = lines.slice(last.index + 1).every((line) => line.trim() === "");
  return isApart && (isAtEnd || (isDashed && first.page > 1 && found.length > 1));
}

function countsOn(numbers: ReadonlyArray<{ page: number }>): boolean {
  return numbers.every((one, at) => at === 0 || one.page === (numbers[at - 1]?.page ?? 0) + 1);
}

/** Lines beside the ends of pages that come again, whatever their figures. */
function repeated(
  lines: readonly string[],
  numbers: readonly number[],
  feeds: readonly number[],
): number[] {
  if (numbers.length + feeds.length === 0) return [];
  const isText = (index: number) => {
    const line = lines[index] ?? "";
    return /\S/u.test(line) && !heading.test(line) && !numbers.includes(index);
  };
  // Over the whole text it is its title.
  const title = lines.findIndex((line) => line.trim() !== "");
  const all = lines.flatMap((_, index) => (isText(index) ? index : []));
  // What follows a page break stands on its line.
  const heads = [
    all[0],
    ...numbers.map((at) => all.find((index) => index > at)),
    ...feeds.map((at) => all.find((index) => index >= at)),
  ];
  const ends = feeds.length > 0 ? [...feeds, lines.length] : [];
  const feet = [...numbers, ...ends].map((at) => all.findLast((index) => index < at));
  return [heads, feet].flatMap((found) => {
    const own = [...new Set(found)].filter((index) => index !== undefined);
    const keys = own.map((index) => keyOf(lines[index] ?? ""));
    return own.filter((index, at) => {
      const key = keys[at] ?? "";
      return key !== "" && index !== title && keys.indexOf(key) !== keys.lastIndexOf(key);
    });
  });
}

/** What a line says, whatever its figures; `""` of a line too long for a head. */
function keyOf(line: string): string {
  return line.length > longest
    ? ""
    : line
        .replace(/\p{Nd}+/gu, "#")
        .replace(/\s+/gu, " ")
        .trim();
}

/**
 * Titles that come again with numbers that count on: on both sides of them, as in a book (`12 Title`, `Part 13`, `14 Title`), or
 * the title of the text.
 */
function runningTitles(lines: readonly string[]): number[] {
  const found = lines.flatMap((line, index) => {
    const isAlone = [lines[index - 1], lines[index + 1]].every((one = "") => one.trim() === "");
    const { first, after, before, last } = (isAlone && ownNumber.exec(line.trim())?.groups) || {};
    const words = after ?? before;
    if (words === undefined || line.length > longest) return [];
    return {
      index,
      page: Number(first ?? last),
      words: words.trim(),
      isFirst: first !== undefined,
    };
  });
  const again = found.filter(({ words }) => found.filter((one) => one.words === words).length > 1);
  const sides = new Set(again.map(({ isFirst }) => isFirst));
  const title = lines
    .find((line) => line.trim() !== "")
    ?.replace(/^#\s+/u, "")
    .trim();
  const isTold = sides.size > 1 ? again.length >= fewestHeads : again[0]?.words === title;
  return isTold && countsOn(again) ? again.map(({ index }) => index) : [];
}
