/**
 * The types that one step hands to the next. Types only: no code, and nothing here knows a library
 * but the tree types of the unified family.
 */
import type { Root as HastRoot } from "hast";
import type { VFile } from "vfile";
import type { FormatName, PaperName } from "./tables/formats.ts";
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
  title?: HastRoot;
  /** Id of the note on the status, where the manuscript had one. */
  statusNote?: string;
  /** The heading typed over the notes, where the manuscript had one. */
  notesHeading?: string;
  /** Where in the source the words stand that are no longer in the body, each `line:column`. */
  places: { title?: string; organisations?: string; status?: string; notesHeading?: string };
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
  /** Absolute paths: files to write, `pdf` absent for a screen format; folder of the fonts that printed pages share. */
  output: { html: string; pdf?: string; fonts: string };
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
  rule: string;
  place?: string;
  /** What happened, a clause: `"the word “rights” is not on any page"`. */
  reason: string;
  /** What to do about it, one sentence in plain words. */
  note?: string;
}

/** What the press hands to the finish. */
export interface Printed {
  pdf: Uint8Array;
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
  /** The font file, base64. */
  data: string;
  /** The font file as a `data:` address. */
  address: string;
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
