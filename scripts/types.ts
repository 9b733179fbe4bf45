/**
 * The types that one step hands to the next. Types only: no code, and nothing here knows a library
 * but the tree types of the unified family.
 */
import type { Root as HastRoot } from "hast";
import type { VFile } from "vfile";
import type { CopyName } from "./tables/copies.ts";
import type { FormatName, PaperName, SheetName } from "./tables/formats.ts";
import type { RuleId } from "./tables/rules.ts";
import type { StatusName } from "./tables/statuses.ts";
import type { TranslationName } from "./tables/translations.ts";

/** What a publication says of itself, after flags, front matter, the work's file and defaults are merged. */
export interface Matter {
  title: string;
  subtitle?: string;
  /** People, in order. */
  authors: string[];
  /** Organisations, in order. */
  organisations: string[];
  status: StatusName;
  /** The words printed for the status when the manuscript typed its own, else the language's. */
  statusLabel?: string;
  version?: string;
  /** ISO 8601 calendar date, `YYYY-MM-DD`, or a month `YYYY-MM`. */
  modified?: string;
  description?: string;
  /** BCP 47 tag. */
  language: string;
  /** Print a QR code beside each outside address in the list of links. */
  qr: boolean;
  /** BCP 47 tag of the text it was translated from, where that is known. */
  translates?: string;
  /** How far the translation is; absent in an original. */
  translation?: TranslationName;
  /** Who translated it, in order. */
  translator?: string[];
}

/** A set of texts that say the same thing: a folder of `source/`, or one loose file. */
export interface Work {
  /** Folder name or file name without extension and language; names the folder in `dist/`. */
  id: string;
  /** Absolute path of the folder no read may leave. */
  folder: string;
  formats: FormatName[];
  /** Copies to make of each format that has them; absent: the usual ones. */
  copies?: CopyName[] | undefined;
  paper: PaperName;
  /** BCP 47 tag of the language it was written in. */
  originalLanguage: string;
}

/** One text to set: a work in one language, read but not yet parsed. */
export interface Manuscript {
  work: Work;
  /** BCP 47 tag. */
  language: string;
  /** Its `path` is what complaints name; its `value` the whole file as a string, front matter included. */
  file: VFile;
  /** How many characters of `file.value` the front matter takes; the body starts there. */
  bodyOffset: number;
  /** Front matter over work file over defaults, under flags. `title` is `""` when nobody gave one. */
  matter: Matter;
  /** Keys that a flag or the front matter set on purpose, so a typed manuscript may not change them. */
  given: ReadonlySet<keyof Matter>;
}

/** A manuscript as a document: independent of the format it will be set in. */
export interface Document {
  manuscript: Manuscript;
  matter: Matter;
  /** Body: sections by heading, figures, tables; note calls in place; no notes. */
  body: HastRoot;
  /** Notes in the order of their first call. */
  notes: Note[];
  /** The title as it was written, inline markup and note calls included; absent when only `matter` has one. */
  title?: HastRoot | undefined;
  /** Id of the note on the status, where the manuscript had one. */
  statusNote?: string | undefined;
  /** The heading typed over the notes, where the manuscript had one. */
  notesHeading?: string | undefined;
  /** Where in the source the words stand that are no longer in the body, each `line:column`. */
  places: Partial<
    Record<"title" | "organisations" | "status" | "notesHeading", string | undefined>
  >;
  /** Set when it lacks what only its author can give, so that no PDF of it is for every reader. */
  lacking?: boolean;
}

/** One note. */
export interface Note {
  /** `note-1`, `note-2` ... in order of first call. */
  id: string;
  /** `number` or `symbol`. */
  kind: "number" | "symbol";
  /** What is printed: `1`, `*`, `**` ... */
  mark: string;
  /** Ids of its calls, in order: `noteref-1`, `noteref-1-2` ... */
  calls: string[];
  /** Flow content. */
  content: HastRoot;
  /** Where in the source it begins, `line:column`. */
  place?: string;
}

/** One thing to make: a document in one format. */
export interface Edition {
  document: Document;
  format: FormatName;
  paper: PaperName;
  /** Absolute paths: files to write, no copies for a screen format; folder of the fonts that printed pages share. */
  output: { html: string; copies: CopyOutput[]; fonts: string };
  sheets?: SheetOptions;
}

/** A copy to write. */
export interface CopyOutput {
  copy: CopyName;
  /** Absolute path without extension. */
  path: string;
}

