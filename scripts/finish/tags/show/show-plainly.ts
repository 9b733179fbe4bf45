import type { Matched } from "../match/match.ts";
import type { ShownCode } from "../runs/shown-codes.ts";
import { hyphenGuard, spaceBehind, spaceBeside } from "./behind-run.ts";
import type { FontCodes } from "./codes.ts";
import type { GlyphWriter } from "./glyph-writer.ts";
import type { Setting } from "./setting.ts";
import type { Written } from "./show.ts";
import { signGuard } from "./sign-guard.ts";

/**
 * Shows the glyphs of a run as they stand, each with a code that says what it stands for: most runs are shown so.
 * @param writer
 *   Gets the glyphs.
 * @param matched
 *   A plain run.
 * @param codes
 *   Of its font.
 * @param setting
 *   What stands beside it.
 */
export function showPlainly(
  writer: GlyphWriter,
  matched: Matched,
  codes: FontCodes,
  setting: Setting,
): Written {
  const { run, texts, space, runsInto } = matched;
  const { shown, xs, size } = run;
  let last = 0;
  for (let index = 0; index < shown.length; index++) {
    const { code, width } = shown[index] as ShownCode;
    last = texts ? codes.codeFor(code, texts[index] as string) : code;
    writer.glyph(last, xs[index] as number, 0, width * size);
  }
  const end = { x: run.end, y: 0 };
  const apart = runsInto ? spaceBeside(end, run, codes, setting.fromRight) : undefined;
  const swallowed = apart ?? (space ? spaceBehind(end, run, codes) : undefined);
  const guarded = setting.fromRight && !setting.isGoneOn;
  const guard = guarded ? signGuard(matched, end, codes, setting) : undefined;
  if (guard) writer.show(guard);
  const behind = swallowed ?? hyphenGuard(last, end, codes);
  if (behind) writer.show(behind);
  return { nests: false, spaced: !space || swallowed !== undefined };
}
