import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { type ExitName, exitOfRule, exits } from "../tables/exits.ts";
import type { RuleId, Severity } from "../tables/rules.ts";

/** A message of a file, as it is reported. */
export interface Complaint {
  path: string;
  line: number;
  column: number;
  severity: Severity;
  rule: string;
  reason: string;
  note: string | undefined;
}

/**
 * Gathers what there is to say about files, by path and place.
 * @param files
 *   Files with their messages.
 * @param here
 *   How paths are said.
 */
export function complaintsOf(files: readonly VFile[], here: (path: string) => string): Complaint[] {
  return files
    .flatMap((file) => file.messages.map((message) => complaintOf(here(file.path), message)))
    .map((one) => withPaths(one, files, here))
    .sort((a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column);
}

function complaintOf(path: string, message: VFileMessage): Complaint {
  return {
    path,
    line: message.line ?? 1,
    column: message.column ?? 1,
    severity: message.fatal ? "error" : message.fatal === false ? "warning" : "info",
    rule: message.ruleId ?? "internal",
    reason: message.reason,
    note: message.note,
  };
}

/** What is said of a file may name another, which is then found from the same folder. */
function withPaths(
  complaint: Complaint,
  files: readonly VFile[],
  here: (path: string) => string,
): Complaint {
  // With a place behind it or at an end of a word: a folder's path begins those of its files.
  const name = (text: string, path: string) =>
    text.replace(new RegExp(`${escaped(path)}(?=:\\d|\\s|$)`, "gu"), () => here(path));
  const say = (text: string) =>
    files.reduce((said, { path }) => (said.includes(path) ? name(said, path) : said), text);
  const { reason, note } = complaint;
  return { ...complaint, reason: say(reason), note: note && say(note) };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Exits from the mildest; the worst of a build's is its exit. */
const severityOfExit: readonly ExitName[] = ["content", "usage", "refused", "environment"];

/**
 * The exit code of complaints.
 * @param complaints
 *   All that there are; only errors count.
 */
export function exitOf(complaints: readonly Complaint[]): number {
  const names = complaints
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => exitOfRule[rule as RuleId] ?? "content");
  const worst = severityOfExit.findLast((name) => names.includes(name));
  return exits[worst ?? "fine"];
}
