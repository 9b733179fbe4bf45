/** What runs in the browser: the bed of the press, called by the driver. */
import type { BedDocument } from "./bed/bed.ts";
import { addFaces, type PressFace } from "./bed/faces.ts";
import { fitType, type TypeRange } from "./fit-type.ts";
import { openLayouts } from "./layouts.ts";
import { type MadeUp, setPages } from "./pages.ts";
import { type FittedSheet, setSheet } from "./poster/sheet.ts";
import { reached, reachNothing } from "./reached.ts";
import { type Saving, savePage } from "./save-page.ts";
import { saveSheet } from "./save-sheet.ts";

/** What a format may give way in, so that pages are full. */
export interface Fitting {
  type?: TypeRange | undefined;
  saving?: Saving | undefined;
  /** Pages that a folded sheet has. */
  fold?: number | undefined;
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
  async pages(document, notesAtFoot, { type, saving, fold }) {
    reachNothing();
    const { outcome, stand } = openLayouts((fit) => setPages(document, notesAtFoot, fit));
    const isPictured = document.html.includes("<figure");
    const size = type ? await fitType(outcome, type, isPictured) : {};
    // A text that is set in type of its own fills its pages.
    const isUsual = Object.keys(size).length === 0;
    const fit = saving && isUsual ? await savePage(outcome, saving, isPictured) : size;
    const made = await stand(fold ? await saveSheet(outcome, fit, fold) : fit);
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
