import type { Element, Root } from "hast";
import { visitParents } from "unist-util-visit-parents";
import { languageRow } from "../../tables/languages.ts";
import { generated } from "../nodes/generated.ts";

/**
 * Makes boxes to tick signs that say whether they are ticked. As a control nobody can use, one would be read out as out of
 * order, and with a name of its own: the words beside it, a second time.
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform.
 */
export function rehypeBoxes(options: { language: string }) {
  return (tree: Root): void => {
    visitParents(tree, "element", (node, ancestors) => {
      if (node.tagName !== "input") return;
      const told = ancestors.findLast((one) => one.type === "element" && one.properties.lang);
      const lang = told?.type === "element" ? String(told.properties.lang) : options.language;
      makeSign(node, lang);
    });
  };
}

function makeSign(box: Element, lang: string): void {
  const { row } = languageRow(lang);
  const { checked, id } = box.properties;
  box.tagName = "span";
  box.properties = {
    ...{ className: ["box"], role: "img", ...(id && { id }), ...generated(row) },
    ...(checked && { dataChecked: "" }),
    ariaLabel: checked ? row.words.checked : row.words.unchecked,
  };
}
