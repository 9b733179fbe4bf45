import type { HandlerClass, Page } from "pagedjs";

interface Furnisher {
  /** Margin boxes by selector of page and box. */
  marginalia: Record<string, { hasContent?: boolean }>;
}

/**
 * Makes a Paged.js module that gives pages their margin boxes, and no others than those that have words.
 * @param AtPage
 *   Paged.js's own, which reads the rules.
 */
export function furniture(AtPage: HandlerClass): HandlerClass {
  return class extends AtPage {
    afterParsed(): void {
      trim(this.chunker.pageTemplate.content, new Set(this.boxes().map(([, box]) => box)));
    }
    /** Boxes find their own room by our styles: Paged.js's measuring of them costs a layout each. */
    finalizePage(_fragment: Element, page: Page): void {
      for (const [onPage, box] of this.boxes())
        if (page.element.matches(onPage))
          page.element.querySelector(box)?.classList.add("hasContent");
    }
    /** Selectors of pages and their boxes with words. */
    boxes(): Array<[page: string, box: string]> {
      return Object.entries((this as unknown as Furnisher).marginalia)
        .filter(([, { hasContent }]) => hasContent)
        .map(([selector]) => selector.split(" ") as [string, string]);
    }
  };
}

/** Two thirds of a page's boxes are for crop marks, corners and margins in which no page has words. */
function trim(template: DocumentFragment, boxes: ReadonlySet<string>): void {
  for (const box of template.querySelectorAll(".pagedjs_bleed, .pagedjs_margin"))
    if (![...boxes].some((selector) => box.matches(selector))) box.remove();
  for (const side of template.querySelectorAll("[class^=pagedjs_margin-]:not(:has(*))"))
    if (!side.matches(".pagedjs_margin-content")) side.remove();
  // Blank lines of the template would be on every page.
  for (const holder of template.querySelectorAll("*"))
    for (const child of [...holder.childNodes])
      if (child.nodeType === Node.TEXT_NODE) child.remove();
}
