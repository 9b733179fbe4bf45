import type { Matched } from "../match/match.ts";
import { blank } from "../runs/characters.ts";
import { anchor, fence, isKnown, isUnknown, leftAnchor } from "../runs/direction.ts";
import type { Glyph } from "../runs/run.ts";
import type { FontCodes } from "./codes.ts";
import { dealLetters } from "./deal-letters.ts";
import { visualLetters } from "./letters.ts";
import { endsInHyphen } from "./line-hyphen.ts";
import { narrow, tight, wide } from "./reader-limits.ts";
import { type Seat, seatsOf } from "./seats.ts";
import type { Setting } from "./setting.ts";
import { hasInk, type Shown, SpelledRun } from "./spelled-run.ts";
import { textsOf } from "./texts-of.ts";

/** How a run is shown. */
export interface Spelled {
  /** What readers read, from left to right. */
  read: Shown[];
  /** Ink that readers pass over: what it stands for is in `read`. */
  silent: Shown[];
  /** Marks read after the run, which can't be painted first. */
  late: Shown[];
  /** Whether a run from right to left is shown in the order it is read in all the same. */
  asRead: boolean;
}

/**
 * Spells a run so that readers who take the letters of a line from left to right, and turn words from right to
 * left round, read its text: poppler, pdf.js and PDFium. They want (measured):
 * - letters of a glyph in the order they stand in from left to right, since a glyph's letters are not turned round;
 * - marks on glyphs without advance, and other letters on glyphs with one, or else they see a space;
 * - everything at one height, and each glyph where the one before ends, in one string: PDFium may see a space between two.
 * So a word is cut into seats. The glyph of a seat carries its letters where it is as wide; else an empty one does
 * that is, and the ink is silent. What no glyph with an advance can carry goes on an empty one beside it.
 * @param matched
 *   The run, and what it says.
 * @param codes
 *   Of its font.
 * @param setting
 *   What stands beside it.
 */
export function spellRun(matched: Matched, codes: FontCodes, setting: Setting): Spelled {
  return new Speller(matched, codes, setting).spell();
}

class Speller {
  readonly #matched: Matched;
  readonly #setting: Setting;
  readonly #out: SpelledRun;
  readonly #glyphs: readonly Glyph[];
  /** By glyph. */
  readonly #texts: readonly string[];
  /** Glyphs from left to right. */
  readonly #order: readonly number[];
  /** Whether pdf.js turns the run round, and whether it doesn't know that it should. */
  readonly #turned: boolean;
  readonly #unknown: boolean;
  /** Numbers and points by themselves pdf.js doesn't turn round: they are painted in the order they are read in. */
  readonly #asRead: boolean;
  /** Where the last word ends. */
  #pen = Number.NEGATIVE_INFINITY;

  constructor(matched: Matched, codes: FontCodes, setting: Setting) {
    const { run } = matched;
    this.#matched = matched;
    this.#setting = setting;
    this.#out = new SpelledRun(run, codes, setting.height, endsInHyphen(matched));
    this.#glyphs = run.read;
    this.#texts = textsOf(matched);
    // What is without ink and of no use is left out.
    const order = [...this.#glyphs.keys()].filter(
      (index) => this.#texts[index] !== "" || hasInk(this.#glyphs[index] as Glyph),
    );
    this.#order = run.reversed ? order.reverse() : order;
    const all = run.reversed ? this.#texts.join("") : "";
    this.#turned = isKnown(all);
    this.#unknown = isUnknown(all);
    this.#asRead = run.reversed && !this.#turned && (setting.turned === true || this.#unknown);
  }

  spell(): Spelled {
    const { read, silent, late } = this.#out;
    const groups = this.#groupWords();
    groups.forEach((group, at) => {
      if (this.#isBlank(group[0] as number)) for (const index of group) this.#showBlank(index);
      else this.#spellWord(group, groups[at + 1]?.[0]);
    });
    if (this.#asRead) read.reverse();
    return { read, silent, late, asRead: this.#asRead };
  }

  #isBlank(index: number): boolean {
    return blank.test(this.#texts[index] as string);
  }

  /** Parts glyphs into words and what stands between them. */
  #groupWords(): number[][] {
    const groups: number[][] = [];
    for (const index of this.#order) {
      const group = groups.at(-1);
      if (group && this.#isBlank(group[0] as number) === this.#isBlank(index)) group.push(index);
      else groups.push([index]);
    }
    return groups;
  }

  /** Shows a blank. One that is so narrow or so wide that pdf.js cuts the line there is a letter to it. */
  #showBlank(index: number): void {
    const { size } = this.#matched.run;
    const own = this.#glyphs[index] as Glyph;
    const glyph = { ...own, y: this.#setting.height ?? own.y };
    const from = Math.max(this.#pen, glyph.x);
    if (this.#isAfterTurned) {
      this.#pen = Math.max(glyph.x + glyph.advance, from + tight * size);
      const width = this.#pen - from;
      const odd = width < narrow * size || width > wide * size;
      if (odd && this.#out.showEmpty(anchor, from, this.#pen)) return;
    }
    this.#out.show(glyph, this.#kept(index) ?? (this.#texts[index] as string));
  }

  /** Whether a word that pdf.js turns round stands before. */
  get #isAfterTurned(): boolean {
    return this.#turned && this.#pen > Number.NEGATIVE_INFINITY;
  }

  /** What a blank has to say that pdf.js would pass over. */
  #kept(index: number): string | undefined {
    const { turned, fromRight, goesOn, isGoneOn } = this.#setting;
    const isFirst = index === this.#order[0];
    const isEnd = isFirst || index === this.#order.at(-1);
    if (!this.#unknown && !(turned && isEnd)) return undefined;
    const isInner = isFirst ? goesOn : isGoneOn;
    return this.#matched.run.reversed || (fromRight && !isInner) ? anchor : leftAnchor;
  }

  /** Spells the glyphs of a word, from left to right, up to the blank that is next. */
  #spellWord(word: readonly number[], next: number | undefined): void {
    const { run, loose } = this.#matched;
    const seats = this.#seatsOf(word, next);
    this.#pen = seats.at(-1)?.right ?? this.#pen;
    dealLetters(this.#out, seats, {
      run,
      asRead: this.#asRead,
      fence: this.#isFenced(word) ? fence(this.#setting.fromRight === true) : "",
      ends: loose === true && next === undefined,
      isLast: next === undefined,
      isGoneOn: !this.#matched.space,
      fromRight: this.#setting.fromRight === true,
    });
  }

  #seatsOf(word: readonly number[], next: number | undefined): Seat[] {
    const { run, until } = this.#matched;
    const end = next === undefined ? until : (this.#glyphs[next] as Glyph).x;
    return seatsOf({
      glyphs: word.map((index) => this.#glyphs[index] as Glyph),
      letters: word.map((index) => visualLetters(this.#texts[index] as string, run.reversed)),
      run,
      from: this.#isAfterTurned ? this.#pen : undefined,
      until: this.#turned || next === undefined ? end : undefined,
    });
  }

  /** Whether a word from left to right begins here, beside text from right to left. */
  #isFenced(word: readonly number[]): boolean {
    const { turned, goesOn } = this.#setting;
    const begins = word[0] === this.#order[0];
    return turned === true && !goesOn && !this.#matched.run.reversed && begins;
  }
}
