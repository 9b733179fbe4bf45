import { relative } from "node:path";
import { moreLikeIt } from "../complaints/more-like-it.ts";
import { oneLine } from "../complaints/one-line.ts";
import { plural } from "../complaints/plural.ts";
import type { Finding, FindingRule } from "../preflight/finding.ts";
import { type ExitName, exits } from "../tables/exits.ts";
import type { PreflightFile } from "./preflight-files.ts";
import type { Report, ReportOptions } from "./report.ts";

/** Errors that are no fault of a file, and the exit each leads to; every other error leads to `content`. */
const exitOfRule: Readonly<Partial<Record<FindingRule, ExitName>>> = {
  "command-line": "usage",
  "pdf-missing": "usage",
};

/**
 * Says what preflight found.
 * @param files
 *   Files with their findings.
 * @param options
 *   How to say it.
 * @returns
 *   Text or JSON, in the order of files and pages, and the exit code, which only errors change.
 */
export function reportPreflight(files: readonly PreflightFile[], options: ReportOptions): Report {
  const shown = files.map(({ path, findings, ...file }) => ({
    path: relative(options.cwd, path) || ".",
    ...file,
    findings: findings.filter(({ severity }) => !options.quiet || severity !== "info"),
  }));
  const exit = exitOf(shown.flatMap(({ findings }) => findings));
  if (options.json) {
    const plain = shown.map(({ claim, findings, ...file }) => ({
      ...file,
      ...(claim !== undefined && { claim }),
      findings: findings.map(({ measure: _, ...finding }) => finding),
    }));
    return { messages: "", summary: `${JSON.stringify({ exit, files: plain }, null, 2)}\n`, exit };
  }
  const messages = shown.flatMap(({ path, findings }) => findings.map((one) => write(path, one)));
  return { messages: messages.join(""), summary: options.quiet ? "" : summarise(shown), exit };
}

function write(path: string, { pages, box, more, severity, rule, reason, note }: Finding): string {
  const [page, ...others] = pages;
  const place = page === undefined ? "" : `:${page}`;
  const spot = box === undefined ? "" : ` (${round(box.left)}, ${round(box.bottom)} mm)`;
  const pagesToo = others.length > 0 ? `, also on ${sayPages(others)}` : "";
  const said = oneLine(`${reason}${moreLikeIt(more)}${pagesToo}`);
  return `${oneLine(path)}${place}${spot} ${severity} ${said} (${rule})\n  ${oneLine(note)}\n`;
}

function round(millimetres: number): number {
  return Math.round(millimetres * 10) / 10;
}

/** Such as `pages 2–5, 7`. */
function sayPages(pages: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range?.[1] === page - 1) range[1] = page;
    else ranges.push([page, page]);
  }
  const said = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `page${pages.length === 1 ? "" : "s"} ${said.join(", ")}`;
}

function summarise(files: readonly Omit<PreflightFile, "path">[]): string {
  const all = files.flatMap(({ findings }) => findings);
  const count = (wanted: Finding["severity"]) =>
    all.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const total = [
    plural(files.length, "file"),
    plural(pages, "page"),
    errors > 0 ? plural(errors, "error") : "no error",
    warnings > 0 ? plural(warnings, "warning") : "no warning",
  ];
  return `${total.join(", ")}\n`;
}

function exitOf(findings: readonly Finding[]): number {
  const names = findings
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => exitOfRule[rule] ?? "content");
  if (names.includes("usage")) return exits.usage;
  return names.length > 0 ? exits.content : exits.fine;
}
