import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { languageRow } from "../../tables/languages.ts";

/**
 * Gives every element that names a language an id, since Chromium loses the language of inline elements
 * without one, and its direction where that differs from the text around it.
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform.
 */
export function rehypeLanguages(options: { language: string }) {
  return (tree: Root): void => {
    const around = languageRow(options.language).row.direction;
    let count = 0;
    visit(tree, "element", ({ properties }) => {
      if (typeof properties.lang !== "string") return;
      properties.id ??= `lang-${++count}`;
      const { direction } = languageRow(properties.lang).row;
      if (direction !== around) properties.dir ??= direction;
    });
  };
}
