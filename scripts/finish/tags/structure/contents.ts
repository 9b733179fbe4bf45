import type { Structure } from "./structure-element.ts";

/**
 * Makes a list the contents of a document: `TOC`, `TOCI`, each a `Reference`.
 * @param list
 *   `L`; changed in place.
 */
export function makeContents(list: Structure): void {
  list.type = "TOC";
  delete list.attributes;
  for (const item of list.kids) {
    if (!("type" in item)) continue;
    item.type = "TOCI";
    item.kids = item.kids.flatMap((kid) => {
      if (!("type" in kid) || kid.type !== "LBody") return [kid];
      for (const inner of kid.kids) if ("type" in inner && inner.type === "L") makeContents(inner);
      const lists = kid.kids.filter((inner) => "type" in inner && inner.type === "TOC");
      const words = kid.kids.filter((inner) => !lists.includes(inner));
      return [{ type: "Reference", kids: words }, ...lists];
    });
  }
}
