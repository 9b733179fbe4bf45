import type { PDFDocument, PDFPage, PDFStream } from "@cantoo/pdf-lib";
import type { PageFont } from "../pdf/font.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import type { Subpath } from "../pdf/walk.ts";
import type { Finding } from "./finding.ts";

/** A PDF read for looking at. */
export interface Inspected {
  document: PDFDocument;
  pages: readonly InspectedPage[];
  /** The print standard it says it keeps, such as `PDF/X-4`. */
  claim: string | undefined;
  /** Colours of the profile of its output intent for print; `undefined` where it has none. */
  intent: Ink["family"] | undefined;
  /** Its metadata (XMP) as text; empty where it has none. */
  metadata: string;
}

/** A page and everything painted on it. */
export interface InspectedPage {
  /** 1-based. */
  number: number;
  page: PDFPage;
  boxes: Boxes;
  /** Points a unit of the page's. */
  unit: number;
  /** Clockwise, degrees: 0, 90, 180 or 270. */
  rotation: number;
  /** What can be seen, in the order painted. */
  paints: readonly Paint[];
  /** Why its content could not be read, where it couldn't. */
  damage?: string;
}

/** Boxes of a page in its own units, each with the default that stands for it. */
export interface Boxes {
  media: Rectangle;
  crop: Rectangle;
  bleed: Rectangle;
  trim: Rectangle;
  art: Rectangle;
  /** Which are written in the file: `MediaBox`, `CropBox` … */
  given: ReadonlySet<string>;
}

/** A colour, resolved. */
export interface Ink {
  family: "gray" | "rgb" | "cmyk" | "spot" | "lab" | "pattern" | "unknown";
  /** Whether it means what the device makes of it: no profile says. */
  device: boolean;
  /** Empty where they aren't known. */
  components: readonly number[];
  /** Names of inks, of family `spot`. */
  names: readonly string[];
  /** What is drawn again and again, of family `pattern`. */
  tile?: PDFStream;
}

/** What extended graphics states say, resolved. */
export interface Graphics {
  fillAlpha: number;
  strokeAlpha: number;
  blendMode: string;
  softMask: boolean;
  fillOverprint: boolean;
  strokeOverprint: boolean;
  /** 1: where an ink's share is 0, what is below stays. */
  overprintMode: number;
}

/** What something is painted with. */
export interface Setting {
  fill: Ink;
  stroke: Ink;
  graphics: Graphics;
}

interface Painted {
  /** What of it can be seen, in the page's units; of text, also beyond the sheet. */
  box: Rectangle;
  /** What it is filled and stroked with, where it is. */
  fill?: Ink;
  stroke?: Ink;
  graphics: Graphics;
}

/** A run of text; what shows no letters isn't there. */
export interface TextPaint extends Painted {
  kind: "text";
  font: PageFont | undefined;
  /** As printed, points. */
  size: number;
}

/** A path. */
export interface PathPaint extends Painted {
  kind: "path";
  subpaths: readonly Subpath[];
  /** Of its stroke, as printed, points. */
  lineWidth: number;
}

/** An image, inline ones too. */
export interface ImagePaint extends Painted {
  kind: "image";
  /** Pixels an inch as printed, of the direction with fewer. */
  resolution: number;
  width: number;
  height: number;
  /** Bits a pixel, all colours together; 1 for a mask. */
  depth: number;
  /** Of a mask what it is painted with; else of its pixels, components unknown. */
  fill: Ink;
  softMask: boolean;
  /** Where its pixels are; absent of an inline one. */
  stream?: PDFStream;
}

/** A gradient, over all that clipping leaves. */
export interface ShadingPaint extends Painted {
  kind: "shading";
}

/** Something painted. */
export type Paint = TextPaint | PathPaint | ImagePaint | ShadingPaint;

/** One thing that is looked at. */
export type PreflightCheck = (inspected: Inspected) => Finding[];
