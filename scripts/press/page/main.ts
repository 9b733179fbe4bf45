/** What runs in the browser: the bed of the press, called by the driver. */
import type { BedDocument } from "./bed/bed.ts";
import { addFaces, type PressFace } from "./bed/faces.ts";
import { type Fit, fitType, type TypeRange } from "./fit-type.ts";
import { type MadeUp, setPages } from "./pages.ts";
import { type FittedSheet, setSheet } from "./poster/sheet.ts";
import { reached, reachNothing } from "./reached.ts";
import { type Saving, savePage } from "./save-page.ts";

/** What a format may give way in, so that pages are full. */
export interface Fitting {
  type?: TypeRange | undefined;
  saving?: Saving | undefined;
}

/** Calls the driver makes; what they return must survive JSON. */
export interface Handbill {
  /** Reads fonts once for all documents of this tab. */
  addFaces(faces: readonly PressFace[]): Promise<void>;
  pages(document: BedDocument, notesAtFoot: boolean, fitting: Fitting): Promise<MadeUp>;
  sheet(document: BedDocument, range: { least: number; most: number }): Promise<FittedSheet>;
  /** Place in the source of what was being laid out, when it had to be stopped. */
  reached(): string;
  /** Takes the last document away. */
  clear(): void;
}

let clear = () => {};

const handbill: Handbill = {
  addFaces,
  async pages(document, notesAtFoot, { type, saving }) {
    reachNothing();
    const lay = (fit: Fit) => setPages(document, notesAtFoot, fit);
    const isPictured = document.html.includes("<figure");
    const fitted = await (type ? fitType(lay, type, isPictured) : lay({}));
    // A text that is set in type of its own fills its pages.
    const isUsual = fitted.pages.length > (type?.pages ?? 1);
    const made = await (saving && isUsual ? savePage(fitted, lay, saving) : fitted);
    clear = made.clear;
    const { clear: _, ...told } = made;
    return told;
  },
  async sheet(document, range) {
    reachNothing();
    const { clear: done, ...fitted } = await setSheet(document, range);
    clear = done;
    return fitted;
  },
  reached,
  clear() {
    clear();
  },
};

Object.assign(globalThis, { handbill });
