import { millimetresPerPoint } from "../pdf/length.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import { type FindingRow, preflightRules } from "../tables/preflight.ts";
import { x4Rules } from "../tables/preflight-x4.ts";
import type { Severity } from "../tables/rules.ts";
import type { InspectedPage, Paint } from "./inspected.ts";

/** Every row of the tables, one list. */
const findingRules = { ...preflightRules, ...x4Rules };

/** Id of a rule. */
export type FindingRule = keyof typeof findingRules;

/** One thing found in a PDF. */
export interface Finding {
  rule: FindingRule;
  severity: Severity;
  /** Pages it was found on, 1-based, in order; none where it is about the file as a whole. */
  pages: number[];
  /** Where, in millimetres from the lower left corner of the trimmed page as it is read; of the worst place. */
  box?: Rectangle;
  /** How many more of the kind there are on that page. */
  more: number;
  /** How bad it is: of several alike on a page, the lowest is told. */
  measure: number;
  reason: string;
  note: string;
}

/** Where something was found. */
export interface Place {
  page: InspectedPage;
  /** In the page's own units. */
  box?: Rectangle;
  /** How bad it is, by any measure of which less is worse. */
  measure?: number;
}

/**
 * Makes a finding of a row.
 * @param rule
 *   Rule id.
 * @param values
 *   What the row's sentences leave open.
 * @param place
 *   Where; absent for the file as a whole.
 */
export function find(
  rule: FindingRule,
  values: Readonly<Record<string, string | number>> = {},
  place?: Place,
): Finding {
  const row: FindingRow = findingRules[rule];
  const finding: Finding = {
    rule,
    severity: row.severity,
    pages: place === undefined ? [] : [place.page.number],
    more: 0,
    measure: place?.measure ?? 0,
    reason: filled(row.reason, values),
    note: filled(row.note, values),
  };
  if (place?.box) finding.box = inMillimetres(place.box, place.page);
  return finding;
}

/**
 * Makes one finding for all pages that have a kind of paint.
 * @param rule
 *   Rule id.
 * @param values
 *   What the row's sentences leave open.
 * @param pages
 *   Pages it is about, at least one.
 * @param isMeant
 *   Which paints it is about; the place of the first is told.
 */
export function findAcross(
  rule: FindingRule,
  values: Readonly<Record<string, string | number>>,
  pages: readonly [InspectedPage, ...InspectedPage[]],
  isMeant: (paint: Paint) => boolean,
): Finding {
  const [page] = pages;
  const box = page.paints.find(isMeant)?.box;
  const finding = find(rule, values, { page, ...(box && { box }) });
  return { ...finding, pages: pages.map(({ number }) => number) };
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => say(values[name] ?? ""));
}

function say(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
}

/**
 * Says where something is on the page as it is read: turned upright, from the corner of the trim.
 * @param box
 *   In the page's own units.
 * @param page
 *   Its page.
 * @returns
 *   Millimetres, to a hundredth.
 */
function inMillimetres(box: Rectangle, { boxes, unit, rotation }: InspectedPage): Rectangle {
  const { trim } = boxes;
  const size = { width: trim.right - trim.left, height: trim.top - trim.bottom };
  let placed: Rectangle = {
    left: box.left - trim.left,
    right: box.right - trim.left,
    bottom: box.bottom - trim.bottom,
    top: box.top - trim.bottom,
  };
  // A quarter turn clockwise at a time.
  for (let turned = 0; turned < rotation; turned += 90) {
    const { left, right, bottom, top } = placed;
    placed = { left: bottom, right: top, bottom: size.width - right, top: size.width - left };
    [size.width, size.height] = [size.height, size.width];
  }
  const scaled = (value: number) => Math.round(value * unit * millimetresPerPoint * 100) / 100;
  return {
    left: scaled(placed.left),
    bottom: scaled(placed.bottom),
    right: scaled(placed.right),
    top: scaled(placed.top),
  };
}
