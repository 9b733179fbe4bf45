import { thousandth } from "../pdf/length.ts";
import type { Fault } from "../types.ts";
import { gather } from "./gather.ts";
import { inWords, landscape, tolerance } from "./measure.ts";
import { MisfitError } from "./misfit.ts";
import type { Box, Cell, LayoutOptions, Line, Plan, Side } from "./plan.ts";

/** Points: length of the ticks at the ends of a fold, of a staple, of the bar that tells signatures apart. */
const tick = 12;
const staple = 34;
const bar = 18;

/** Sheets of office paper that staplers for folds are sold for. */
const mostSheets = 20;

/** Number of a page; `undefined` of one left blank. */
type Page = number | undefined;

/** A sheet of a signature and the four pages on it. */
interface Folded {
  /** Its place in the signature, from 0 for the outermost. */
  depth: number;
  signature: number;
  /** In reading order: the outer right, the two inside, the outer left, of a text that runs from the left. */
  pages: [Page, Page, Page, Page];
}

/**
 * Lays pages so that sheets folded in the middle and put into each other are a booklet. Each sheet inwards lies
 * further out at the edge by the thickness of a leaf, so its pages move towards the fold by as much.
 * @param options
 *   Pages, sheet, direction, signature, thickness.
 * @returns
 *   Two sides a sheet: outside, then inside, each upright when turned about its short edge.
 * @throws {MisfitError}
 *   When the sheet does not hold two pages beside each other.
 */
export function saddle(options: LayoutOptions): Plan {
  const sheet = landscape(options.sheet);
  const { width, height } = options.page;
  if (2 * width > sheet.width + tolerance || height > sheet.height + tolerance)
    throw new MisfitError(
      `two pages of ${inWords(options.page)} do not fit beside each other on a sheet of ${inWords(sheet)}`,
      "Choose a larger one with --sheet.",
    );
  const signatures = signaturesOf(options);
  const sides = signatures.flat().flatMap((one, index) => {
    const [first, second, third, fourth] = one.pages;
    const marks = linesOf(one, sheet, options.page, signatures.length);
    const number =
      signatures.length > 1
        ? `Part ${one.signature + 1}, sheet ${one.depth + 1}`
        : `Sheet ${index + 1}`;
    return [
      side(`${number}, outside`, [fourth, first], one.depth, marks.outside),
      side(`${number}, inside`, [second, third], one.depth, marks.inside),
    ];
  });
  const advice = adviceFor(signatures.length);
  return { sheet, sides, duplex: true, times: 1, advice, cautions: cautionsFor(signatures) };

  function side(name: string, pages: Page[], depth: number, lines: Line[]): Side {
    const order = options.direction === "rtl" ? pages.toReversed() : pages;
    const bottom = thousandth((sheet.height - height) / 2);
    const cells = order.map((page, index): Cell => {
      const x = thousandth(sheet.width / 2 - (index === 0 ? width : 0));
      const creep = thousandth(depth * options.thickness * (index === 0 ? 1 : -1));
      const box: Box = { x, y: bottom, width, height };
      return { box, page, x: thousandth(x + creep), y: bottom, scale: 1 };
    });
    return { name, cells, lines, labels: [] };
  }
}

/** The sheets of each signature, the outermost first. */
function signaturesOf({ pages, signature, backCover }: LayoutOptions): Folded[][] {
  const all = gather(pages, 4, backCover);
  const size = signature ?? all.length;
  const signatures: Folded[][] = [];
  for (let start = 0; start < all.length; start += size) {
    const own = all.slice(start, start + size);
    signatures.push(
      Array.from({ length: own.length / 4 }, (_, depth): Folded => {
        const [first, second] = own.slice(2 * depth);
        const [third, fourth] = own.slice(own.length - 2 * depth - 2);
        return { depth, signature: signatures.length, pages: [first, second, third, fourth] };
      }),
    );
  }
  return signatures;
}

function linesOf(
  { depth, signature }: Folded,
  sheet: Plan["sheet"],
  page: LayoutOptions["page"],
  signatures: number,
): { outside: Line[]; inside: Line[] } {
  const middle = thousandth(sheet.width / 2);
  const line = (kind: Line["kind"], low: number, length: number): Line => ({
    kind,
    from: [middle, thousandth(low)],
    to: [middle, thousandth(low + length)],
  });
  const fold = [line("fold", 0, tick), line("fold", sheet.height - tick, tick)];
  const bottom = (sheet.height - page.height) / 2;
  const staples = [1, 3].map((quarter) =>
    line("staple", bottom + (page.height * quarter) / 4 - staple / 2, staple),
  );
  // On the spines of parts in the right order the bars are a staircase.
  const top = bottom + page.height * 0.7 - signature * bar;
  const collate = signatures > 1 ? [line("collate", top - bar, bar)] : [];
  return { outside: depth === 0 ? [...fold, ...staples, ...collate] : fold, inside: [] };
}

function cautionsFor(signatures: readonly Folded[][]): Fault[] {
  const most = Math.max(...signatures.map(({ length }) => length));
  if (most <= mostSheets) return [];
  const reason = `${most} sheets are folded into each other, more than staples go through`;
  const note = "Fold in parts with --signature 16, and sew or glue them.";
  return [{ rule: "sheets-many", reason, note }];
}

function adviceFor(signatures: number): string[] {
  const print = "Print on both sides at 100 %, turning over on the short edge.";
  return signatures === 1
    ? [
        print,
        "Fold the pile in the middle, the first sheet outside.",
        "Staple at the long marks on the fold.",
      ]
    : [
        print,
        "Fold each part in the middle, its first sheet outside.",
        "Lay the parts on each other, then sew or glue the folds; the bars make a staircase.",
      ];
}
