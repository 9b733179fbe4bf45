import type { Logical } from "../../../types.ts";
import { type BedDocument, makeBed } from "../bed/bed.ts";
import { shortenLadders } from "../column/ladders.ts";
import { unusedSoftHyphens } from "../column/soft-hyphens.ts";
import { type BrokenTable, brokenTables } from "../seen/broken.ts";
import { readLogical } from "../seen/logical.ts";
import { readLooks } from "../seen/looks.ts";
import { measureSpots } from "../seen/measure-spots.ts";
import { type SeenText, type SourceText, seenTexts, sourceTexts } from "../seen/visible.ts";
import { loosenTables, tightenTables } from "../tables/tighten.ts";
import { enlargeFigures } from "./enlarge-figures.ts";
import { enlargeHeadline } from "./enlarge-headline.ts";
import { fitHeadline } from "./headline.ts";
import { step } from "./largest-from.ts";
import { narrowColumns } from "./narrow-columns.ts";
import { keepNotesWhole } from "./whole-notes.ts";

/** What a poster came to. */
export interface FittedSheet {
  source: SourceText[];
  seen: SeenText[];
  /** Body type size, pt; 0 when even the smallest did not fit. */
  size: number;
  /** When nothing fitted: by how much the sheet would have to grow in each direction. */
  grow: number;
  /** Absent when nothing fitted. */
  logical?: Logical;
  /** Tables in which words are cut. */
  broken: BrokenTable[];
}

const pxPerPt = 96 / 72;
const cuttingTable = 'table[data-tight~="anywhere"]';

/**
 * Fits a document on one sheet at the largest type size that holds it, found by halving.
 * @param laid
 *   The document and its fonts; its styles size everything by `--poster--size`.
 * @param range
 *   Smallest legible and largest sensible size of body type, pt.
 */
export async function setSheet(
  laid: BedDocument,
  range: { least: number; most: number },
): Promise<FittedSheet & { clear(): void }> {
  const bed = await makeBed(laid);
  const styles = bed.paged.map(addStyle);
  const clear = () => {
    for (const style of styles) style.remove();
    document.documentElement.removeAttribute("style");
    delete document.documentElement.dataset.close;
    bed.clear();
  };
  const source = sourceTexts(bed.text);
  document.body.append(bed.text);
  const main = document.querySelector("main") as HTMLElement;
  // Words of tables are cut only where no size spares them.
  const spares = (points: number) => fits(main, points) && !main.querySelector(cuttingTable);
  const test = spares(range.least) ? spares : (points: number) => fits(main, points);
  // Before a text is refused, its paragraphs stand close.
  if (test !== spares && !fits(main, range.least)) document.documentElement.dataset.close = "";
  let most = largest(range, test);
  if (most === 0)
    return { source, seen: [], size: 0, grow: growth(main, range.least), broken: [], clear };
  most = narrowColumns(most, (least) => largest({ ...range, least }, test));
  if (main.querySelector("figure"))
    most = largest({ least: enlargeFigures(main, most, test), most: most + step }, test);
  most = keepNotesWhole(main, { size: most, least: range.least }, test);
  most = enlargeHeadline(main, { size: most, least: range.least }, test);
  const size = setAt(main, most, range.least);
  const seen = seenTexts(main, document.body.getBoundingClientRect());
  const broken = brokenTables(main);
  const dropSoftHyphens = unusedSoftHyphens(main);
  const spots = measureSpots(main, 0, document.body);
  const looks = readLooks(document.body);
  dropSoftHyphens();
  return {
    source,
    seen,
    logical: readLogical([{ text: document.body, spots, looks }]),
    size,
    grow: 1,
    broken,
    clear,
  };
}

function addStyle(text: string): HTMLStyleElement {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
  return style;
}

function largest(
  { least, most }: { least: number; most: number },
  test: (size: number) => boolean,
): number {
  if (!test(least)) return 0;
  let low = Math.floor(least / step);
  let high = Math.ceil(most / step);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (test(middle * step)) low = middle;
    else high = middle;
  }
  return low * step;
}

/** Sets the text in a size, or in a smaller one where fewer hyphens make it longer. */
function setAt(main: HTMLElement, most: number, least: number): number {
  for (let size = most; ; size -= step) {
    fits(main, size);
    shortenLadders(main);
    if (fits(main, size) || size - step < least) return size;
  }
}

function fits(main: HTMLElement, points: number): boolean {
  document.documentElement.style.setProperty("--poster--size", `${points * pxPerPt}px`);
  fitHeadline(main, points * pxPerPt);
  loosenTables(main);
  tightenTables(main);
  return (
    main.getBoundingClientRect().height <= room() + 0.5 && main.scrollWidth <= main.clientWidth + 1
  );
}

/** Height of the sheet inside its margins, CSS px. */
function room(): number {
  const { paddingTop, paddingBottom } = getComputedStyle(document.body);
  return (
    document.body.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom)
  );
}

function growth(main: HTMLElement, points: number): number {
  fits(main, points);
  return Math.sqrt(Math.max(main.getBoundingClientRect().height / room(), 1));
}
