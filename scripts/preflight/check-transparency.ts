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
  const found = pages.filter(({ paints }) => paints.some((paint) => kindsOf(paint).length > 0));
  if (found.length === 0) return [];
  const kinds = new Set(found.flatMap(({ paints }) => paints.flatMap(kindsOf)));
  return [findAcross("transparency", { kinds: [...kinds].sort().join(", ") }, found)];
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
