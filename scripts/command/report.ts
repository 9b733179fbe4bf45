import { relative } from "node:path";
import type { VFile } from "vfile";
import type { Made, MadeCopy } from "../build/parts.ts";
import { oneLine } from "../complaints/one-line.ts";
import { plural } from "../complaints/plural.ts";
import { type Complaint, complaintsOf, exitOf } from "./complaints.ts";

/** The working folder, seen from itself. */
const itself = ".";

/** How to report. */
export interface ReportOptions {
  /** Folder that paths are written relative to. */
  cwd: string;
  json: boolean;
  /** JSON in one line, since more follow. */
  lines?: boolean | undefined;
  /** Leave out what nobody has to act on. */
  quiet: boolean;
  /** Exit code of a build that was stopped, whatever was found before. */
  stopped?: number | undefined;
}

/** What to print, and what to end with. */
export interface Report {
  /** Messages, a line each and a line for what to do; empty for JSON. */
  messages: string;
  /** What was made; or the whole report as JSON. */
  summary: string;
  exit: number;
}

/**
 * Says what came of a build.
 * @param files
 *   Files with their messages.
 * @param made
 *   Editions written.
 * @param options
 *   How to say it.
 * @returns
 *   Text or JSON, sorted by file and place, and the exit code, which only errors change.
 */
export function report(
  files: readonly VFile[],
  made: readonly Made[],
  options: ReportOptions,
): Report {
  const here = (path: string) => relative(options.cwd, path) || itself;
  const complaints = complaintsOf(files, here).filter(
    ({ severity }) => !options.quiet || severity !== "info",
  );
  const exit = options.stopped ?? exitOf(complaints);
  const editions = made.map(({ files, copies, ...one }) => ({
    ...one,
    files: files.map(here),
    ...(copies && { copies: copies.map((copy) => ({ ...copy, file: here(copy.file) })) }),
  }));
  if (options.json) {
    const whole = { exit, made: editions, messages: complaints };
    const summary = `${JSON.stringify(whole, null, options.lines ? 0 : 2)}\n`;
    return { messages: "", summary, exit };
  }
  const nothing = options.stopped === undefined ? "Nothing to complain of" : "Nothing was made";
  const summary = options.quiet ? "" : `${summarise(complaints, editions, nothing)}\n`;
  return { messages: complaints.map(write).join(""), summary, exit };
}

function write({ path, line, column, severity, rule, reason, note }: Complaint): string {
  const first = `${oneLine(path)}:${line}:${column} ${severity} ${oneLine(reason)} (${rule})\n`;
  return note === undefined ? first : `${first}  ${oneLine(note)}\n`;
}

function summarise(
  complaints: readonly Complaint[],
  made: readonly Made[],
  nothing: string,
): string {
  const pages = made.reduce((sum, one) => sum + (one.pages ?? 0), 0);
  const lines = made.flatMap(({ files, copies }) =>
    copies ? copies.map(sayCopy) : [`  ${oneLine(files.at(-1) ?? "")}`],
  );
  const errors = complaints.filter(({ severity }) => severity === "error").length;
  const warnings = complaints.filter(({ severity }) => severity === "warning").length;
  const total = [
    made.length > 0 && `${plural(made.length, "edition")} made`,
    pages > 0 && plural(pages, "page"),
    errors > 0 && plural(errors, "error"),
    warnings > 0 && plural(warnings, "warning"),
  ].filter((part) => part !== false);
  return [...lines, total.length > 0 ? total.join(", ") : nothing].join("\n");
}

function sayCopy({ file, pages, sheets }: MadeCopy): string {
  const count = sheets === undefined ? plural(pages ?? 0, "page") : plural(sheets, "sheet");
  return `  ${oneLine(file)} (${count})`;
}
