import type { PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import type { Numerals } from "../languages/language.ts";
import type { Sheet, View } from "../tables/formats.ts";
import type { Fault, Logical, Outline } from "../types.ts";

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
  /** What its pages say, to tag them by. */
  logical: Logical;
  /** Sheet of paper, in millimetres. */
  sheet: Pick<Sheet, "width" | "height">;
  /** The word for the status, where the status is marked. */
  mark?: Outline | undefined;
  /** Digits of the folios. */
  numerals: Numerals;
  /** The word over its notes, where its language has one that we know. */
  notes?: string;
  /** How a viewer opens it; in its own way when absent. */
  view?: View | undefined;
  /** Standards the file says it keeps; it says nothing where none are given. */
  claims?: Claims | undefined;
  /** Time the file says it was made, in seconds since 1970. */
  seconds: number;
  /** Version of Handbill. */
  version: string;
}

/** A heading that a bookmark leads to. */
export interface Heading {
  /** 1 is the title's. */
  level: number;
  /** Its words, as the text has them. */
  title: string;
  /** Page it stands on, from 0. */
  page: number;
  /** Upper edge, points from the lower edge of an unrotated page. */
  y: number;
  /** Its structure element. */
  element?: PDFRef;
}

/** Standards a file claims to keep: part of PDF/UA (ISO 14289), part and level of PDF/A (ISO 19005). */
export interface Claims {
  ua?: 1;
  archive?: "2a";
}

/** What the steps know, once the file is tagged. */
export interface Told extends FinishOptions {
  /** Headings for the bookmarks, in reading order. */
  headings: readonly Heading[];
  /** Where each name is: page from 0, upper left corner in points. */
  destinations: ReadonlyMap<string, { page: number; x: number; y: number }>;
}

/** One step of the finish: changes the document in place. */
export type FinishStep = (document: PDFDocument, told: Told) => void;

/** What a finished file is held to. */
export interface Expectation
  extends Pick<
    FinishOptions,
    "sheet" | "mark" | "title" | "language" | "numerals" | "claims" | "logical"
  > {
  /** How many pages the press laid out. */
  pages: number;
  /** PostScript names of the fonts it may hold. */
  fonts: readonly string[];
}

/** One thing that is looked at. */
export type FinishCheck = (document: PDFDocument, expected: Expectation) => Fault[];
