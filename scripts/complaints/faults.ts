import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import type { Fault } from "../types.ts";
import { complain } from "./complain.ts";
import { pointOf } from "./point-of.ts";

const reportIt =
  "This is a mistake in Handbill, not in the text: please report it, with the text if you can.";

/**
 * Puts faults that a step handed on onto the file they are about.
 * @param file
 *   File.
 * @param faults
 *   Faults.
 * @param where
 *   Words that say where they were seen, such as a format.
 */
export function record(file: VFile, faults: readonly Fault[], where: string): void {
  for (const { rule, place, reason, note } of faults)
    complain(file, rule, place ? pointOf(place) : undefined, `In the ${where}, ${reason}`, note);
}

/**
 * Runs a step so that its failing is a complaint about this file and nothing else.
 * @param file
 *   File it works on.
 * @param doing
 *   What it does, a clause such as `"reading the text"`.
 * @param run
 *   The step.
 * @returns
 *   What the step returns; `undefined` when it failed.
 */
export async function guarded<T>(
  file: VFile,
  doing: string,
  run: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    complain(file, "internal", undefined, `Handbill failed while ${doing}: ${line}`, reportIt);
    return undefined;
  }
}

/** Tells whether a file has an error on it. */
export function isBroken(file: VFile): boolean {
  return file.messages.some((message) => message.fatal);
}

/** Sorts the messages of a file by place, whichever step came first, and keeps one of those that are alike. */
export function settle(file: VFile): void {
  const unlike = new Map(file.messages.map((message) => [keyOf(message), message]));
  const sorted = [...unlike.values()].sort(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  file.messages.splice(0, file.messages.length, ...sorted);
}

function keyOf({ line, column, ruleId, reason }: VFileMessage): string {
  return [line, column, ruleId, reason].join(" ");
}
