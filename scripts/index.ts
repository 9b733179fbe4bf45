export type { BuildOptions, BuildResult } from "./build.ts";
export { build } from "./build.ts";
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
} from "./parts.ts";
export type { Finding, FindingRule } from "./preflight/finding.ts";
export type { Preflight } from "./preflight/preflight.ts";
export { preflight } from "./preflight/preflight.ts";
export type { Report, ReportOptions } from "./report.ts";
export { report } from "./report.ts";
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
