import type { Matched } from "../match/match.ts";
import { blank } from "../runs/characters.ts";
import type { Run } from "../runs/run.ts";
import { hyphenGuard, type Place, spaceBehind, spaceBeside } from "./behind-run.ts";
import type { FontCodes } from "./codes.ts";
import type { GlyphWriter } from "./glyph-writer.ts";
import type { Setting } from "./setting.ts";
import type { Written } from "./show.ts";
import { signGuard } from "./sign-guard.ts";
import { spellRun } from "./spell.ts";
import type { Shown } from "./spelled-run.ts";

// In text space.
const hardly = 1e-4;

/**
 * Shows a run spelled for readers: what they read, and behind it the ink that they pass over.
 * @param writer
 *   Gets the glyphs.
 * @param matched
 *   The run.
 * @param codes
 *   Of its font.
 * @param setting
 *   What stands beside it.
 */
export function showSpelled(
  writer: GlyphWriter,
  matched: Matched,
  codes: FontCodes,
  setting: Setting,
): Written {
  const { run } = matched;
  const { read, silent, late, asRead } = spellRun(matched, codes, setting);
  const reversed = run.reversed && !asRead;
  if (setting.fromRight !== run.reversed && !setting.isGoneOn)
    guardSign(read, matched, codes, { ...setting, asRead });
  // Marks read after the run would stand behind the space.
  const runsInto = matched.runsInto === true && late.length === 0;
  const isApart = !matched.space && !runsInto;
  const spaced =
    isApart || addSpace(read, { ...matched, runsInto }, codes, { ...setting, reversed });
  if (!run.reversed) guardHyphen(read, run, codes);
  if (matched.row) keepApart(read, codes);
  if (late.length > 0 && !setting.fromRight) partFromBefore(writer, run);
  if (reversed) writer.operation("/ReversedChars BMC\n");
  for (const glyph of read)
    if (glyph.soft) writer.lineHyphen(glyph);
    else writer.show(glyph);
  if (reversed) writer.operation("EMC\n");
  for (const glyph of late) writer.show(glyph);
  if (silent.length === 0) return { nests: reversed || read.some(({ soft }) => soft), spaced };
  writer.operation("/Span <</ActualText <FEFF>>> BDC\n");
  for (const glyph of silent) writer.show(glyph);
  writer.operation("EMC\n");
  return { nests: true, spaced };
}

/** Guards the sign that a run ends with: where it ends, and painted as it is read on both sides. */
function guardSign(
  read: Shown[],
  matched: Matched,
  codes: FontCodes,
  { asRead, ...setting }: Setting & { asRead: boolean },
): void {
  const { run } = matched;
  const guardAt = (glyph: Shown | undefined) => {
    const end = endOf(glyph, run);
    return end && signGuard(matched, end, codes, setting);
  };
  const before = run.reversed ? guardAt(read[0]) : undefined;
  const behind = !run.reversed || asRead ? guardAt(read.at(-1)) : undefined;
  if (before) read.unshift(before);
  if (behind) read.push(behind);
}

/** Adds the space that the end of a line, a blank of another font, or the end of a block has swallowed. */
function addSpace(
  read: Shown[],
  { run, runsInto }: Matched,
  codes: FontCodes,
  { reversed, turned, fromRight }: Setting & { reversed: boolean },
): boolean {
  const end = endOf(reversed ? read[0] : read.at(-1), run);
  const beside = runsInto || (turned && reversed) ? spaceBeside : spaceBehind;
  const space = end && beside(end, run, codes, fromRight);
  if (!space) return false;
  if (reversed) read.unshift(space);
  else read.push(space);
  return true;
}

function guardHyphen(read: Shown[], run: Run, codes: FontCodes): void {
  const last = read.at(-1);
  const end = endOf(last, run);
  const guard = last && !last.soft && end && hyphenGuard(last.code, end, codes);
  if (guard) read.push(guard);
}

/** Where a run goes on behind its last glyph. */
function endOf(last: Shown | undefined, { reversed }: Run): Place | undefined {
  return last && { x: reversed ? last.x : last.x + last.advance, y: last.y };
}

/** Makes a run hardly larger: poppler would take it for one word with the text left of it, and its late marks for others. */
function partFromBefore(writer: GlyphWriter, { font, size }: Run): void {
  writer.operation(`/${font} ${Number((size + hardly).toFixed(4))} Tf\n`);
}

/** Puts something without ink before a letter: poppler takes a row of words of one letter for one that is set wide. */
function keepApart(read: Shown[], codes: FontCodes): void {
  const first = read.findIndex(({ code }) => !blank.test(codes.text(code) ?? ""));
  const glyph = read[first];
  if (!glyph) return;
  const text = `\u200B${codes.text(glyph.code)}`;
  read[first] = { ...glyph, code: codes.codeFor(glyph.code, text) };
}
