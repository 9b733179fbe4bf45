import type { ByteWriter } from "../../../pdf/byte-writer.ts";
import type { Run } from "../runs/run.ts";
import { invisible } from "../runs/true-hints.ts";
import { GlyphWriter } from "./glyph-writer.ts";

/**
 * Writes a run that belongs to no text as it was, in fewer operations.
 * @param out
 *   Gets a text object.
 * @param run
 *   The run.
 * @returns
 *   Whether other marked content is in it.
 */
export function showArtifact(out: ByteWriter, run: Run): boolean {
  const writer = new GlyphWriter(out, run);
  if (run.reversed) writer.operation("/ReversedChars BMC\n");
  // A blank that takes no room on the page has an advance in its font.
  for (const { code, x, y, advance, hint } of run.glyphs)
    if (hint !== invisible) writer.glyph(code, x, y, advance);
  if (run.reversed) writer.operation("EMC\n");
  writer.end();
  return run.reversed;
}
