import type { Made } from "./special-elements.ts";
import type { Structure } from "./structure-element.ts";

/** `ListNumbering` of ISO 32000-1, table 347, by the `type` of an HTML list. */
const numberings: Readonly<Record<string, string>> = {
  a: "LowerAlpha",
  A: "UpperAlpha",
  i: "LowerRoman",
  I: "UpperRoman",
};

/**
 * Says what the marks of a list stand for, and puts terms and definitions into items.
 * @param made
 *   `L`; changed in place.
 */
export function makeList({ structure: list, element, role }: Made): void {
  const { tag, attributes } = element;
  if (tag === "dl") pairTerms(list);
  const ticked = list.kids.every((kid) => "type" in kid && startsWithBox(kid));
  const own = tag === "ol" ? numberings[attributes.type ?? ""] : undefined;
  list.attributes = {
    List: { ListNumbering: ticked ? "Unordered" : (own ?? role.numbering ?? "Unordered") },
  };
}

function startsWithBox(item: Structure): boolean {
  const [first] = item.kids;
  return first !== undefined && "type" in first && first.type === "Lbl"
    ? first.kids.some((kid) => "type" in kid && kid.source?.attributes.class === "box")
    : false;
}

/** Puts each run of terms and the definitions after it into an item. */
function pairTerms(list: Structure): void {
  const items: Structure[] = [];
  for (const kid of list.kids) {
    if (!("type" in kid)) continue;
    const item = items.at(-1);
    const last = item?.kids.at(-1);
    const begins = !last || (kid.type === "Lbl" && "type" in last && last.type === "LBody");
    if (begins) items.push({ type: "LI", kids: [kid] });
    else item?.kids.push(kid);
  }
  list.kids = items;
}
