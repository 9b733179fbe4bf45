import type { LogicalText } from "../../../types.ts";
import type { Made } from "./special-elements.ts";
import type { Structure } from "./structure-element.ts";
import type { StructureInput } from "./structure-input.ts";

/**
 * Parts what an item holds in a label and a body (ISO 32000-1, table 336). A box to tick is a label, also in the first
 * of several paragraphs.
 * @param made
 *   `LI`; changed in place.
 * @param input
 *   Where marks are.
 */
export function makeItem({ structure: item, element }: Made, input: StructureInput): void {
  const marker = element.kids.find((kid) => !("tag" in kid) && kid.text === undefined);
  const marks = marker && !("tag" in marker) ? (input.contents.get(marker) ?? []) : [];
  const label: Structure = { type: "Lbl", kids: [] };
  const body: Structure = { type: "LBody", kids: [] };
  const isMark = (kid: Kid) => (marks as readonly unknown[]).includes(kid);
  for (const kid of item.kids) (isMark(kid) ? label : body).kids.push(kid);
  const box = takeBox(body);
  if (box) label.kids.push(box);
  // A disc, of which no glyph says what it is.
  else if (marks.length > 0 && input.isDrawn(marker as LogicalText)) label.actual = "•";
  item.kids = [label, body].filter(({ kids }) => kids.length > 0);
}

type Kid = Structure["kids"][number];

/** Takes the box that a body begins with out of it. */
function takeBox(body: Structure): Structure | undefined {
  const [first] = body.kids;
  if (!first || !("type" in first)) return undefined;
  if (first.source?.attributes.class === "box") {
    body.kids.shift();
    return first;
  }
  const box = first.type === "P" ? takeBox(first) : undefined;
  if (box && first.kids.length === 0) body.kids.shift();
  return box;
}
