import type { ByteWriter } from "../../pdf/byte-writer.ts";
import { hyphenGuard, spaceBehind, spaceBeside } from "./behind-run.ts";
import type { FontCodes } from "./codes.ts";
import { GlyphWriter } from "./glyph-writer.ts";
import { blank } from "./letters.ts";
import type { Matched } from "./match.ts";
import { isPlain } from "./plain-run.ts";
import type { Run } from "./run.ts";
import type { ShownCode } from "./shown-codes.ts";
import { signGuard } from "./sign-guard.ts";
import { type Setting, type Shown, spellRun } from "./spell.ts";
import { invisible } from "./true-hints.ts";

/**
 * Writes a run anew, with codes that say what its glyphs stand for. All that is read is one string, in which
 * text from right to left stands from left to right, as `ReversedChars` says (ISO 32000-1, 14.8.2.3.3).
 * @param out
 *   Gets a text object.
 * @param matched
 *   The run.
 * @param codes
 *   Of its font.
 * @param setting
 *   What stands beside it.
 * @returns
 *   Whether other marked content is in it.
 */
export function showRun(
  out: ByteWriter,
  matched: Matched,
  codes: FontCodes,
  setting: Setting = {},
): boolean {
  const writer = new GlyphWriter(out, matched.run);
  const { nests, spaced } =
    isPlain(matched) && !setting.turned
      ? showPlainly(writer, matched, codes, setting)
      : showSpelled(writer, matched, codes, setting);
  if (!spaced) spareSpace(writer, setting);
  writer.end();
  return nests;
}

/** What was written of a run. */
interface Written {
  nests: boolean;
  /** Whether the space behind it is there, if it has one. */
  spaced: boolean;
}

function showPlainly(
  writer: GlyphWriter,
  matched: Matched,
  codes: FontCodes,
  { fromRight, goesOn, isGoneOn }: Setting,
): Written {
  const { run, texts, space } = matched;
  const { shown, xs, size } = run;
  let last = 0;
  for (let index = 0; index < shown.length; index++) {
    const { code, width } = shown[index] as ShownCode;
    last = texts ? codes.codeFor(code, texts[index] as string) : code;
    writer.glyph(last, xs[index] as number, 0, width * size);
  }
  const end = { x: run.end, y: 0 };
  const swallowed = space ? spaceBehind(end, run, codes) : undefined;
  const guard =
    fromRight && !isGoneOn
      ? signGuard(texts ?? shown.map(({ hint }) => hint), end, run, codes, goesOn)
      : undefined;
  const behind = swallowed ?? hyphenGuard(last, end, run, codes);
  show(
    writer,
    [guard, behind].filter((one) => one !== undefined),
  );
  return { nests: false, spaced: !space || swallowed !== undefined };
}

function showSpelled(
  writer: GlyphWriter,
  matched: Matched,
  codes: FontCodes,
  setting: Setting,
): Written {
  const { run, until } = matched;
  const glyphs = run.read;
  const texts = matched.texts ?? glyphs.map(({ hint }) => hint);
  const { read, silent, asRead } = spellRun(run, glyphs, texts, codes, {
    ...setting,
    until,
    loose: matched.loose,
  });
  const reversed = run.reversed && !asRead;
  if (setting.fromRight !== run.reversed && !setting.isGoneOn)
    guardSign(read, texts, run, codes, setting);
  const spaced = !matched.space || addSpace(read, run, codes, { ...setting, reversed });
  const last = read.at(-1);
  const guard =
    last &&
    !run.reversed &&
    hyphenGuard(last.code, { x: last.x + last.advance, y: last.y }, run, codes);
  if (guard) read.push(guard);
  if (matched.row) keepApart(read, codes);
  if (reversed) writer.operation("/ReversedChars BMC\n");
  show(writer, read);
  if (reversed) writer.operation("EMC\n");
  if (silent.length === 0) return { nests: reversed, spaced };
  writer.operation("/Span <</ActualText <FEFF>>> BDC\n");
  show(writer, silent);
  writer.operation("EMC\n");
  return { nests: true, spaced };
}

function show(writer: GlyphWriter, glyphs: readonly Shown[]): void {
  for (const { code, x, y, advance, stretch } of glyphs) writer.glyph(code, x, y, advance, stretch);
}

function guardSign(
  read: Shown[],
  texts: readonly string[],
  run: Run,
  codes: FontCodes,
  { goesOn }: Setting,
): void {
  const end = run.reversed ? read[0] : read.at(-1);
  const x = end && (run.reversed ? end.x : end.x + end.advance);
  const guard =
    x === undefined ? undefined : signGuard(texts, { x, y: end?.y ?? 0 }, run, codes, goesOn);
  if (guard && run.reversed) read.unshift(guard);
  else if (guard) read.push(guard);
}

/** Adds the space that the end of a line, or a blank of another font, has swallowed. */
function addSpace(
  read: Shown[],
  run: Run,
  codes: FontCodes,
  { reversed, turned }: Setting & { reversed: boolean },
): boolean {
  const end = reversed ? read[0] : read.at(-1);
  const x = end && (run.reversed ? end.x : end.x + end.advance);
  const place = x === undefined ? undefined : { x, y: end?.y ?? 0 };
  const beside = turned && reversed ? spaceBeside : spaceBehind;
  const space = place && beside(place, run, codes);
  if (!space) return false;
  if (reversed) read.unshift(space);
  else read.push(space);
  return true;
}

/** The space that a font without any lacks, in another: a subset of a few letters has nothing without ink. */
function spareSpace(writer: GlyphWriter, { spare }: Setting): void {
  const { font, codes } = spare?.() ?? {};
  const space = codes?.spaceFor(" ");
  if (space && font) writer.spare(font, space.code);
}

/** Puts something without ink before a letter: poppler takes a row of words of one letter for one that is set wide. */
function keepApart(read: Shown[], codes: FontCodes): void {
  const first = read.findIndex(({ code }) => !blank.test(codes.text(code) ?? ""));
  const glyph = read[first];
  if (!glyph) return;
  const text = `\u200B${codes.text(glyph.code)}`;
  read[first] = { ...glyph, code: codes.codeFor(glyph.code, text) };
}

/**
 * Writes a run that belongs to no text as it was, in fewer operations.
 * @param out
 *   Gets a text object.
 * @param run
 *   The run.
 * @returns
 *   Whether other marked content is in it.
 */
export function showPlain(out: ByteWriter, run: Run): boolean {
  const writer = new GlyphWriter(out, run);
  if (run.reversed) writer.operation("/ReversedChars BMC\n");
  // A blank that takes no room on the page has an advance in its font.
  for (const { code, x, y, advance, hint } of run.glyphs)
    if (hint !== invisible) writer.glyph(code, x, y, advance);
  if (run.reversed) writer.operation("EMC\n");
  writer.end();
  return run.reversed;
}
