import type { Node, Point, Position } from "unist";
import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { type RuleId, rules } from "../tables/rules.ts";

declare module "vfile" {
  interface DataMap {
    /** Signs that were left out when the file was read: where what follows each of them is in what is left. */
    leftOut?: ReadonlyArray<{ line: number; column: number }>;
  }
}

/**
 * Puts a complaint on a file: its place, what is wrong, what to do, its rule and that rule's severity.
 * @param file
 *   File the complaint is about.
 * @param rule
 *   Rule id; its severity comes from the table.
 * @param place
 *   Where: a node, point or position; `undefined` for the file as a whole.
 * @param reason
 *   What is wrong, one sentence.
 * @param note
 *   What to do about it, one sentence in plain words.
 * @returns
 *   The message, already on the file.
 */
export function complain(
  file: VFile,
  rule: RuleId,
  place: Node | Point | Position | undefined,
  reason: string,
  note?: string,
): VFileMessage {
  const message = file.message(reason, {
    place: asInFile(positionOf(place), file),
    ruleId: rule,
    source: "handbill",
  });
  message.fatal = fatal[rules[rule]];
  if (note !== undefined) message.note = note;
  return message;
}

// vfile's `fatal` says severity: true error, false warning, undefined info.
const fatal = { error: true, warning: false, info: undefined } as const;

function positionOf(place: Node | Point | Position | undefined): Point | Position | undefined {
  if (place === undefined || !("type" in place)) return place;
  return place.position;
}

/** A place where the file has it, whose signs that are no text were left out before it was read. */
function asInFile(
  place: Point | Position | undefined,
  { data: { leftOut } }: VFile,
): Point | Position | undefined {
  if (place === undefined || leftOut === undefined) return place;
  const moved = ({ column, line, ...point }: Point): Point => {
    const before = leftOut.filter((sign) => sign.line === line && sign.column <= column);
    return { ...point, line, column: column + before.length };
  };
  return "line" in place ? moved(place) : { start: moved(place.start), end: moved(place.end) };
}
