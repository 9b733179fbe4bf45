import type { FontCodes } from "./codes.ts";
import {
  anchor,
  blank,
  fenced,
  isKnown,
  isUnknown,
  leftAnchor,
  opening,
  passOn,
  share,
  takeMarks,
  visualLetters,
} from "./letters.ts";
import type { Glyph, Run } from "./run.ts";
import { type Seat, seatsOf } from "./seats.ts";
import { invisible } from "./true-hints.ts";

/** A glyph to be shown. */
export interface Shown {
  code: number;
  /** Where, in the run's text space. */
  x: number;
  y: number;
  /** Its advance there. */
  advance: number;
  /** How much wider than drawn, where it isn't as wide. */
  stretch?: number;
}

/** What stands beside a run. */
export interface Setting {
  /** Whether its line has other runs, some of them from right to left: pdf.js forgets the spaces between them. */
  turned?: boolean;
  /** Whether most of the page reads from right to left. */
  fromRight?: boolean;
  /** Whether words from left to right go on with those of the run before, or are gone on with by those of the next. */
  goesOn?: boolean;
  isGoneOn?: boolean;
  /** Where the last word of the run ends at least. */
  until?: number | undefined;
  /** Whether it has to end there, or readers see a space. */
  loose?: boolean | undefined;
  /** A font of the page that has a space, where the run's own has none. */
  spare?: (() => { font: string; codes: FontCodes } | undefined) | undefined;
}

/** How a run is shown. */
export interface Spelled {
  /** What readers read, from left to right. */
  read: Shown[];
  /** Ink that readers pass over: what it stands for is in `read`. */
  silent: Shown[];
  /** Whether a run from right to left is shown in the order it is read in all the same. */
  asRead?: boolean;
}

// Readers take what stands higher or lower for another line.
const level = 1e-3;
// Shares of the type size. How far before its end what follows a glyph stands, so that it is before the next one,
// and how far apart.
const behind = 0.012;
const apart = 0.003;
/** How far apart letters may stand, as a share of the type size: readers see a space at a tenth, */
export const loose = 0.08;
// and where something stands between them sooner.
const tight = 0.02;
const flush = 0.005;
// Between which widths a space is one to pdf.js, which else cuts the line.
const narrow = 0.11;
const wide = 0.55;
// How wide a place is that is only there to begin with.
const hair = 0.04;
/** What ink stands for that is read elsewhere: readers drop it, or it is no part of a spelling. */
const nothing = invisible;

/**
 * Spells a run so that readers who take the letters of a line from left to right, and turn words from right to
 * left round, read its text: poppler and pdf.js. They want (measured):
 * - letters of a glyph in the order they stand in from left to right, since a glyph's letters are not turned round;
 * - marks on glyphs without advance, and other letters on glyphs with one, or else they see a space;
 * - everything at one height, and each glyph where the one before ends.
 * So a word is cut into seats. The glyph of a seat carries its letters where it is as wide; else an empty one does,
 * stretched over it, and the ink is silent. What no glyph with an advance can carry goes on an empty one beside it.
 * @param run
 *   The run.
 * @param glyphs
 *   Its glyphs in reading order.
 * @param texts
 *   What each stands for.
 * @param codes
 *   Of its font.
 */