/** How copies for paper are laid on sheets, where that was asked for; lengths in millimetres. */
export interface SheetOptions {
  /** What to print on; else what the table says of the format and the paper family. */
  sheet?: SheetName | undefined;
  /** Pages that are folded into each other, a multiple of four; else all of them. */
  signature?: number | undefined;
  /** Thickness of a leaf. */
  thickness?: number | undefined;
  /** How far parts of a large sheet overlap. */
  overlap?: number | undefined;
  /** Whether pictures of the sheets are made as PNG too. */
  png?: boolean | undefined;
  /** Path of the ICC profile that a print copy is made for, as typed; else our own. */
  profile?: string | undefined;
}

/** What a page turned out to hold. */
export interface PageReport {
  /** 1-based, in reading order. */
  number: number;
  /** Ids of the notes that begin on it. */
  notes: string[];
  /** Ids of the note calls on it. */
  calls: string[];
  /** Source text seen in its column, and at its foot; blocks apart by a line break. */
  text: string;
  foot: string;
}

/** Something that went wrong on a page. `place` is `line:column` of the source block, where known. */
export interface Fault {
  rule: RuleId;
  place?: string;
  /** What happened, a clause: `"the word “rights” is not on any page"`. */
  reason: string;
  /** What to do about it, one sentence in plain words. */
  note?: string;
}

/** Where something stands: page, 0-based, and CSS px from its top left corner. */
export interface Spot {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece of text as one page has it. */
export interface LogicalText {
  /** Index into `Logical.inks`: the dye its glyphs are printed in. Pieces of one element on a page share it. */
  key: number;
  /** 0-based. */
  page: number;
  /** As it stands in the document; absent for what the browser makes: the marker of a list's item. */
  text?: string;
}

/** An element of the document, whole again where pages cut it. */
export interface LogicalElement {
  /** HTML element name. */
  tag: string;
  /** HTML attributes that say what it means: `lang`, `alt`, `href`, `role`, `class`, `data-place` ... */
  attributes: Record<string, string>;
  kids: Array<LogicalElement | LogicalText>;
  /** Of targets, headings, images and boxes to tick: where each part stands. */
  spots?: Spot[];
  /** Of links: the numbers of their parts; part 7 is printed as a link to `x-part:7`. */
  parts?: number[];
}

/** What printed pages say, as a tree, and how to find it on them. */
export interface Logical {
  /** `main`. */
  root: LogicalElement;
  /** What stands at the feet of pages, in order: notes, and a heading over them. */
  foot: LogicalElement[];
  /** What stands in the margins of pages, which is no part of the text. */
  margins?: LogicalText[];
  /** By key: the colour that text is printed in, and the one it should have, both `0xRRGGBB`. */
  inks: Array<{ dye: number; ink: number }>;
  /** Where all pictures stand, also those that say nothing and those that are repeated. */
  pictures: Spot[];
}

/** What the press hands to the finish. */
export interface Printed {
  pdf: Uint8Array;
  /** Absent when nothing was printed. */
  logical?: Logical;
  pages: PageReport[];
  /** Words of the source seen on the pages. */
  words: number;
  faults: Fault[];
}

/** Faces for a text: what the type step hands to the styles and to the finish. */
export interface TypeSetting {
  /** `@font-face` rules with `data:` addresses, and `alias`. */
  css: string;
  /** Rules for a press, when asked for; where two serve one character the later is asked first. */
  pressRules: FaceRule[];
  /** CSS that lets headings share the face of the text, where one face serves both. */
  alias: string;
  /** Families they define: `Handbill Serif`, `Handbill Sans`. */
  families: string[];
  /** PostScript names of every font that a PDF set with them may hold. */
  fonts: string[];
  /**
   * Characters that no installed face has, in order of first appearance; `codePoint` reads `U+XXXX`, `package`
   * is the npm package that would bring a face for them, where we know one.
   */
  uncovered: Array<{
    character: string;
    codePoint: `U+${string}`;
    package?: string | undefined;
  }>;
}

/** An `@font-face` rule. */
export interface FaceRule {
  /** Name of the rule by content: of equal rules equal, of others not. */
  key: string;
  /** Name of the font file by content, `SourceSerif4-Regular-….ttf`. */
  file: string;
  family: string;
  style: string;
  weight: string;
  /** CSS `unicode-range`; everything when absent. */
  range?: string | undefined;
  /** CSS `size-adjust`, where its script is set larger or smaller than that of the text. */
  adjust?: string | undefined;
  /** The font file, base64. */
  data: string;
}

/** A word as outlines, in font units, the baseline at y = 0, y growing downwards as in SVG. */
export interface Outline {
  /** SVG path data: absolute `M`, `L`, `C`, `Z`. */
  path: string;
  /** Ink box: leftmost and topmost coordinate, width, height. */
  x: number;
  y: number;
  width: number;
  height: number;
}
