import type { Node, Point, Position } from "unist";
import type { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { type RuleId, rules } from "../tables/rules.ts";

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
    place: positionOf(place),
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