export function spellRun(
  run: Run,
  glyphs: readonly Glyph[],
  texts: readonly string[],
  codes: FontCodes,
  setting: Setting = {},
): Spelled {
  const spelled: Spelled = { read: [], silent: [] };
  // What is without ink and of no use is left out.
  const order = [...glyphs.keys()].filter(
    (index) => texts[index] !== "" || hasInk(glyphs[index] as Glyph),
  );
  if (run.reversed) order.reverse();
  const isBlank = (index: number | undefined) =>
    index !== undefined && blank.test(texts[index] as string);
  // Numbers and points by themselves pdf.js doesn't turn round: they are painted in the order they are read in.
  const all = run.reversed ? texts.join("") : "";
  const turned = isKnown(all);
  const painted = run.reversed && !turned && (setting.turned === true || isUnknown(all));
  const groups = groupWords(order, isBlank);
  // Where the last word ends.
  let pen = Number.NEGATIVE_INFINITY;
  groups.forEach((group, at) => {
    if (isBlank(group[0])) for (const index of group) spelled.read.push(spaceAt(index));
    else spellWord(group, groups[at + 1]?.[0]);
  });
  if (painted) {
    spelled.read.reverse();
    spelled.asRead = true;
  }
  return spelled;

  /** Shows a blank. One that is so narrow or so wide that pdf.js cuts the line there is a letter to it. */
  function spaceAt(index: number): Shown {
    const glyph = glyphs[index] as Glyph;
    const from = Math.max(pen, glyph.x);
    if (turned && pen > Number.NEGATIVE_INFINITY) {
      pen = Math.max(glyph.x + glyph.advance, from + tight * run.size);
      const odd = pen - from < narrow * run.size || pen - from > wide * run.size;
      const space = odd ? codes.spaceFor(anchor) : undefined;
      if (space) return stretched(space, from, pen);
    }
    const forgotten =
      isUnknown(all) || (setting.turned && (index === order[0] || index === order.at(-1)));
    const isInner = index === order[0] ? setting.goesOn : setting.isGoneOn;
    const isOfRight = run.reversed || (setting.fromRight && !isInner);
    const kept = isOfRight ? anchor : leftAnchor;
    return shown(glyph, forgotten ? kept : (texts[index] as string));
  }

  function stretched(space: { code: number; advance: number }, from: number, to: number): Shown {
    const stretch = ((to - from) * 1000) / (space.advance * run.size);
    return { code: space.code, x: from, y: 0, advance: to - from, stretch };
  }

  /** Spells the glyphs of a word, from left to right, up to the blank that is next. */
  function spellWord(word: readonly number[], next: number | undefined): void {
    const until = next === undefined ? setting.until : (glyphs[next] as Glyph).x;
    const fences = setting.turned && !setting.goesOn && !run.reversed && word[0] === order[0];
    const seats = seatsOf(
      word.map((index) => glyphs[index] as Glyph),
      word.map((index) => visualLetters(texts[index] as string, run.reversed)),
      run.reversed,
      run.size,
      turned && pen > Number.NEGATIVE_INFINITY ? pen : undefined,
      turned || next === undefined ? until : undefined,
    );
    pen = seats.at(-1)?.right ?? pen;
    passOn(seats, run.reversed);
    openWord(seats[0]);
    const shares = seats.map(({ letters }) => share(letters, run.reversed));
    const room = (shares.some(({ rest }) => rest.length > 0) ? tight : loose) * run.size;
    seats.forEach((seat, index) => {
      const { carried: own, rest } = shares[index] as (typeof shares)[number];
      const carried = fences && index === 0 ? fenced(own, setting.fromRight === true) : own;
      if (run.reversed && rest.length > 0) {
        // Read as painted, marks come behind their letter.
        if (index === 0 && !painted) addAnchor(anchor, seat.left);
        rest.forEach((letter, place) => {
          addEmpty(letter, seat.left - (rest.length - place) * apart * run.size);
        });
      }
      const isLast = next === undefined && index === seats.length - 1;
      carry(seat, carried, setting.loose && isLast ? flush * run.size : room);
      if (!run.reversed)
        for (const letters of rest) addEmpty(letters, seat.right - behind * run.size);
    });
  }

  /** Shows marks that a word from left to right begins with, behind a space, before its first letter. */
  function openWord(first: Seat | undefined): void {
    const opens = !run.reversed && spelled.read.length > 0;
    const marks = first && opens ? takeMarks(first.letters) : "";
    if (!first || marks === "") return;
    addAnchor(opening, first.left);
    addEmpty(marks, first.left);
  }

  /** Shows the ink of a seat, and has its letters carried by a glyph as wide as the seat. */
  function carry(seat: Seat, letters: string, room: number): void {
    const carrier =
      letters === "" ? undefined : seat.glyphs.find((glyph) => fits(glyph, seat, room));
    const space = carrier || letters === "" ? undefined : codes.carrierFor(letters);
    // A font without a blank can't but show its letters as they stand.
    const shows = carrier ?? (space || letters === "" ? undefined : widest(seat.glyphs));
    for (const glyph of seat.glyphs)
      if (glyph === shows) spelled.read.push(shown(glyph, letters));
      else if (hasInk(glyph)) spelled.silent.push(shown(glyph, nothing));
    if (space) spelled.read.push(stretched(space, seat.left, seat.right));
  }

  function fits({ x, y, advance }: Glyph, { left, right }: Seat, room: number): boolean {
    return (
      advance > 0 &&
      Math.abs(y) < level &&
      Math.abs(x - left) < tight * run.size &&
      Math.abs(x + advance - right) < room
    );
  }

  /** Before marks that are painted first there must be something that has a place. */
  function addAnchor(text: string, x: number): void {
    const before = spelled.read.at(-1);
    if (before) {
      before.code = codes.codeFor(before.code, text);
      return;
    }
    const space = codes.spaceFor(text);
    if (space) spelled.read.push(stretched(space, x - hair * run.size, x));
  }

  function addEmpty(letters: string, x: number): void {
    const empty = codes.emptyFor(letters);
    if (!empty) return;
    const advance = (empty.advance * run.size) / 1000;
    // A font may have no blank without an advance.
    const stretch = { ...(advance > level && { stretch: level / advance }) };
    spelled.read.push({ code: empty.code, x, y: 0, advance: Math.min(advance, level), ...stretch });
  }

  // A blank that takes no room on the page has an advance in its font all the same.
  function shown({ code, x, y, hint, advance: own }: Glyph, text: string): Shown {
    const advance = hint === invisible ? (codes.advance(code) * run.size) / 1000 : own;
    return { code: codes.codeFor(code, text), x, y, advance };
  }
}

function hasInk({ hint }: Glyph): boolean {
  return hint !== invisible && !blank.test(hint);
}

/** Parts glyphs into words and what stands between them. */
function groupWords(order: readonly number[], isBlank: (index: number) => boolean): number[][] {
  const groups: number[][] = [];
  for (const index of order) {
    const group = groups.at(-1);
    if (group && isBlank(group[0] as number) === isBlank(index)) group.push(index);
    else groups.push([index]);
  }
  return groups;
}

function widest(glyphs: readonly Glyph[]): Glyph | undefined {
  return glyphs.toSorted((one, other) => other.advance - one.advance)[0];
}
