import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFStream } from "@cantoo/pdf-lib";
import { points } from "../pdf/length.ts";
import {
  identity,
  type Matrix,
  multiply,
  type Rectangle,
  transformed,
  unitSquare,
} from "../pdf/matrix.ts";
import type { Operation } from "../pdf/operand.ts";
import { pageContent } from "../pdf/stream.ts";
import { readOperations } from "../pdf/tokens.ts";
import { writeOperations } from "../pdf/write.ts";
import { deflate } from "./deflate.ts";
import type { PrintOptions } from "./options.ts";
import { grown, trimOf } from "./print-boxes.ts";

// Points. Browsers round pages to whole pixels, so what should end with the page ends near its edge.
const near = 1;
const sides = ["left", "bottom", "right", "top"] as const;

type Written = Pick<Operation, "operator" | "operands">;

/**
 * Lets rectangles and pictures that reach the edge of a page go on beyond it, pictures by growing a little, so
 * that a cut beside the line shows no white. What else reaches the edge, such as a curve, stays.
 * @param document
 *   PDF, changed in place; its trim boxes are set.
 * @param options
 *   Bleed in millimetres.
 */
export function extendToBleed(document: PDFDocument, { bleed }: PrintOptions): void {
  for (const page of document.getPages()) {
    const operations = readOperations(pageContent(page));
    const trim = trimOf(page);
    const wide = grown(trim, points(bleed));
    const extended = extend(operations, imagesOf(page), (rectangle) =>
      beyond(rectangle, trim, wide),
    );
    if (extended === undefined) continue;
    const { context } = document;
    const content = context.register(deflate(context, writeOperations(extended)));
    page.node.set(PDFName.of("Contents"), content);
  }
}

/** The operations, longer where they reach the edge; `undefined` where none does. */
function extend(
  operations: readonly Operation[],
  images: ReadonlySet<string>,
  stretch: (rectangle: Rectangle) => Rectangle | undefined,
): Written[] | undefined {
  let matrix = identity;
  let changed = false;
  const stack: Matrix[] = [];
  const written = operations.flatMap((operation): Written[] => {
    const { operator, operands } = operation;
    if (operator === "q") stack.push(matrix);
    else if (operator === "Q") matrix = stack.pop() ?? identity;
    else if (operator === "cm") matrix = multiply(operands as unknown as Matrix, matrix);
    const own = rectangleOf(operation, images);
    // Turned by other than right angles it has no side along the edge.
    const reached = own && isUpright(matrix) ? stretch(transformed(own, matrix)) : undefined;
    if (reached === undefined) return [operation];
    changed = true;
    const { left, bottom, right, top } = transformed(reached, inverse(matrix));
    const [width, height] = [right - left, top - bottom].map(tidy) as [number, number];
    const [x, y] = [left, bottom].map(tidy) as [number, number];
    if (operator === "re") return [{ operator, operands: [x, y, width, height] }];
    return [
      { operator: "q", operands: [] },
      { operator: "cm", operands: [width, 0, 0, height, x, y] },
      operation,
      { operator: "Q", operands: [] },
    ];
  });
  return changed ? written : undefined;
}

function rectangleOf(
  { operator, operands }: Operation,
  images: ReadonlySet<string>,
): Rectangle | undefined {
  if (operator === "Do") return images.has(operands[0] as string) ? unitSquare : undefined;
  if (operator !== "re") return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = operands as number[];
  return {
    left: Math.min(x, x + width),
    bottom: Math.min(y, y + height),
    right: Math.max(x, x + width),
    top: Math.max(y, y + height),
  };
}

/** The rectangle, each side that lies along the trim moved to the bleed; `undefined` where none does. */
function beyond(rectangle: Rectangle, trim: Rectangle, wide: Rectangle): Rectangle | undefined {
  const moved = { ...rectangle };
  for (const side of sides) {
    if (Math.abs(rectangle[side] - trim[side]) <= near) moved[side] = wide[side];
  }
  return sides.some((side) => moved[side] !== rectangle[side]) ? moved : undefined;
}

function imagesOf(page: PDFPage): Set<string> {
  const { context } = page.doc;
  const objects = page.node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const images = (objects?.entries() ?? []).filter(([, reference]) => {
    const object = context.lookup(reference);
    return (
      object instanceof PDFStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Image")
    );
  });
  return new Set(images.map(([key]) => key.decodeText()));
}

function isUpright([a, b, c, d]: Matrix): boolean {
  const flat = (one: number, other: number) => Math.abs(one) < 1e-6 && Math.abs(other) < 1e-6;
  return (flat(b, c) || flat(a, d)) && Math.abs(a * d - b * c) > 1e-9;
}

function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const area = a * d - b * c;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

function tidy(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
