import type { ByteWriter } from "../../../pdf/byte-writer.ts";
import type { Matched } from "../match/match.ts";
import type { FontCodes } from "./codes.ts";
import { GlyphWriter } from "./glyph-writer.ts";
import { isPlain } from "./plain-run.ts";
import type { Setting } from "./setting.ts";
import { showPlainly } from "./show-plainly.ts";
import { showSpelled } from "./show-spelled.ts";

/** What was written of a run. */
export interface Written {
  /** Whether other marked content is in it. */
  nests: boolean;
  /** Whether the space behind it is there, if it has one. */
  spaced: boolean;
}

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
  const show = isPlain(matched) && !setting.turned ? showPlainly : showSpelled;
  const { nests, spaced } = show(writer, matched, codes, setting);
  if (!spaced) spareSpace(writer, setting);
  writer.end();
  return nests;
}

/** The space that a font without any lacks, in another: a subset of a few letters has nothing without ink. */
function spareSpace(writer: GlyphWriter, { spare }: Setting): void {
  const { font, codes } = spare?.() ?? {};
  const space = codes?.spaceFor(" ");
  if (space && font) writer.spare(font, space.code);
}
