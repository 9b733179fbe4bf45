import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import { find } from "../preflight/finding.ts";
import { exits } from "../tables/exits.ts";
import { commands } from "../tables/flags.ts";
import { reportPreflight } from "./preflight-report.ts";
import { type Report, report } from "./report.ts";

/**
 * Says that a command line cannot be read; as JSON, where that is asked for, in the shape of the command's other reports.
 * @param argv
 *   Arguments after the program's name.
 * @param text
 *   What is wrong, a line, and lines for what to do.
 */
export function refuse(argv: readonly string[], text: string): Report {
  const words = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  if (!words.includes("--json")) return { messages: text, summary: "", exit: exits.usage };
  const [first = "", ...more] = text.trim().split("\n");
  const reason = first.replace(/^error: /, "");
  const note = more.filter(Boolean).join(" ");
  // Who watches reads a line each time.
  const options = { cwd: ".", json: true, lines: true, quiet: false };
  if (words.find((word) => word in commands) !== "preflight")
    return report([fileOf(reason, note)], [], options);
  const findings = [find("command-line", { reason, note })];
  return reportPreflight([{ path: ".", pages: 0, claim: undefined, findings }], options);
}

function fileOf(reason: string, note: string): VFile {
  const file = new VFile({ path: "." });
  complain(file, "command-line", undefined, reason, note);
  return file;
}
