import type { Root } from "mdast";
import { type Call, findCalls } from "./calls.ts";
import type { Entry } from "./entries.ts";
import type { FoundMark } from "./marks.ts";
import { isBefore } from "./pairs.ts";
import type { Source } from "./source.ts";

// Right behind a word and its punctuation, as a raised figure is once its raising is lost (`May.1`, `May1.`), and a space off
// what ends a paragraph.
const figure =
  /(?<=\p{Ll}{2}[.,;:!?…]?["'”’»)\]]{0,2})\p{Nd}{1,3}(?=[\s.,;:!?…"'”’»)\]]|$)|(?<=\p{Ll}{2}[.!?…]["'”’»)\]]{0,2} )\p{Nd}{1,3}$/gu;

/**
 * Finds figures in the text that were raised before it was copied out of a PDF: where the text has no other numbers for
 * marks, and they count from 1 to just as many as the notes with bare numbers do.
 * @param tree
 *   Tree; not changed.
 * @param entries
 *   Top blocks.
 * @param calls
 *   Other marks in the text.
 * @param source
 *   Text of the file.
 * @returns
 *   Calls in order; none if one of them is amiss.
 */
export function plainCalls(
  tree: Root,
  entries: readonly Entry[],
  calls: readonly Call[],
  source: Source,
): Call[] {
  const segments = entries.flatMap(({ segments }) => segments);
  const notes = segments.filter(({ mark }) => mark?.style === "list" && mark.kind === "number");
  if (notes.length === 0 || calls.some(({ doubtful, kind }) => kind === "number" && !doubtful))
    return [];
  const found = findCalls(tree, source, figuresIn).filter(({ place }) => {
    return isBefore(place, notes[0]?.place);
  });
  const underHeading = entries.some(({ segments, under }) => {
    return under !== undefined && segments.some((segment) => notes.includes(segment));
  });
  const counts = found.every(({ mark }, index) => mark === String(index + 1));
  const isAll = found.length === notes.length && (underHeading || found.length > 1);
  return counts && isAll ? found : [];
}

function figuresIn(text: string): FoundMark[] {
  return [...text.matchAll(figure)].map(({ 0: typed, index }) => {
    return { style: "superscript", kind: "number", mark: typed, typed, index, doubtful: false };
  });
}
