import { type Break, type Column, findBreak } from "./column.ts";
import { layOutAnew } from "./lay-out-anew.ts";

/**
 * Looks where a column would end, and leaves no trace: what its text is changed by to end well there is undone.
 * @param column
 *   A column that has been laid out.
 * @param look
 *   Is given the place as `findBreak` says it; it is none any more when that returns.
 * @returns
 *   What `look` returns.
 */
export function tryBreak<Seen>(column: Column, look: (place: Break | undefined) => Seen): Seen {
  const undo: Array<() => void> = [];
  const seen = look(findBreak(column, undo));
  if (undo.length === 0) return seen;
  for (const back of undo.reverse()) back();
  layOutAnew(column.content);
  return seen;
}
