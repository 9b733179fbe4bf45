import type { Element } from "hast";

/**
 * Lists the children of an element that have one of some names.
 * @param element
 *   The element.
 * @param names
 *   Names of tags.
 */
export function childrenNamed({ children }: Element, ...names: string[]): Element[] {
  return children.filter(
    (child): child is Element => child.type === "element" && names.includes(child.tagName),
  );
}
