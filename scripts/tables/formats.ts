/** Paper families and their sheets, in millimetres, portrait: width, height. */
export const papers = {
  us: {
    booklet: { name: "half-letter", width: 139.7, height: 215.9 },
    page: { name: "Letter", width: 215.9, height: 279.4 },
    poster: { name: "18 × 24 in", width: 457.2, height: 609.6 },
  },
  iso: {
    booklet: { name: "A5", width: 148, height: 210 },
    page: { name: "A4", width: 210, height: 297 },
    poster: { name: "A2", width: 420, height: 594 },
  },
} as const satisfies Record<string, Record<string, Sheet>>;

/** A sheet of paper; `width` and `height` in millimetres. */
export interface Sheet {
  name: string;
  width: number;
  height: number;
}

/** Row of the format table. */
export interface FormatRow {
  /** `pages`: cut into pages by Paged.js; `sheet`: one sheet fitted to its text; `screen`: HTML only. */
  medium: "pages" | "sheet" | "screen";
  /** Which sheet of the paper family. */
  sheet: keyof (typeof papers)["us"] | undefined;
  /** `foot`: at the foot of the page with the call; `end`: gathered under a heading. */
  notes: "foot" | "end";
  /** `page`: a title page of its own; `block`: a block over the text. */
  title: "page" | "block";
  /** Contents are made when the text has at least this many second-level headings and words. */
  contents: { headings: number; words: number } | undefined;
  /** Where addresses of outside links are printed: as a list at the end, or not at all. */
  links: "list" | "none";
  /** Font roles: which face family sets body text. */
  face: "serif" | "sans";
  /** Style sheets in `styles/page/` (geometry, for paper) and `styles/format/` (type), without extension. */
  style: string;
}

/** Every format. Adding one is a row here and its files in `styles/page/` and `styles/format/`. */
export const formats = {
  booklet: {
    medium: "pages",
    sheet: "booklet",
    notes: "foot",
    title: "page",
    contents: { headings: 4, words: 1500 },
    links: "list",
    face: "serif",
    style: "booklet",
  },
  handout: {
    medium: "pages",
    sheet: "page",
    notes: "foot",
    title: "block",
    contents: undefined,
    links: "list",
    face: "serif",
    style: "handout",
  },
  "large-print": {
    medium: "pages",
    sheet: "page",
    notes: "foot",
    title: "block",
    contents: undefined,
    links: "list",
    face: "sans",
    style: "large-print",
  },
  poster: {
    medium: "sheet",
    sheet: "poster",
    notes: "end",
    title: "block",
    contents: undefined,
    links: "list",
    face: "serif",
    style: "poster",
  },
  web: {
    medium: "screen",
    sheet: undefined,
    notes: "end",
    title: "block",
    contents: undefined,
    links: "none",
    face: "serif",
    style: "web",
  },
} as const satisfies Record<string, FormatRow>;

/** Name of a format. */
export type FormatName = keyof typeof formats;
/** Name of a paper family. */
export type PaperName = keyof typeof papers;
/** Names in the order they are built. */
export const formatNames = Object.keys(formats) as FormatName[];
/** Names of the paper families. */
export const paperNames = Object.keys(papers) as PaperName[];
