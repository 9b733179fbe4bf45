import type { RuleId } from "./rules.ts";

/** Exit codes of the command. */
export const exits = {
  fine: 0,
  content: 1,
  usage: 2,
  refused: 3,
  environment: 4,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const satisfies Record<string, number>;

/** Name of an exit. */
export type ExitName = keyof typeof exits;

/** Errors that are no fault of a text, and the exit each leads to; every other error leads to `content`. */
export const exitOfRule: Readonly<Partial<Record<RuleId, ExitName>>> = {
  browser: "environment",
  "browser-lost": "environment",
  "command-line": "usage",
  "folder-taken": "usage",
  "image-outside": "refused",
  "image-remote": "refused",
  "input-missing": "usage",
  "output-in-source": "usage",
  "path-outside": "refused",
  "print-profile": "usage",
  "write-failed": "environment",
};
