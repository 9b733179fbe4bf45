import type { Made } from "./special-elements.ts";
import type { Structure } from "./structure-element.ts";
import type { StructureInput } from "./structure-input.ts";

/**
 * Says what a picture or a box to tick shows, and where it stands.
 * @param made
 *   `Figure`; changed in place.
 * @param input
 *   Where elements stand.
 */
export function makeFigure({ structure, element }: Made, { boxOf }: StructureInput): void {
  const { alt, "aria-label": said } = element.attributes;
  structure.alternative = alt ?? said ?? "";
  const box = boxOf(element);
  if (box) structure.attributes = { Layout: { BBox: box } };
}

/**
 * Says of the pictures of a figure that they stand among blocks.
 * @param figure
 *   `Sect`; changed in place.
 */
export function setAmongBlocks(figure: Structure): void {
  for (const kid of figure.kids)
    if ("type" in kid && kid.type === "Figure")
      kid.attributes = { Layout: { Placement: "Block", ...kid.attributes?.Layout } };
}
