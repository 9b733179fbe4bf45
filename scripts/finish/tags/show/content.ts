import type { ByteWriter } from "../../../pdf/byte-writer.ts";
import type { Drawn } from "../match/drawn.ts";
import { findJoined, type Joined } from "../match/joined.ts";
import { gatherLines, type Line, type PaintedPage, sameLine } from "../match/lines.ts";
import type { Matched } from "../match/match.ts";
import type { Inking, Item, Paint } from "../runs/items.ts";
import type { Run } from "../runs/run.ts";
import type { FontCodes } from "./codes.ts";
import { ContentMarker, type MarkedContent, type Owner } from "./content-marker.ts";
import { decorations } from "./decoration.ts";
import { drawRules } from "./draw-rules.ts";
import type { Setting } from "./setting.ts";
import { showRun } from "./show.ts";
import { showArtifact } from "./show-artifact.ts";
import { areTurned } from "./turned-signs.ts";

/** What a page's content is written from. */
export interface PageContent extends PaintedPage {
  /** As Chromium wrote it. */
  bytes: Uint8Array;
  /** The picture that a drawing is part of, or the mark of an item that it is. */
  drawnBy(paint: Paint): Owner | undefined;
  codesOf(font: string): FontCodes;
  /** A font that has a space, and its codes. */
  spare(): { font: string; codes: FontCodes } | undefined;
  /** What its runs say, also those in its margins, which are no part of the text. */
  said: ReadonlyMap<Run, Matched>;
  /** Whether an ink is a dye of what stands in the text. */
  isDyed(ink: number): boolean;
  /** True colour of a dye. */
  inkOf(dye: number): number | undefined;
}

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
  return new PageWriter(page, out).write();
}

class PageWriter {
  readonly #page: PageContent;
  readonly #out: ByteWriter;
  readonly #marker: ContentMarker;
  readonly #items: ReadonlyArray<Item | Line>;
  readonly #joined: Joined;
  readonly #fromRight: boolean;
  readonly #decorationOf: (item: Run | Paint) => string;

  constructor(page: PageContent, out: ByteWriter) {
    this.#page = page;
    this.#out = out;
    this.#marker = new ContentMarker(page, out);
    this.#items = gatherLines({ ...page, matched: page.said });
    this.#joined = findJoined(this.#items, page.said);
    this.#fromRight = isFromRight(page.items);
    this.#decorationOf = decorations(page.items, page.matched, page.isDyed);
  }

  write(): MarkedContent {
    for (const item of this.#items) {
      if (item.kind === "line") this.#line(item);
      else if (item.kind === "inking") this.#inking(item);
      else if (item.kind === "run") this.#run(item);
      else this.#paint(item);
    }
    return this.#marker.finish();
  }

  #paint(paint: Paint): void {
    const owner = this.#page.drawnBy(paint) ?? this.#decorationOf(paint);
    this.#marker.begin(owner, paint.first, paint.last);
  }

  #run(run: Run): void {
    const matched = this.#page.said.get(run);
    const owner = this.#ownerOf(run);
    this.#marker.begin(owner, run.first, run.last, matched);
    this.#marker.copyBefore(run.first);
    // Asked for in any case: what shows text has its widths written.
    const codes = this.#page.codesOf(run.font);
    const setting = { ...this.#beside(run), fromRight: this.#fromRight };
    const nests = matched
      ? showRun(this.#out, matched, codes, setting)
      : showArtifact(this.#out, run);
    if (nests) this.#marker.nest();
    this.#marker.replace(run.last);
  }

  /** Shows the runs of a line in reading order, each in its own ink. */
  #line({ runs, baseline, rules, first, last, ink: left }: Line): void {
    let inked: number | undefined;
    if (rules.length > 0) this.#rules(rules, first);
    for (const [index, matched] of runs.entries()) {
      const { run } = matched;
      // Nothing is copied from between the runs.
      this.#marker.begin(this.#ownerOf(run), first, first - 1, matched);
      this.#marker.copyBefore(first);
      if (run.ink !== inked) this.#ink(run.ink);
      inked = run.ink;
      const nests = showRun(this.#out, matched, this.#page.codesOf(run.font), {
        ...{ ...this.#beside(run), ...heightOf(run, baseline), turned: true },
        fromRight: this.#fromRight || areTurned(runs, index),
      });
      this.#out.text("\n");
      if (nests) this.#marker.nest();
    }
    if (inked !== left) this.#ink(left);
    this.#marker.replaceInside(last);
  }

  #ownerOf(run: Run): Owner | string {
    return this.#page.matched.get(run)?.text ?? this.#decorationOf(run);
  }

  #beside(run: Run): Setting {
    const { goesOn, isGoneOn } = this.#joined;
    return { spare: this.#page.spare, goesOn: goesOn.has(run), isGoneOn: isGoneOn.has(run) };
  }

  #rules(rules: readonly Drawn[], before: number): void {
    this.#marker.close();
    this.#marker.copyBefore(before);
    this.#marker.mark(this.#decorationOf(rules[0]?.paints[0] as Paint));
    drawRules(rules, this.#page.operations, {
      ink: (dye) => this.#ink(dye),
      copy: (first, last) => {
        this.#marker.copyOver(first, last);
        this.#out.text("\n");
      },
    });
    this.#out.text("EMC\n");
  }

  #inking({ first, last, ink: dye, operator }: Inking): void {
    const ink = this.#page.inkOf(dye);
    if (ink === undefined) return;
    this.#marker.copyBefore(first);
    this.#out.text(`${colour(ink)} ${operator}`);
    this.#marker.replace(last);
  }

  #ink(dye: number): void {
    const ink = colour(this.#page.inkOf(dye) ?? dye);
    this.#out.text(`${ink} RG ${ink} rg\n`);
  }
}

/** At which height of its text space a run is read that is raised or lowered. */
function heightOf(run: Run, baseline: number): Pick<Setting, "height"> {
  const height = (baseline - run.baseline) / run.scale;
  return Math.abs(baseline - run.baseline) > sameLine ? { height } : {};
}

/** Whether most glyphs of a page are read from right to left, which is what poppler goes by. */
function isFromRight(items: readonly Item[]): boolean {
  let excess = 0;
  for (const item of items)
    if (item.kind === "run") excess += item.reversed ? item.shown.length : -item.shown.length;
  return excess > 0;
}

function colour(ink: number): string {
  return [ink >> 16, (ink >> 8) & 255, ink & 255].map(component).join(" ");
}

/** As Chromium writes it: four digits, no zero before the point. */
function component(byte: number): string {
  return String(Number((byte / 255).toFixed(4))).replace(/^0\./, ".");
}
