import type { Matched } from "../match/match.ts";
import type { ShownCode } from "../runs/shown-codes.ts";
import { hyphenGuard, spaceBehind, spaceBeside } from "./behind-run.ts";
import type { FontCodes } from "./codes.ts";
import type { GlyphWriter } from "./glyph-writer.ts";
import { endsInHyphen } from "./line-hyphen.ts";
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
  const cut = endsInHyphen(matched) ? shown.length - 1 : -1;
  for (let index = 0; index < shown.length; index++) {
    const { code, width } = shown[index] as ShownCode;
    const [x, advance] = [xs[index] as number, width * size];
    last = texts ? codes.codeFor(code, index === cut ? "-" : (texts[index] as string)) : code;
    if (index === cut) writer.lineHyphen({ code: last, x, y: 0, advance });
    else writer.glyph(last, x, 0, advance);
  }
  const end = { x: run.end, y: 0 };
  const apart = runsInto ? spaceBeside(end, run, codes, setting.fromRight) : undefined;
  const swallowed = apart ?? (space ? spaceBehind(end, run, codes) : undefined);
  const guarded = setting.fromRight && !setting.isGoneOn;
  const guard = guarded ? signGuard(matched, end, codes, setting) : undefined;
  if (guard) writer.show(guard);
  const behind = swallowed ?? (cut < 0 ? hyphenGuard(last, end, codes) : undefined);
  if (behind) writer.show(behind);
  return { nests: cut >= 0, spaced: !space || swallowed !== undefined };
}
