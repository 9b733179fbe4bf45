/**
 * How pages lie on sheets: what the layouts hand to the drawing, the picture and the check. Types only.
 * Lengths are points, 72 to the inch; the origin of a side is its lower left corner, as in PDF.
 */
import type { LayoutName } from "../tables/copies.ts";
import type { Fault, Outline } from "../types.ts";

/** Width and height. */
export interface Size {
  width: number;
  height: number;
}

/** A rectangle by its lower left corner. */
export interface Box extends Size {
  x: number;
  y: number;
}

/** A place for a page on a side of a sheet. */
export interface Cell {
  /** What the page may cover. */
  box: Box;
  /** Index of the page, from 0; absent where the place stays blank. */
  page?: number | undefined;
  /** Where the lower left corner of the whole page lies; parts of it outside the box are cut off. */
  x: number;
  y: number;
  /** Size beside that of the page: 1 is its own. */
  scale: number;
  /** What people call it, where that is not the number of its page. */
  name?: string;
}

/** What a line tells the person at the table. */
export type LineKind = "collate" | "cut" | "fold" | "glue" | "staple";

/** A mark to work by. */
export interface Line {
  kind: LineKind;
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
}

/** A word or two beside or on the pages, drawn as outlines. */
export interface Label {
  text: string;
  /** Middle of it. */
  x: number;
  y: number;
  /** Height of its capitals. */
  height: number;
}

/** A side of a sheet. */
export interface Side {
  /** `Sheet 1, front`. */
  name: string;
  cells: Cell[];
  lines: Line[];
  labels: Label[];
}

/** Sheets, side by side in the order in which they are printed. */
export interface Plan {
  sheet: Size;
  sides: Side[];
  /** Whether a sheet has two sides; then they come in pairs, but for a last back that stays empty. */
  duplex: boolean;
  /** How often each page is on the sheets; `parts`: once, in parts that overlap. */
  times: number | "parts";
  /** What to do with them, a sentence each. */
  advice: string[];
  /** What people should think twice about. */
  cautions?: Fault[];
}

/** What a layout is told. */
export interface LayoutOptions {
  /** How many pages there are. */
  pages: number;
  /** Size of all of them. */
  page: Size;
  /** Sheet to lay them on, portrait. */
  sheet: Size;
  direction: "ltr" | "rtl";
  /** Whether the last page may stand apart from the one before: it goes on the back cover, blanks before it. */
  backCover: boolean;
  /** Pages folded into each other, a multiple of four; absent: all. */
  signature?: number | undefined;
  /** Thickness of a leaf. */
  thickness: number;
  /** How far tiles overlap. */
  overlap: number;
}

/** Lays pages on sheets. Throws `MisfitError` when they do not fit. */
export type Layout = (options: LayoutOptions) => Plan;

/** What `imposePdf` is told. */
export interface ImposeOptions
  extends Omit<LayoutOptions, "page" | "pages" | "sheet" | "thickness" | "overlap"> {
  layout: LayoutName;
  /** Sheet to print on, portrait, in millimetres. */
  sheet: Size & { name: string };
  /** Thickness of a leaf in millimetres. */
  thickness?: number | undefined;
  /** How far tiles overlap, in millimetres. */
  overlap?: number | undefined;
  /** Outlines of a label: capitals and digits. */
  outline(text: string): Promise<Outline>;
}
