import { lineIndent } from "./line-indent.ts";

/** Lines of a text, told apart by how wide they are. */
export interface Wrapping {
  /** Widest line of those that were wrapped, in letters; `undefined`: none were. */
  width: number | undefined;
  /** Whether a line, by its number from 1, is wrapped from the one before. */
  isWrapped(line: number): boolean;
}

/** Characters that one line needs at least to be known for one of running text by its width alone. */
const prose = 40;
/** How much shorter than the widest line one may be, with the next word, where a program looked ahead to part lines evenly. */
const evenness = 0.8;
/** Lines set in so far stand at the right or in the middle, and have their own width. */
export const far = 8;
/** Wider than any line that is wrapped. */
const widest = 150;
/** Fewest lines that tell: two of any width look wrapped. */
const fewest = 3;
/** Fewest lines in which it is no chance that each had no room for the next word, however narrow they are. */
const many = 6;
const narrowest = 20;

const marker =
  /^[\s>]*(?:(?:[-+*•●▪‣◦○■➢❖►➤⁃·–—]|\(?(?:\p{N}{1,3}(?:\.\p{N}{1,3})*|[ivxIVX]{1,5}|\p{L})(?:[.)]?[-–—]|[.)、/]))(?:\s|(?<=、))|[①-⑳★☆✓✗✘→⇒➔➜◆◇※]|(?![©®™‼⁉])\p{Extended_Pictographic})/u;
// Streets, houses and telephones too, in languages that begin their abbreviations with small letters.
const address =
  /^[\s>]*(?:\S+@\S|www\.|https?:|(?:al|e-?mail|fax|kom|mob|os|tel|ul|бул|вул|кв|моб|пер|пл|просп|тел|ул|факс|τηλ|οδός)[.:]\s*\S)/u;
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFF60]/gu;

/**
 * Finds the lines that were wrapped, by a program or by hand, as far as three or more of a kind tell: each is as long
 * as it could be without the next word.
 * @param lines
 *   Lines of a text.
 * @returns
 *   What is known of them.
 */
export function wrappingOf(lines: readonly string[]): Wrapping {
  const wrapped = new Set<number>();
  let width: number | undefined;
  for (let from = 0; from < lines.length; ) {
    const isBlank = !/\p{L}/u.test(lines[from] ?? "");
    let end = from + 1;
    while (!isBlank && end < lines.length && goesOn(lines[end] as string)) end++;
    const run = withoutMargin(lines.slice(from, end));
    if (isWrappedRun(run)) {
      width = Math.max(width ?? 0, ...run.map(widthOf));
      for (let line = from + 2; line <= end; line++) wrapped.add(line);
    }
    from = end;
  }
  return { width, isWrapped: (line) => wrapped.has(line) };
}

/**
 * How wide a line is with the first word of the next one.
 * @param line
 *   Line.
 * @param next
 *   Line after it.
 * @returns
 *   Letters; one of Chinese, Japanese or Korean is as wide as two.
 */
export function widthWith(line: string, next: string): number {
  const start = next.replace(/^[\s>]+/u, "");
  const [letter = ""] = start;
  const word = letter.search(wide) === 0 ? letter : (/^\S*/u.exec(start)?.[0] ?? "");
  return widthOf(line) + 1 + widthOf(word);
}

/**
 * Whether a line goes on in the middle of a sentence.
 * @param line
 *   Line before.
 * @param next
 *   The line.
 */
export function isMidSentence(line: string, next: string): boolean {
  // An address begins with a small letter wherever it stands; “write to” goes on with one.
  if (address.test(next)) return /\s\p{Ll}{1,4}\s*$/u.test(line);
  return /^[\s>]*["'“‘«„(]*\p{Ll}/u.test(next) && !/[;:]\s*$/u.test(line);
}

function withoutMargin(run: readonly string[]): readonly string[] {
  const margin = Math.min(...run.map(lineIndent));
  return margin < far ? run : run.map((line) => line.slice(margin));
}

function goesOn(line: string): boolean {
  return /\p{L}/u.test(line) && !marker.test(line);
}

function isWrappedRun(run: readonly string[]): boolean {
  if (run.length < fewest) return false;
  const most = Math.max(...run.map(widthOf));
  const room = run.slice(1).map((next, index) => widthWith(run[index] as string, next));
  const least = Math.min(...room);
  if (most > widest || most < narrowest) return false;
  if (least > most && (run.length >= many || isOneSentence(run))) return true;
  return most >= prose && least > evenness * most && (isOneSentence(run) || isCaseless(run));
}

// No small letter could tell that a line goes on.
function isCaseless(run: readonly string[]): boolean {
  return !/\p{Ll}/u.test(run.join(""));
}

function isOneSentence(run: readonly string[]): boolean {
  return run.some((line, index) => index > 0 && isMidSentence(run[index - 1] as string, line));
}

function widthOf(line: string): number {
  const { length } = line.trimEnd();
  return length + (line.match(wide)?.length ?? 0);
}
