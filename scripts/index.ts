/**
 * The library: what a program needs to make editions or to look at PDFs, and the types of what it gets back. README.md
 * has a whole program. `build` takes a world (`diskWorld`: disk, clock and environment) and steps (`realSteps`), `report`
 * makes text or JSON of what came of it, and `preflight` reads the bytes of any PDF. What is not here may change.
 */

export type { BuildOptions, BuildResult } from "./build/build.ts";
export { build } from "./build/build.ts";
export type {
  Copied,
  Finished,
  Made,
  MadeCopy,
  Pages,
  Parts,
  Press,
  Progress,
  Steps,
} from "./build/parts.ts";
export type { Report, ReportOptions } from "./command/report.ts";
export { report } from "./command/report.ts";
export type { Finding, FindingRule } from "./preflight/finding.ts";
export type { Preflight } from "./preflight/preflight.ts";
export { preflight } from "./preflight/preflight.ts";
export { realSteps } from "./steps/steps.ts";
export type { CopyName } from "./tables/copies.ts";
export type { FormatName, PaperName, SheetName } from "./tables/formats.ts";
export type { StatusName } from "./tables/statuses.ts";
export type {
  Document,
  Edition,
  Fault,
  Manuscript,
  Matter,
  Note,
  Printed,
  SheetOptions,
  Work,
} from "./types.ts";
export { diskWorld } from "./world/disk.ts";
export type { World } from "./world/world.ts";
