import type { FontCodes } from "./codes.ts";
import { blank } from "./letters.ts";
import type { Matched } from "./match.ts";
import type { Run } from "./runs.ts";
import { type Setting, type Shown, type Spelled, spellRun } from "./spell.ts";
import { invisible } from "./true-hints.ts";

/**
 * Writes a run anew, with codes that say what its glyphs stand for. All that is read is one string, in which
 * text from right to left stands from left to right, as `ReversedChars` says (ISO 32000-1, 14.8.2.3.3).
 * @param matched
 *   The run.
 * @param codes
 *   Of its font.
 * @param setting
 *   What stands beside it.
 * @returns
 *   A text object.
 */
export function showRun(matched: Matched, codes: FontCodes, setting: Setting = {}): string {
  const { run } = matched;
  const { read, silent, asRead } = spelled(matched, codes, setting);
  const reversed = run.reversed && !asRead;
  const spaced = !matched.space || addSpace(read, matched, codes, reversed);
  if (codes.text(read.at(-1)?.code ?? 0) === "-") keepHyphen(read, matched, codes);
  if (matched.row) keepApart(read, codes);
  const writer = new Writer(run.size);
  writer.text = openText(run);
  if (reversed) writer.text += "/ReversedChars BMC\n";
  writer.show(read);
  if (reversed) writer.text += "EMC\n";
  if (silent.length > 0) {
    writer.text += "/Span <</ActualText <FEFF>>> BDC\n";
    writer.show(silent);
    writer.text += "EMC\n";
  }
  if (!spaced) writer.text += spareSpace(matched, setting);
  return `${writer.text}ET`;
}

function spelled(matched: Matched, codes: FontCodes, setting: Setting): Spelled {
  const { run, glyphs, loose, texts, until } = matched;
  const plain = !texts && run.plain && !loose;
  if (plain && !setting.turned) return { read: [...run.glyphs], silent: [] };
  return spellRun(run, glyphs, texts ?? glyphs.map(({ hint }) => hint), codes, {
    ...setting,
    until,
    loose,
  });
}

/** Adds the space that the end of a line has swallowed. */
function addSpace(read: Shown[], { run }: Matched, codes: FontCodes, reversed: boolean): boolean {
  const space = codes.spaceFor(" ") ?? codes.emptyFor(" ");
  const end = reversed ? read[0] : read.at(-1);
  if (!space || !end) return false;
  const advance = (space.advance * run.size) / 1000;
  const x = run.reversed ? end.x - advance : end.x + end.advance;
  const shown = { code: space.code, x, y: end.y, advance };
  if (reversed) read.unshift(shown);
  else read.push(shown);
  return true;
}

/** The same, in another font: a subset of a few letters has nothing without ink. */
function spareSpace({ run }: Matched, { spare }: Setting): string {
  const { font, codes } = spare?.() ?? {};
  const space = codes?.spaceFor(" ");
  return space && font ? `/${font} ${number(run.size)} Tf [<${hexadecimal(space.code)}>] TJ\n` : "";
}

/** Puts something without ink behind a hyphen: poppler takes one that ends a line out, though it be the word's own. */
function keepHyphen(read: Shown[], { run }: Matched, codes: FontCodes): void {
  const last = read.at(-1) as Shown;
  const empty = codes.emptyFor("\u200B");
  if (run.reversed || !empty) return;
  const advance = (empty.advance * run.size) / 1000;
  read.push({ code: empty.code, x: last.x + last.advance, y: last.y, advance });
}

/** Puts something without ink before a letter: poppler takes a row of words of one letter for one that is set wide. */
function keepApart(read: Shown[], codes: FontCodes): void {
  const first = read.findIndex(({ code }) => !blank.test(codes.text(code) ?? ""));
  const glyph = read[first];
  if (!glyph) return;
  const text = `\u200B${codes.text(glyph.code)}`;
  read[first] = { ...glyph, code: codes.codeFor(glyph.code, text) };
}

class Writer {
  text = "";
  readonly #size: number;
  /** Where the last string began. */
  #pen = { x: 0, y: 0 };
  /** Whether one was shown: where nothing is said of its place, the next stands behind it. */
  #shown = false;

  constructor(size: number) {
    this.#size = size;
  }

  /** Shows glyphs from left to right, in as few strings as can be, with the steps between them. */
  show(glyphs: readonly Shown[]): void {
    const unit = this.#size / 1000;
    let last: Shown | undefined;
    let text = "";
    for (const glyph of glyphs) {
      if (!last || last.y !== glyph.y || last.stretch || glyph.stretch) {
        if (last) text += endOf(last);
        text += this.#start(glyph);
      } else {
        // Always the same between the same glyphs, so that it compresses.
        const steps = Math.round(((last.x + last.advance - glyph.x) / unit) * finest);
        if (steps > least || steps < -least) text += `>${decimal(steps)}<`;
      }
      text += hexadecimal(glyph.code);
      last = glyph;
    }
    if (last) text += endOf(last);
    this.text += text;
  }

  #start({ x, y, stretch }: Shown): string {
    const dx = Math.round((x - this.#pen.x) * exactly) / exactly;
    const dy = Math.round((y - this.#pen.y) * exactly) / exactly;
    // What is rounded off must not add up.
    this.#pen.x += dx;
    this.#pen.y += dy;
    const move = this.#shown || dx !== 0 || dy !== 0 ? `${exact(dx)} ${exact(dy)} Td ` : "";
    this.#shown = true;
    return `${move}${stretch ? `${number(stretch * 100)} Tz ` : ""}[<`;
  }
}

function endOf({ stretch }: Shown): string {
  return stretch ? ">] TJ 100 Tz\n" : ">] TJ\n";
}

// What is finer than a hundred-thousandth of a unit no printer shows, be it a thousandth of the type size or a point.
const finest = 1e5;
// What Chromium writes of a place, so that no pixel changes.
const exactly = 1e7;
// Of the finest; nor does it show a smaller step.
const least = 5;
const digits: string[] = [];

function hexadecimal(code: number): string {
  digits[code] ??= code.toString(16).padStart(4, "0");
  return digits[code];
}

/**
 * Writes a run that belongs to no text as it was, in fewer operations.
 * @param run
 *   The run.
 */
export function showPlain(run: Run): string {
  const writer = new Writer(run.size);
  writer.text = openText(run);
  if (run.reversed) writer.text += "/ReversedChars BMC\n";
  // A blank that takes no room on the page has an advance in its font.
  writer.show(run.glyphs.filter(({ hint }) => hint !== invisible));
  return `${writer.text}${run.reversed ? "EMC\n" : ""}ET`;
}

function openText({ font, size, matrix }: Run): string {
  return `BT\n/${font} ${number(size)} Tf\n${matrix.map(exact).join(" ")} Tm\n`;
}

// Texts take the same steps again and again.
const numbers = new Map<number, string>();
const mostKept = 50_000;

/** As Chromium wrote it; what is too small for that it writes as nought. */
function exact(value: number): string {
  return Math.abs(value) < 1e-6 ? "0" : String(value);
}

function number(value: number): string {
  return decimal(Math.round(value * finest));
}

/** A number of finest steps, as short as can be. */
function decimal(steps: number): string {
  let text = numbers.get(steps);
  if (text === undefined) {
    if (numbers.size >= mostKept) numbers.clear();
    text = String(steps / finest).replace(/^(-?)0\./, "$1.");
    numbers.set(steps, text);
  }
  return text;
}
