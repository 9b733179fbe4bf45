import type { Fault } from "../types.ts";
import { wordsOf } from "../words/words.ts";
import type { SeenText, SourceText } from "./page/seen/visible.ts";

const note = "Nothing was written. Please report it, with the text if you can.";

/**
 * Compares the text a document has with the text seen on its pages: every block whole, once, in order.
 * @param source
 *   Blocks before layout.
 * @param seen
 *   What was seen, page after page.
 * @returns
 *   How many words were seen; a fault for each block that is not whole, at its place in the source, and
 *   one for the first that is out of order.
 */
export function accountForText(
  source: readonly SourceText[],
  seen: readonly SeenText[],
): { words: number; faults: Fault[] } {
  const found = new Map<string, string>();
  for (const { ref, text } of seen) found.set(ref, (found.get(ref) ?? "") + text);
  const faults: Fault[] = [];
  let words = 0;
  for (const { ref, place, text } of source) {
    const onPages = wordsOf(found.get(ref) ?? "");
    words += onPages.length;
    const reason = difference(wordsOf(text), onPages);
    if (reason) faults.push({ rule: "layout-lost", place, reason, note });
  }
  return { words, faults: faults.length > 0 ? faults : outOfOrder(source, seen) };
}

/** Says how two lists of words differ, naming the first word that does. */
function difference(expected: readonly string[], seen: readonly string[]): string | undefined {
  const index = expected.findIndex((word, position) => word !== seen[position]);
  if (index !== -1) {
    const word = expected[index];
    return seen.length === 0
      ? `the text that begins with “${word}” is on no page`
      : `the word “${word}” is missing or cut on the page`;
  }
  return seen.length > expected.length
    ? `the word “${seen[expected.length]}” is on the page twice`
    : undefined;
}

function outOfOrder(source: readonly SourceText[], onPages: readonly SeenText[]): Fault[] {
  const groups = new Set(source.map(({ group }) => group));
  const seen = new Set(onPages.map(({ group }) => group).filter((group) => groups.has(group)));
  const found = [...seen];
  const wrong = [...groups]
    .filter((group) => seen.has(group))
    .find((group, n) => group !== found[n]);
  if (wrong === undefined) return [];
  const place = source.find(({ group }) => group === wrong)?.place ?? "";
  const reason = "the text is not in the order of the source";
  return [{ rule: "layout-order", place, reason, note }];
}
