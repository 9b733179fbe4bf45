/** What runs in the browser: the bed of the press, called by the driver. */
import { type MadeUp, setPages } from "./pages.ts";
import { type FittedSheet, setSheet } from "./sheet.ts";

/** Calls the driver makes; what they return must survive JSON. */
export interface Handbill {
  pages(html: string, notesAtFoot: boolean): Promise<MadeUp>;
  sheet(html: string, range: { least: number; most: number }): Promise<FittedSheet>;
  /** Takes the last document away. */
  clear(): void;
}

let clear = () => {};

const handbill: Handbill = {
  async pages(html, notesAtFoot) {
    const made = await setPages(html, notesAtFoot);
    clear = made.clear;
    return { source: made.source, pages: made.pages };
  },
  async sheet(html, range) {
    const { clear: done, ...fitted } = await setSheet(html, range);
    clear = done;
    return fitted;
  },
  clear() {
    clear();
  },
};

Object.assign(globalThis, { handbill });
