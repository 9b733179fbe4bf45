import type { CopyName, CopyOfFormat } from "./copies.ts";

/** Paper families and their sheets, in millimetres, portrait: width, height. */
export const papers = {
  us: {
    booklet: { name: "half-letter", width: 139.7, height: 215.9 },
    page: { name: "Letter", width: 215.9, height: 279.4 },
    spread: { name: "Tabloid", width: 279.4, height: 431.8 },
    leaflet: { name: "a third of Letter", width: 93.8, height: 215.9 },
    quarter: { name: "a quarter of Letter", width: 107.95, height: 139.7 },
    poster: { name: "18 × 24 in", width: 457.2, height: 609.6 },
  },
  iso: {
    booklet: { name: "A5", width: 148, height: 210 },
    page: { name: "A4", width: 210, height: 297 },
    spread: { name: "A3", width: 297, height: 420 },
    leaflet: { name: "a third of A4", width: 99.5, height: 210 },
    quarter: { name: "A6", width: 105, height: 148 },
    poster: { name: "A2", width: 420, height: 594 },
  },
} as const satisfies Record<string, Record<string, Sheet>>;

/** A sheet of paper; `width` and `height` in millimetres. */
export interface Sheet {
  name: string;
  width: number;
  height: number;
}

/** Sheets that a printer may hold, by the names people ask for them; millimetres, portrait. */
export const sheets = {
  letter: papers.us.page,
  legal: { name: "Legal", width: 215.9, height: 355.6 },
  tabloid: papers.us.spread,
  a4: papers.iso.page,
  a3: papers.iso.spread,
} as const satisfies Record<string, Sheet>;

/** Row of the format table. */
export interface FormatRow {
  /** `pages`: cut into pages by Paged.js; `sheet`: one sheet fitted to its text; `screen`: HTML only. */
  medium: "pages" | "sheet" | "screen";
  /** Made of a work that names no formats. */
  usual: boolean;
  /** Most pages there is room for. */
  mostPages?: number;
  /** Which sheet of the paper family. */
  sheet: keyof (typeof papers)["us"] | undefined;
  /** Outer margin, pt, on paper where it is another than the style sheet says. */
  outer?: Partial<Record<keyof typeof papers, number>>;
  /** `foot`: at the foot of the page with the call; `end`: gathered under a heading. */
  notes: "foot" | "end";
  /** `page`: a title page of its own; `block`: a block over the text. */
  title: "page" | "block";
  /** Contents are made when the text has at least this many second-level headings and words. */
  contents: { headings: number; words: number } | undefined;
  /** Where addresses of outside links are printed: as a list at the end, or not at all. */
  links: "list" | "none";
  /** Where words may be divided: in all running text, or only in cells of tables that do not fit otherwise. */
  hyphens: "text" | "tables" | "none";
  /** Short texts are set in the largest type, pt, that takes no page more, where they have no more pages than this. */
  type?: {
    least: number;
    most: number;
    pages: number;
    /** Numbers of pages that a sheet has in any case: a text may take as many as the least of these that holds it. */
    fills?: readonly number[];
  };
  /** Where text takes no more than this share of the last page, blocks have the first of these shares of their space that saves it. */
  saving?: { last: number; spaces: readonly number[] };
  /** Pages that a folded sheet has: a short text begins behind its title page where that saves a sheet. */
  fold?: number;
  /** Font roles: which face family sets body text. */
  face: "serif" | "sans";
  /** Style sheets in `styles/page/` (geometry, for paper) and `styles/format/` (type), without extension. */
  style: string;
  /** How a viewer opens the PDF. */
  view: View | undefined;
  /** Copies of it that can be made, and how. */
  copies: Readonly<Partial<Record<CopyName, CopyOfFormat>>>;
}

/** How a viewer opens a PDF, in the words of ISO 32000-1, 7.7.2 and 12.2. */
export interface View {
  /** `TwoPageRight`: the first page alone on the right, as in a bound book. */
  layout: "SinglePage" | "OneColumn" | "TwoPageRight";
  /** Whether the first page is shown whole. */
  whole: boolean;
  /** Bookmarks are in sight from this many on. */
  bookmarks: number;
  /** `None`: printed at its own size, so that type keeps the size it was set in. */
  scaling: "None" | "AppDefault";
}

/** Copies that any sheet of paper can have. */
const inked = { print: { usual: false }, copier: { usual: false } } as const;

