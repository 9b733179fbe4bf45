import type { Made } from "./special-elements.ts";

/**
 * Gives a note its name, and the mark that stands in its first paragraph to all of it, as its label.
 * @param made
 *   `Note`; changed in place.
 */
export function makeNote({ structure, element }: Made): void {
  structure.id = element.attributes.id ?? "";
  const first = structure.kids.find((kid) => "type" in kid);
  const label = first?.kids[0];
  if (!first || !label || !("type" in label) || label.type !== "Lbl") return;
  first.kids.shift();
  structure.kids.unshift(label);
}
