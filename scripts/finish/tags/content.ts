import type { ByteWriter } from "../../pdf/byte-writer.ts";
import type { Operation } from "../../pdf/tokens.ts";
import type { LogicalElement, LogicalText } from "../../types.ts";
import type { FontCodes } from "./codes.ts";
import { findJoined } from "./joined.ts";
import { gatherLines, type Line } from "./lines.ts";
import type { Matched } from "./match.ts";
import type { Run } from "./run.ts";
import type { Item, Paint } from "./runs.ts";
import { showPlain, showRun } from "./show.ts";
import { areTurned } from "./turned-signs.ts";

/** Who owns what is painted: a piece of text, or a picture. */
export type Owner = LogicalText | LogicalElement;

/** What a page's content is written from. */
export interface PageContent {
  /** As Chromium wrote it. */
  bytes: Uint8Array;
  operations: readonly Operation[];
  items: readonly Item[];
  matched: ReadonlyMap<Run, Matched>;
  /** The picture that a drawing is part of, or the mark of an item that it is. */
  drawnBy(paint: Paint): Owner | undefined;
  codesOf(font: string): FontCodes;
  /** A font that has a space, and its codes. */
  spare(): { font: string; codes: FontCodes } | undefined;
  /** True colour of a dye. */
  inkOf(dye: number): number | undefined;
  /** Whether a run is read before another. */
  isBefore(one: Matched, other: Matched): boolean;
  /** What marked content of an owner is called, without the slash. */
  tagOf(owner: Owner): string;
}

/** A page's content, marked. */
export interface MarkedContent {
  text: Uint8Array;
  /** By marked-content identifier (MCID). */
  owners: Owner[];
  /** Identifiers of runs. */
  identifiers: Map<Matched, number>;
}

/** Marked content that isn't closed yet. */
interface Open {
  owner: Owner | undefined;
  /** Operation it goes as far as. */
  last: number;
  run?: Matched | undefined;
  /** Whether other marked content was in it: poppler takes the end of that for its own. */
  nests?: boolean;
}

// What may stand inside marked content without upsetting its nesting.
const harmless = new Set(["rg", "RG", "gs", "w", "J", "j", "M", "d", "ri", "i"]);

/**
 * Writes a page's content anew: everything that belongs to the text is marked with an identifier, all other
 * ink as an artifact; dyes give way to true colours.
 * @param page
 *   What was read of it.
 * @param out
 *   Empty, and so it is left.
 * @returns
 *   The new content, and whose each identifier is.
 */
