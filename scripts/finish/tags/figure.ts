import { languageRow } from "../../tables/languages.ts";
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
export function makeFigure(made: Made, { boxOf }: StructureInput): void {
  const { structure, element } = made;
  if (element.tag === "input") sayBox(made);
  else structure.alternative = element.attributes.alt ?? "";
  const box = boxOf(element);
  if (box) structure.attributes = { Layout: { BBox: box } };
}

/** Not every reader says signs such as “☑”. */
function sayBox({ structure, element, language }: Made): void {
  const { borrowed, words } = languageRow(language).row;
  structure.alternative = "checked" in element.attributes ? words.checked : words.unchecked;
  if (borrowed) structure.language = borrowed;
}

/**
 * Says of the pictures of a figure that they stand among blocks.
 * @param figure
 *   `Div`; changed in place.
 */
export function setAmongBlocks(figure: Structure): void {
  for (const kid of figure.kids)
    if ("type" in kid && kid.type === "Figure")
      kid.attributes = { Layout: { Placement: "Block", ...kid.attributes?.Layout } };
}
