import { type Finding, findAcross } from "./finding.ts";
import type { Inspected, Paint } from "./inspected.ts";

/**
 * Looks for transparent parts.
 * @param inspected
 *   The file.
 * @returns
 *   A finding `transparency` for all pages that have any.
 */
export function checkTransparency({ pages }: Inspected): Finding[] {
  const isTransparent = (paint: Paint) => kindsOf(paint).length > 0;
  const [first, ...others] = pages.filter(({ paints }) => paints.some(isTransparent));
  if (first === undefined) return [];
  const kinds = new Set([first, ...others].flatMap(({ paints }) => paints.flatMap(kindsOf)));
  const said = { kinds: [...kinds].sort().join(", ") };
  return [findAcross("transparency", said, [first, ...others], isTransparent)];
}

/**
 * Says in which ways something painted is transparent.
 * @param paint
 *   Something painted.
 * @returns
 *   Words for each; none where it isn't.
 */
export function kindsOf({ graphics, ...paint }: Paint): string[] {
  const { fillAlpha, strokeAlpha, blendMode, softMask } = graphics;
  const alpha = (paint.fill && fillAlpha < 1) || (paint.stroke && strokeAlpha < 1);
  const kinds: string[] = [];
  if (alpha || (paint.kind === "shading" && fillAlpha < 1)) kinds.push("tints");
  if (blendMode !== "Normal" && blendMode !== "Compatible") kinds.push("blending");
  if (softMask || (paint.kind === "image" && paint.softMask)) kinds.push("soft masks");
  return kinds;
}
