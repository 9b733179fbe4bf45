import { PDFArray, PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import type { Rectangle } from "../pdf/matrix.ts";
import { overlap } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import type { Inspected, InspectedPage } from "./inspected.ts";

// Marks of the press itself.
const allowed = new Set(["PrinterMark", "TrapNet"]);
// Never printed, whatever its flags: a link is a place, a popup a window.
const unprinted = new Set(["Link", "Popup", ...allowed]);
const hidden = 2;
const printed = 4;

/**
 * Looks for annotations that would be printed, or that a print standard forbids.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `annotation-in-trim` and `annotation-prints`.
 */
export function checkAnnotations({ pages, claim }: Inspected): Finding[] {
  return pages.flatMap((page) =>
    annotationsOf(page).flatMap((annotation) => {
      const kind = nameOf(annotation);
      const box = boxOf(annotation);
      const place = { page, ...(box && { box }) };
      if (claim !== undefined)
        return allowed.has(kind) || (box && !overlap(box, page.boxes.bleed))
          ? []
          : [find("annotation-in-trim", { kind, claim }, place)];
      const flags = numberOf(annotation, "F");
      const prints = (flags & hidden) === 0 && (flags & printed) !== 0 && !unprinted.has(kind);
      return prints ? [find("annotation-prints", { kind }, place)] : [];
    }),
  );
}

function annotationsOf({ page }: InspectedPage): PDFDict[] {
  const list = page.node.lookup(PDFName.of("Annots"));
  if (!(list instanceof PDFArray)) return [];
  return list
    .asArray()
    .map((_, at) => list.lookup(at))
    .filter((one) => one instanceof PDFDict);
}

function nameOf(annotation: PDFDict): string {
  const kind = annotation.lookup(PDFName.of("Subtype"));
  return kind instanceof PDFName ? kind.decodeText() : "nameless";
}

function numberOf(annotation: PDFDict, name: string): number {
  const value = annotation.lookup(PDFName.of(name));
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

function boxOf(annotation: PDFDict): Rectangle | undefined {
  const rectangle = annotation.lookup(PDFName.of("Rect"));
  if (!(rectangle instanceof PDFArray) || rectangle.size() !== 4) return undefined;
  const { x, y, width, height } = rectangle.asRectangle();
  return { left: x, bottom: y, right: x + width, top: y + height };
}
