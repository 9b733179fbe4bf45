import type { FontCodes } from "./codes.ts";
import type { Matched } from "./match.ts";

/** A glyph to be shown: its code, where it stands in the run's text space, its advance there. */
interface Shown {
  code: number;
  x: number;
  y: number;
  advance: number;
}

/**
 * Writes a run anew, with codes that say what its glyphs stand for. Text from right to left is written word
 * by word in reading order, the glyphs of each from left to right as `ReversedChars` wants it (ISO 32000-1,
 * 14.8.2.3.3).
 * @param matched
 *   The run.
 * @param codes
 *   Of its font.
 * @returns
 *   A text object.
 */
export function showRun(matched: Matched, codes: FontCodes): string {
  const { run } = matched;
  const shown = spell(matched, codes);
  if (matched.space) addSpace(shown, matched, codes);
  const groups = run.reversed ? wordsOf(shown, codes) : levels(shown);
  let pen = { x: 0, y: 0 };
  let text = `BT\n/${run.font} ${number(run.size)} Tf\n${run.matrix.map(number).join(" ")} Tm\n`;
  if (run.reversed) text += "/ReversedChars BMC\n";
  for (const group of groups) {
    const glyphs = run.reversed ? group.toReversed() : group;
    const [first] = glyphs as [Shown];
    const [dx, dy] = [first.x - pen.x, first.y - pen.y];
    if (Math.abs(dx) > 1e-6 || Math.abs(dy) > 1e-6) text += `${number(dx)} ${number(dy)} Td `;
    text += `${strings(glyphs, run.size)}\n`;
    pen = first;
  }
  if (run.reversed) text += "EMC\n";
  return `${text}ET\n`;
}

/** The glyphs in reading order, each with a code for what it stands for. */
function spell({ run, glyphs, texts }: Matched, codes: FontCodes): Shown[] {
  return glyphs.flatMap(({ code, x, y, advance }, index): Shown[] => {
    const text = texts?.[index];
    if (text === undefined) return [{ code, x, y, advance }];
    const letters = [...text];
    if (!run.reversed || letters.length < 2)
      return [{ code: codes.codeFor(code, text), x, y, advance }];
    // Readers turn a word round letter by letter, so that a glyph may only stand for one.
    return letters.map((letter, at) => {
      const last = at === letters.length - 1;
      const empty = last ? undefined : codes.emptyFor(letter);
      const step = (advance / letters.length) * (letters.length - 1 - at);
      return empty
        ? { code: empty.code, x: x + step, y, advance: (empty.advance * run.size) / 1000 }
        : { code: codes.codeFor(code, letter), x, y, advance };
    });
  });
}

/** Adds the space that the end of a line has swallowed. */
function addSpace(shown: Shown[], { run }: Matched, codes: FontCodes): void {
  const last = shown.at(-1);
  const space = codes.emptyFor(" ");
  if (!last || !space) return;
  const advance = (space.advance * run.size) / 1000;
  const x = run.reversed ? last.x - advance : last.x + last.advance;
  shown.push({ code: space.code, x, y: last.y, advance });
}

/** Words with the space after them, cut where the height changes. */
function wordsOf(shown: readonly Shown[], codes: FontCodes): Shown[][] {
  const words: Shown[][] = [];
  let ended = true;
  for (const glyph of shown) {
    const word = words.at(-1);
    const level = word?.[0]?.y === glyph.y;
    if (word && level && !ended) word.push(glyph);
    else words.push([glyph]);
    ended = (codes.text(glyph.code) ?? "").trim() === "";
  }
  return words;
}

/** Glyphs that stand at one height. */
function levels(shown: readonly Shown[]): Shown[][] {
  const groups: Shown[][] = [];
  for (const glyph of shown) {
    const group = groups.at(-1);
    if (group?.[0]?.y === glyph.y) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

/** Glyphs from left to right, as strings with the steps between them. */
function strings(glyphs: readonly Shown[], size: number): string {
  let text = "[<";
  let expected = glyphs[0]?.x ?? 0;
  for (const { code, x, advance } of glyphs) {
    const step = ((expected - x) * 1000) / size;
    if (Math.abs(step) > 0.001) text += `> ${number(step)} <`;
    text += code.toString(16).padStart(4, "0");
    expected = x + advance;
  }
  return `${text}>] TJ`;
}

// What is finer than a hundred-thousandth of a unit no printer shows.
function number(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}
