import { drawSvgPath, grayscale, type PDFPage, type PDFRef } from "@cantoo/pdf-lib";
import type { Outline } from "../types.ts";
import type { MarkInks } from "./mark-inks.ts";
import { markLayout } from "./mark-layout.ts";

/**
 * Draws a mark as a form, which pages then share. Where it should shine through it is a group: fill and line shine
 * together, and neither through the other.
 * @param page
 *   One of the pages, which are all of one size.
 * @param mark
 *   The outlined word.
 * @param inks
 *   What it is drawn with; how much of it there is, a graphics state says.
 */
export function markForm(page: PDFPage, mark: Outline, inks: MarkInks): PDFRef {
  const { context } = page.doc;
  const { x, y, width, height } = page.getMediaBox();
  const layout = markLayout(mark, width, height);
  const placed = {
    x: -(mark.x + mark.width / 2),
    y: mark.y + mark.height / 2,
    matrix: matrix(layout.scale, layout.angle, x + width / 2, y + height / 2),
    scale: undefined,
  };
  // Letters of many scripts are made of parts that overlap: the fill covers the lines inside, and half of
  // the width of those round them.
  const line = { borderColor: grayscale(inks.stroke), color: undefined };
  const fill = { borderColor: undefined, color: grayscale(inks.fill) };
  const borderWidth = (2 * layout.strokeWidth) / layout.scale;
  const operators = [line, fill].flatMap((colours) =>
    drawSvgPath(mark.path, { ...placed, ...colours, borderWidth }),
  );
  const form = context.formXObject(operators, {
    BBox: context.obj([x, y, x + width, y + height]),
    ...(inks.opacity < 1 && { Group: context.obj({ S: "Transparency", I: true }) }),
  });
  return context.register(form);
}

function matrix(
  scale: number,
  angle: number,
  x: number,
  y: number,
): [number, number, number, number, number, number] {
  const cos = rounded(scale * Math.cos(angle));
  const sin = rounded(scale * Math.sin(angle));
  return [cos, sin, -sin, cos, rounded(x), rounded(y)];
}

// A hundred-thousandth of a point: what sine and cosine say beyond that may differ between machines.
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