/** Every format. Adding one is a row here and its files in `styles/page/` and `styles/format/`. */
export const formats = {
  booklet: {
    usual: true,
    medium: "pages",
    sheet: "booklet",
    notes: "foot",
    title: "page",
    contents: { headings: 4, words: 1500 },
    links: "list",
    hyphens: "text",
    // Sections stand a line apart instead of one and a half: lines of facing pages stay beside each other.
    saving: { last: 0.15, spaces: [2 / 3] },
    fold: 4,
    face: "serif",
    style: "booklet",
    view: { layout: "TwoPageRight", whole: false, bookmarks: 8, scaling: "None" },
    copies: {
      screen: { usual: true },
      ...inked,
      imposed: { usual: true, layout: "saddle" },
      "cut-stack": { usual: false, layout: "cutStack" },
    },
  },
  handout: {
    usual: true,
    medium: "pages",
    sheet: "page",
    outer: { us: 144 },
    notes: "foot",
    title: "block",
    contents: undefined,
    links: "list",
    hyphens: "text",
    // Between what is read with ease and where large print begins; a sheet has two sides.
    type: { least: 10, most: 12.5, pages: 2 },
    saving: { last: 0.2, spaces: [0.75, 0.5] },
    face: "serif",
    style: "handout",
    view: { layout: "OneColumn", whole: false, bookmarks: 8, scaling: "None" },
    copies: {
      screen: { usual: true },
      ...inked,
      "2-up": { usual: false, layout: "twoUp" },
      "4-up": { usual: false, layout: "fourUp" },
    },
  },
  "large-print": {
    usual: true,
    medium: "pages",
    sheet: "page",
    notes: "foot",
    title: "block",
    contents: undefined,
    links: "list",
    hyphens: "tables",
    saving: { last: 0.25, spaces: [0.75, 0.5] },
    face: "sans",
    style: "large-print",
    view: { layout: "OneColumn", whole: false, bookmarks: 8, scaling: "None" },
    copies: {
      screen: { usual: true },
      ...inked,
      imposed: { usual: false, layout: "saddle", sheet: "spread" },
    },
  },
  poster: {
    usual: true,
    medium: "sheet",
    sheet: "poster",
    notes: "end",
    title: "block",
    contents: undefined,
    links: "list",
    hyphens: "text",
    face: "serif",
    style: "poster",
    view: {
      layout: "SinglePage",
      whole: true,
      bookmarks: Number.POSITIVE_INFINITY,
      // Who prints it at home wants to see it whole.
      scaling: "AppDefault",
    },
    copies: { screen: { usual: true }, ...inked, tiled: { usual: true, layout: "tiles" } },
  },
  leaflet: {
    usual: false,
    medium: "pages",
    mostPages: 6,
    sheet: "leaflet",
    notes: "foot",
    title: "page",
    contents: undefined,
    links: "list",
    hyphens: "text",
    // The title and the three panels inside, or all six.
    type: { least: 9, most: 11, pages: 6, fills: [4, 6] },
    saving: { last: 0.2, spaces: [0.5] },
    face: "serif",
    style: "leaflet",
    view: { layout: "SinglePage", whole: true, bookmarks: 8, scaling: "None" },
    copies: { screen: { usual: true }, ...inked, imposed: { usual: true, layout: "triFold" } },
  },
  "quarter-sheet": {
    usual: false,
    medium: "pages",
    sheet: "quarter",
    notes: "foot",
    title: "block",
    contents: undefined,
    links: "list",
    hyphens: "text",
    type: { least: 9, most: 16, pages: 2 },
    saving: { last: 0.2, spaces: [0.75, 0.5] },
    face: "serif",
    style: "quarter-sheet",
    view: { layout: "OneColumn", whole: true, bookmarks: 8, scaling: "None" },
    copies: {
      screen: { usual: true },
      ...inked,
      imposed: { usual: true, layout: "repeated" },
      "cut-stack": { usual: false, layout: "cutStack" },
    },
  },
  web: {
    usual: true,
    medium: "screen",
    sheet: undefined,
    notes: "end",
    title: "block",
    contents: undefined,
    links: "none",
    hyphens: "none",
    face: "serif",
    style: "web",
    view: undefined,
    copies: { screen: { usual: true } },
  },
} as const satisfies Record<string, FormatRow>;

/** Name of a format. */
export type FormatName = keyof typeof formats;
/** Name of a paper family. */
export type PaperName = keyof typeof papers;
/** Names in the order they are built. */
export const formatNames = Object.keys(formats) as FormatName[];
/** Names of those made of a work that names none. */
export const usualFormatNames = formatNames.filter((name) => formats[name].usual);
/** Names of the paper families. */
export const paperNames = Object.keys(papers) as PaperName[];
/** Name of a sheet that a flag can ask for. */
export type SheetName = keyof typeof sheets;
/** Names of the sheets that a flag can ask for. */
export const sheetNames = Object.keys(sheets) as SheetName[];
