/** Row of the table of copies. */
export interface CopyRow {
  /** What stands between the name of the format and `.pdf`. */
  suffix: string;
  /** One line for people. */
  help: string;
}

/** What can be made of a printed format: the copy to read on a screen, and what is made of that for paper. */
export const copies = {
  screen: { suffix: "", help: "pages in reading order, to read, send and search" },
  print: { suffix: ".print", help: "a file for a print shop: inks, bleed and marks (PDF/X-4)" },
  copier: { suffix: ".copier", help: "greys that a black-and-white copier can copy" },
  imposed: { suffix: ".imposed", help: "sheets to print on both sides, then fold or cut" },
  tiled: { suffix: ".tiled", help: "a large sheet in parts, to glue together" },
  "2-up": { suffix: ".2-up", help: "two pages beside each other on a side of a sheet" },
  "4-up": { suffix: ".4-up", help: "four pages on a side of a sheet" },
  "cut-stack": {
    suffix: ".cut-stack",
    help: "sheets to cut, whose piles laid on each other read on",
  },
} as const satisfies Record<string, CopyRow>;

/** Name of a copy. */
export type CopyName = keyof typeof copies;
/** Names in the order they are made. */
export const copyNames = Object.keys(copies) as CopyName[];

/** How pages can lie on sheets; each has its function in `impose/`. */
export type LayoutName =
  | "saddle"
  | "triFold"
  | "repeated"
  | "cutStack"
  | "twoUp"
  | "fourUp"
  | "tiles";

/** A copy of one format. */
export interface CopyOfFormat {
  /** Made of a work that names no copies. */
  usual: boolean;
  /** How its pages lie on sheets; absent where each is a sheet. */
  layout?: LayoutName;
  /** The sheet they lie on, of the paper family; else `page`. */
  sheet?: "page" | "spread";
}
