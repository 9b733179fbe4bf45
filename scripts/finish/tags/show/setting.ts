import type { FontCodes } from "./codes.ts";

/** What stands beside a run. */
export interface Setting {
  /** Whether its line has other runs, some of them from right to left: pdf.js forgets the spaces between them. */
  turned?: boolean;
  /** Which height of its text space it is read at: that of its line, if it is raised or lowered. */
  height?: number;
  /** Whether most of the page reads from right to left. */
  fromRight?: boolean;
  /** Whether words from left to right go on with those of the run before, or are gone on with by those of the next. */
  goesOn?: boolean;
  isGoneOn?: boolean;
  /** A font of the page that has a space, where the run's own has none. */
  spare?: (() => { font: string; codes: FontCodes } | undefined) | undefined;
}
