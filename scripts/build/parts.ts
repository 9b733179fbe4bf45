/** What a build works with, so that a test can put other parts in. Types only. */
import type { CopyName } from "../tables/copies.ts";
import type { FormatName } from "../tables/formats.ts";
import type { Document, Edition, FaceRule, Fault, Manuscript, Printed, Work } from "../types.ts";
import type { World } from "../world/world.ts";

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
  /** Makes a copy for paper of a finished file. */
  makeCopy(
    copy: PaperCopyName,
    finished: Uint8Array,
    edition: Edition,
    printed: Printed,
  ): Promise<Copied>;
  /** Turns the picture of a copy into PNG. */
  drawPicture(svg: string): Promise<Uint8Array>;
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

/** A copy that is made of a finished file. */
export type PaperCopyName = Exclude<CopyName, "screen">;

/** A copy for paper. */
export interface Copied {
  pdf: Uint8Array;
  /** Sheets of paper it takes, where several pages lie on one. */
  sheets?: number;
  /** SVG of the sheets, so that people see what to expect. */
  picture?: string;
  faults: Fault[];
}

/** Prints pages; see `press/press.ts`. */
export interface Press {
  /** Begins what takes time before the first page of so many editions can be printed. */
  warm(editions: number): Promise<void>;
  print(edition: Edition, pages: Pages): Promise<Printed>;
  close(): Promise<void>;
}

/** What a build works with. */
export interface Parts {
  world: World;
  steps: Steps;
  /** Stops the build: what is finished stays, nothing else is written. */
  signal?: AbortSignal | undefined;
  /** Chooses the texts that have to be built, of all and of originals that are only compared with; else all have. */
  choose?: (
    manuscripts: readonly Manuscript[],
    others: readonly Manuscript[],
  ) => readonly Manuscript[];
  /** Told before long work in which no signal is heard; what it gives back is called when that is over. */
  onDeaf?: (() => () => void) | undefined;
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
  /** PDFs among the files, for a printed format. */
  copies?: MadeCopy[];
}

/** A PDF that was made. */
export interface MadeCopy {
  copy: CopyName;
  /** Absolute path. */
  file: string;
  /** Pages, where each is a sheet. */
  pages?: number;
  /** Sheets of paper, where several pages lie on one. */
  sheets?: number;
}
