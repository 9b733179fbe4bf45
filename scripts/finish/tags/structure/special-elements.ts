import type { LogicalElement } from "../../../types.ts";
import { captionTable, leadWithCaption } from "./caption.ts";
import { makeCell } from "./cell.ts";
import { makeContents } from "./contents.ts";
import { makeFigure, setAmongBlocks } from "./figure.ts";
import { makeItem } from "./item.ts";
import { makeList } from "./list.ts";
import { makeNote } from "./note.ts";
import type { Role } from "./roles.ts";
import { squareTable } from "./square-table.ts";
import type { Structure } from "./structure-element.ts";
import type { StructureInput } from "./structure-input.ts";
import { nameHeads } from "./table-heads.ts";

/** A structure element that has all it holds, and what it was made from. */
export interface Made {
  /** Changed in place. */
  structure: Structure;
  element: LogicalElement;
  role: Role;
  /** BCP 47 tag of what it holds. */
  language: string;
}

type Special = (made: Made, input: StructureInput) => void;

/** What some elements need beyond their type; by HTML element or structure type. */
const specials: Readonly<Record<string, Special>> = {
  LI: makeItem,
  Note: makeNote,
  Figure: makeFigure,
  figure({ structure }) {
    captionTable(structure);
    setAmongBlocks(structure);
  },
  Table({ structure }) {
    leadWithCaption(structure);
    squareTable(structure);
    nameHeads(structure);
  },
  TH: makeCell,
  TD: makeCell,
  L: makeList,
  nav({ structure }) {
    for (const kid of structure.kids) if ("type" in kid && kid.type === "L") makeContents(kid);
  },
};

/**
 * Completes a structure element: most have what they need in their type and what they hold, some need more.
 * @param made
 *   The element; changed in place.
 * @param input
 *   What the tree is made from.
 */
export function completeElement(made: Made, input: StructureInput): void {
  const special = specials[made.element.tag] ?? specials[made.role.type];
  special?.(made, input);
}
