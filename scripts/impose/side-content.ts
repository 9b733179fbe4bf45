import { thousandth } from "../pdf/length.ts";
import type { Outline } from "../types.ts";
import { drawLabel, drawLine } from "./marks.ts";
import type { PageForm } from "./page-forms.ts";
import type { Cell, Side } from "./plan.ts";

/**
 * Content of a side: its pages, then marks and labels over them.
 * @param side
 *   Side.
 * @param forms
 *   Drawings of the pages, by index.
 * @param outlines
 *   Outlines of the labels, by text.
 */
export function sideContent(
  { cells, lines, labels }: Side,
  forms: readonly PageForm[],
  outlines: ReadonlyMap<string, Outline>,
): string {
  const pages = cells.map((cell) => {
    const form = cell.page === undefined ? undefined : forms[cell.page];
    return form ? drawPage(cell, form) : "";
  });
  const names = labels.map((label) => {
    const outline = outlines.get(label.text);
    if (outline === undefined) throw new Error(`no outlines of “${label.text}”`);
    return drawLabel(label, outline, label.text);
  });
  return [...pages, ...lines.map(drawLine), ...names].join("");
}

/**
 * Resource name of a page on a side.
 * @param page
 *   Its index, from 0.
 */
export function pageName(page: number): string {
  return `Page${page + 1}`;
}

// `verify-sheets.ts` reads exactly this back.
function drawPage({ box, page = 0, x, y, scale }: Cell, form: PageForm): string {
  const clip = [box.x, box.y, box.width, box.height].join(" ");
  const left = thousandth(x - form.box.x * scale);
  const bottom = thousandth(y - form.box.y * scale);
  return `q ${clip} re W n ${scale} 0 0 ${scale} ${left} ${bottom} cm /${pageName(page)} Do Q\n`;
}
