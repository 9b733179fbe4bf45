import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Sheet } from "../tables/formats.ts";
import type { Fault, Outline } from "../types.ts";

/** What the finish needs to know of an edition. */
export interface FinishOptions {
  /** Plain text. */
  title: string;
  /** People and organisations, in order. */
  authors: readonly string[];
  description?: string;
  /** BCP 47 tag. */
  language: string;
  direction: "ltr" | "rtl";
  /** Sheet of paper, in millimetres. */
  sheet: Pick<Sheet, "width" | "height">;
  /** The word for the status, where the status is marked. */
  mark?: Outline;
  /** Time the file says it was made, in seconds since 1970. */
  seconds: number;
  /** Version of Handbill. */
  version: string;
}

/** One step of the finish: changes the document in place. */
export type FinishStep = (document: PDFDocument, options: FinishOptions) => void;

/** What a finished file is held to. */
export interface Expectation extends Pick<FinishOptions, "sheet" | "mark"> {
  /** How many pages the press laid out. */
  pages: number;
  /** PostScript names of the fonts it may hold. */
  fonts: readonly string[];
  /** Where the press served the page from, if anywhere: no link may lead there. */
  origin?: string;
}

/** One thing that is looked at. */
export type FinishCheck = (document: PDFDocument, expected: Expectation) => Fault[];
