/** What a build works with, so that a test can put other parts in. Types only. */
import type { FormatName } from "./tables/formats.ts";
import type { Document, Edition, FaceRule, Fault, Manuscript, Printed, Work } from "./types.ts";
import type { World } from "./world/world.ts";

/** The steps that a build runs, each by the name of its function; see ARCHITECTURE.md. */
export interface Steps {
  /** Complaints go on the manuscript's file. */
  readDocument(manuscript: Manuscript): Promise<Document>;
  checkDocument(manuscript: Manuscript, document: Document): void;
  /** Complaints go on the translation's file. */
  compareTranslation(original: Document, translation: Document): void;
  /** Composes, faces and styles: a document to its page and fonts. Complaints go on its file. */
  setEdition(edition: Edition): Promise<Pages>;
  openPress(jobs: number): Press;
  finishPdf(printed: Printed, edition: Edition, pages: Pages, date: Date): Promise<Finished>;
}

/** An edition as HTML, whole. */
export interface Pages {
  /** The page to keep, its fonts cut down to its characters. */
  html: string;
  /** Fonts for the press, which reads each only once; none for a screen format. */
  faces?: readonly FaceRule[];
  /** PostScript names of the fonts that the printed file may hold. */
  fonts: string[];
}

/** A finished file. */
export interface Finished {
  pdf: Uint8Array;
  faults: Fault[];
}

/** Prints pages; see `press/press.ts`. */
export interface Press {
  print(edition: Edition, pages: Pages): Promise<Printed>;
  close(): Promise<void>;
}

/** What a build works with. */
export interface Parts {
  world: World;
  steps: Steps;
  /** Stops the build: what is finished stays, nothing else is written. */
  signal?: AbortSignal | undefined;
  /** Told of each edition when it is done. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far a build is. */
export interface Progress {
  done: number;
  total: number;
  work: Work;
  language: string;
  format: FormatName;
}

/** An edition that was made. */
export interface Made {
  work: string;
  language: string;
  format: FormatName;
  /** Absolute paths written. */
  files: string[];
  /** Pages, for a printed format. */
  pages?: number;
}