export function writeContent(page: PageContent, out: ByteWriter): MarkedContent {
  const { bytes, operations, items } = page;
  const owners: Owner[] = [];
  const identifiers: MarkedContent["identifiers"] = new Map();
  const fromRight = isFromRight(items);
  let copied = 0;
  let open: Open | undefined;
  const startOf = (index: number) => operations[index]?.start ?? bytes.length;
  const endOf = (index: number) => operations[index]?.end ?? bytes.length;

  function copyTo(end: number): void {
    if (end > copied) out.copy(bytes, copied, end);
    copied = Math.max(copied, end);
  }

  function close(): void {
    if (open) {
      copyTo(endOf(open.last));
      out.text("\nEMC");
    }
    open = undefined;
  }

  function begin(owner: Owner | undefined, first: number, last: number, run?: Matched): void {
    // Within one identifier text is read as it is painted.
    const follows = open?.run === undefined || run?.after === open.run;
    const goesOn = open?.owner === owner && follows && !open?.nests;
    if (open && goesOn && isQuiet(operations, open.last + 1, first)) {
      open.last = last;
      open.run = run;
      return;
    }
    close();
    copyTo(startOf(first));
    mark(owner);
    open = { owner, last, run };
  }

  function mark(owner: Owner | undefined): void {
    if (owner) {
      out.text(`/${page.tagOf(owner)} <</MCID ${owners.length}>> BDC\n`);
      owners.push(owner);
    } else out.text("/Artifact BMC\n");
  }

  /** Shows the runs of a line in reading order, each in its own ink. */
  function writeLine({ runs, rules, first, last, ink: left }: Line): void {
    let inked: number | undefined;
    if (rules.length > 0) {
      close();
      copyTo(startOf(first));
      writeRules(rules);
    }
    for (const [index, matched] of runs.entries()) {
      const { run, text } = matched;
      const goesOn = open?.owner === text && matched.after === open.run && !open.nests;
      if (!open || !goesOn || !isQuiet(operations, open.last + 1, first)) {
        close();
        copyTo(startOf(first));
        mark(text);
      } else copyTo(startOf(first));
      identifiers.set(matched, owners.length - 1);
      if (run.ink !== inked) writeInk(run.ink);
      inked = run.ink;
      const codes = page.codesOf(run.font);
      const turned = fromRight || areTurned(runs, index);
      const nests = showRun(out, matched, codes, {
        ...{ turned: true, fromRight: turned, spare: page.spare },
        ...{ goesOn: joined.goesOn.has(run), isGoneOn: joined.isGoneOn.has(run) },
      });
      out.text("\n");
      // Nothing is copied from between the runs.
      open = { owner: text, last: first - 1, run: matched, nests };
    }
    if (inked !== left) writeInk(left);
    copied = endOf(last);
    if (open) open.last = last;
  }

  function writeRules(rules: readonly Paint[]): void {
    mark(undefined);
    for (const { first, last, ink } of rules) {
      writeInk(ink);
      out.copy(bytes, startOf(first), endOf(last));
      out.text("\n");
    }
    out.text("EMC\n");
  }

  function writeInk(dye: number): void {
    const ink = colour(page.inkOf(dye) ?? dye);
    out.text(`${ink} RG ${ink} rg\n`);
  }

  const gathered = gatherLines(items, operations, page.matched, page.isBefore);
  const joined = findJoined(gathered, page.matched);
  for (const item of gathered) {
    if (item.kind === "line") {
      writeLine(item);
      continue;
    }
    if (item.kind === "inking") {
      const ink = page.inkOf(item.ink);
      if (ink === undefined) continue;
      copyTo(startOf(item.first));
      out.text(`${colour(ink)} ${item.operator}`);
      copied = endOf(item.last);
      continue;
    }
    if (item.kind === "paint") {
      begin(page.drawnBy(item), item.first, item.last);
      continue;
    }
    const matched = page.matched.get(item);
    begin(matched?.text, item.first, item.last, matched);
    if (matched) identifiers.set(matched, owners.length - 1);
    copyTo(startOf(item.first));
    // Asked for in any case: what shows text has its widths written.
    const codes = page.codesOf(item.font);
    const nests = matched
      ? showRun(out, matched, codes, {
          fromRight,
          spare: page.spare,
          ...{ goesOn: joined.goesOn.has(item), isGoneOn: joined.isGoneOn.has(item) },
        })
      : showPlain(out, item);
    if (open) open.nests = nests;
    copied = endOf(item.last);
  }
  close();
  copyTo(bytes.length);
  return { text: out.take(), owners, identifiers };
}

/** Whether most glyphs of a page are read from right to left, which is what poppler goes by. */
function isFromRight(items: readonly Item[]): boolean {
  let excess = 0;
  for (const item of items)
    if (item.kind === "run") excess += item.reversed ? item.shown.length : -item.shown.length;
  return excess > 0;
}

function isQuiet(operations: readonly Operation[], from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (!harmless.has(operations[index]?.operator ?? "")) return false;
  return true;
}

function colour(ink: number): string {
  return [ink >> 16, (ink >> 8) & 255, ink & 255].map(component).join(" ");
}

/** As Chromium writes it: four digits, no zero before the point. */
function component(byte: number): string {
  return String(Number((byte / 255).toFixed(4))).replace(/^0\./, ".");
}
