import type { Look } from "./looks.ts";

/** The words of a page's margin box, which styles put there. */
export interface MarginWords {
  element: Element;
  look: Look;
  text: string;
}

/**
 * Reads the words in the margins of a page.
 * @param page
 *   Paged.js's, when all pages are made: running heads come last.
 * @returns
 *   In the order they stand in the tree; none of boxes that count pages.
 */
export function readMargins(page: Element): MarginWords[] {
  return [...page.querySelectorAll(".hasContent > .pagedjs_margin-content")].flatMap((element) => {
    const { content, color: colour } = getComputedStyle(element, "::after");
    const [, words] = /^"((?:[^"\\]|\\.)*)"$/.exec(content) ?? [];
    if (!words) return [];
    const text = words.replaceAll(/\\(.)/g, "$1");
    return [{ element, look: { colour, before: "", after: "" }, text }];
  });
}
