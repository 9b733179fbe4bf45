import type { PDFPage } from "@cantoo/pdf-lib";
import type { Operation } from "../../pdf/operand.ts";
import { pageContent } from "../../pdf/stream.ts";
import type { LogicalText } from "../../types.ts";
import { findGaps } from "./match/gaps.ts";
import { type Matched, matchRuns } from "./match/match.ts";
import { isRunInto } from "./match/parted.ts";
import type { Reading } from "./reading.ts";
import type { Item } from "./runs/items.ts";
import type { Run } from "./runs/run.ts";
import { readItems } from "./runs/runs.ts";
import type { ShownCodes } from "./runs/shown-codes.ts";
import { correctRuns } from "./runs/true-hints.ts";
import { setTrueWidths } from "./runs/true-widths.ts";

/** A page as it was read, with its runs matched to the text. */
export interface ReadPage {
  page: PDFPage;
  bytes: Uint8Array;
  operations: readonly Operation[];
  items: readonly Item[];
  matched: ReadonlyMap<Run, Matched>;
  /** The same and what stands in its margins, which is no part of the text. */
  said: ReadonlyMap<Run, Matched>;
}

/** All pages, and what of the text is on them. */
export interface ReadPages {
  pages: ReadPage[];
  /** Runs by piece of text, in reading order. */
  shown: Map<LogicalText, Matched[]>;
  /** Pieces of text of which characters are on no page. */
  lost: LogicalText[];
}

/**
 * Reads all pages and finds the text on them.
 * @param pages
 *   As Chromium prints them, dyed.
 * @param reading
 *   What they say.
 * @param codes
 *   Of a page: what its fonts say, by resource name; widths are measured.
 */
export function readPages(
  pages: readonly PDFPage[],
  reading: Reading,
  codes: (page: PDFPage) => (name: string) => ShownCodes,
): ReadPages {
  const lost: LogicalText[] = [];
  const indented = new Set<LogicalText>();
  const contents = pages.map((page) => {
    const bytes = pageContent(page);
    return { page, bytes, ...readItems(bytes, codes(page)) };
  });
  setTrueWidths(contents.flatMap(({ items }) => items.filter((item) => item.kind === "run")));
  const read = contents.map(({ items, ...content }, index): ReadPage => {
    correctRuns(items);
    const turned = items.some((item) => item.kind === "run" && item.reversed);
    const matched = new Map<Run, Matched>();
    const said = new Map<Run, Matched>();
    for (const [key, runs] of runsByKey(items, reading)) {
      const texts = (reading.texts.get(key) ?? []).filter((text) => text.page === index);
      const match = matchRuns(runs, texts, turned);
      const isMargin = reading.margins.has(key);
      // A head too long for its page is cut, and says what its font says.
      if (isMargin && match.lost > 0) continue;
      for (const run of match.runs) said.set(run.run, run);
      if (isMargin) continue;
      for (const run of match.runs) matched.set(run.run, run);
      for (const text of match.indented) indented.add(text);
      if (match.lost > 0) lost.push(...texts);
    }
    return { ...content, items, matched, said };
  });
  const shown = groupByText(read.flatMap(({ matched }) => [...matched.values()]));
  passOnSpaces(reading.blocks, shown, indented);
  findGaps(reading.blocks, shown);
  return { pages: read, shown, lost };
}

function runsByKey(items: readonly Item[], { keys }: Reading): Map<number, Run[]> {
  const byKey = new Map<number, Run[]>();
  for (const item of items) {
    const key = item.kind === "run" ? keys.get(item.ink) : undefined;
    if (key === undefined) continue;
    const runs = byKey.get(key);
    if (runs) runs.push(item as Run);
    else byKey.set(key, [item as Run]);
  }
  return byKey;
}

function groupByText(runs: readonly Matched[]): Map<LogicalText, Matched[]> {
  const groups = new Map<LogicalText, Matched[]>();
  for (const run of runs) {
    const group = groups.get(run.text);
    if (group) group.push(run);
    else groups.set(run.text, [run]);
  }
  return groups;
}

/**
 * White space that a piece of text begins with at the beginning of a line is said at the end of the one before; and what
 * parts a block from the next where readers see nothing that does.
 */
function passOnSpaces(
  blocks: Reading["blocks"],
  shown: ReadonlyMap<LogicalText, readonly Matched[]>,
  indented: ReadonlySet<LogicalText>,
): void {
  let before: Matched | undefined;
  for (const block of blocks) {
    let last: Matched | undefined;
    for (const text of block) {
      const runs = shown.get(text) ?? [];
      const [first] = runs;
      if (before && first && !last && isRunInto(before, first)) before.runsInto = true;
      const blank = runs.length === 0 && /\s/.test(text.text ?? "");
      if (last && (blank || indented.has(text))) last.space = true;
      last = runs.at(-1) ?? last;
    }
    before = last ?? before;
  }
}
