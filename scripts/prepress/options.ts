import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Outline } from "../types.ts";
import type { Inks } from "./inks.ts";
import type { Profile } from "./profile.ts";

/** What a copy for a copier needs to know. */
export interface CopierOptions {
  inks: Inks;
}

/** What a copy for a print shop needs to know. */
export interface PrintOptions {
  inks: Inks;
  profile: Profile;
  /** How far beyond the trim colour goes, millimetres. */
  bleed: number;
  /** Room beyond the trim for bleed and marks, millimetres. */
  slug: number;
  /** What the slug line says: of the work, of the sheet, of each page. */
  lines: { file: Outline; sheet: Outline; pages: readonly Outline[] };
}

/** One step: changes the document in place. */
export type PrintStep = (document: PDFDocument, options: PrintOptions) => void;
/** One step: changes the document in place. */
export type CopierStep = (document: PDFDocument, options: CopierOptions) => void;
