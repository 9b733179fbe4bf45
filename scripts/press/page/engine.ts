import { Handler, type HandlerClass, type Page, Previewer, registeredHandlers } from "pagedjs";
import { type Galley, makeGalley } from "./column/galley.ts";
import { furniture } from "./furniture.ts";
import type { Makeup } from "./makeup.ts";

// Of Paged.js's modules we keep page geometry and margin boxes, forced breaks, named pages and running
// strings. The others go: what they do is done in the HTML, natively, or in our makeup.
const [atPage, ...others] = ["AtPage", "Breaks", "StringSets"].map(
  (name) => registeredHandlers.find((module) => module.name === name) as HandlerClass,
);
const modules = [furniture(atPage as HandlerClass), ...others];
registeredHandlers.splice(0, registeredHandlers.length, ...modules);

// A page is cut by us, so its foot must keep its own height and its column must show what runs over, and no more: a
// box as high as the page, moved down by a margin, runs over too. Paged.js's sheet comes later, so ours says more.
const engineStyle = `
.pagedjs_pagebox > .pagedjs_area > .pagedjs_footnote_area > .pagedjs_footnote_content { flex: none; }
.pagedjs_pages .pagedjs_pagebox > .pagedjs_area > .pagedjs_page_content > div { height: auto; }
.pagedjs_pagebox > .pagedjs_area > .pagedjs_page_content { column-count: 1; column-gap: 1200px; }
.pagedjs_pages { display: block; }
`;
// Nobody sees the pages but print, so the screen lays out none of them again.
const printedStyle = "@media screen { .pagedjs_pages.pagedjs_pages { display: none; } }";

/** What a run of the engine is given. */
export interface Run {
  /** Holder of the whole text; its elements carry `data-ref`. */
  text: DocumentFragment;
  /** Whether the text runs right to left, so that the book is bound at its right. */
  rightToLeft: boolean;
  /** Style sheets with `@page` rules, for Paged.js to read. */
  sheets: string[];
  makeMakeup(galley: Galley): Makeup;
  /** Called when a page is made up, while it still stands in the tree. */
  finished(page: Page): void;
}

/**
 * Runs Paged.js's page loop with our makeup in place of its layout.
 * @param run
 *   What is laid out, and how.
 * @returns
 *   Pages, in order, and a function that takes them and their styles away again.
 */
export async function runEngine(run: Run): Promise<{ pages: Page[]; dispose(): void }> {
  const previewer = new Previewer({});
  const { chunker, polisher } = previewer;
  chunker.q.tick = soon;
  chunker.loadFonts = () => Promise.resolve();
  const galley = makeGalley(run.text);
  const makeup = run.makeMakeup(galley);
  // First, so that a page is read before its running heads are changed, which restyles all of it.
  registeredHandlers.unshift(driver(run, galley, makeup));
  const style = document.createElement("style");
  style.textContent = engineStyle;
  try {
    const sheets = run.sheets.map((text) => ({ "about:sheet": text }));
    const flow = previewer.preview(run.text, sheets, document.body);
    document.head.append(style);
    const { pages } = await flow;
    style.textContent += printedStyle;
    chunker.pagesArea.replaceChildren(...pages.map((page) => page.element));
    return {
      pages,
      dispose() {
        polisher.destroy();
        style.remove();
        chunker.pagesArea.remove();
      },
    };
  } finally {
    registeredHandlers.shift();
  }
}

// Paged.js waits for an animation frame before each page, 16.7 ms; a message port turns up at once and
// still lets the browser breathe.
const channel = new MessageChannel();
const due: Array<() => void> = [];
channel.port1.onmessage = () => due.shift()?.();
function soon(callback: () => void): void {
  due.push(callback);
  channel.port2.postMessage(0);
}

const sides = ["pagedjs_left_page", "pagedjs_right_page"];

/** A Paged.js module that puts our makeup in the place of each page's layout. */
function driver(run: Run, galley: Galley, makeup: Makeup): HandlerClass {
  let previous: Page | undefined;
  const end = document.createElement("div");
  return class extends Handler {
    beforePageLayout(page: Page): void {
      Object.getPrototypeOf(page).create = createPage;
      // Paged.js takes every first page for a right one.
      if (run.rightToLeft) for (const side of sides) page.element.classList.toggle(side);
      // Chromium lays out all that is in the tree again and again: only the newest page stays in it.
      previous?.element.remove();
      previous = page;
      Object.assign(page, {
        addListeners: () => {},
        async layout() {
          page.clear();
          // It only had to be somewhere: where it is left, the galley is not empty.
          end.remove();
          makeup.fill(page);
          if (makeup.done) return undefined;
          return token(galley.next ?? run.text.appendChild(end));
        },
      });
    }
    afterPageLayout(_fragment: Element, page: Page): void {
      run.finished(page);
    }
  };
}

/** Paged.js measures each new page to learn how wide a column is; one column as wide as its box needs no measuring. */
function createPage(this: Page): void {
  const sheet = document.importNode(this.pageTemplate.content, true);
  this.element = sheet.firstElementChild as HTMLElement;
  this.pagebox = this.element.querySelector(".pagedjs_pagebox") as HTMLElement;
  this.area = this.element.querySelector(".pagedjs_page_content") as HTMLElement;
  this.footnotesArea = this.element.querySelector(".pagedjs_footnote_area") as HTMLElement;
  this.pagesArea.append(this.element);
}

let serial = 0;
/** What Paged.js takes for a place to go on from; it must never look like an earlier one. */
function token(node: Element) {
  const name = String(serial++);
  return { node, offset: 0, equals: () => false, toJSON: () => name };
}
