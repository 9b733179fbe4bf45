import { ParseSpeeds, PDFDict, PDFDocument, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { points } from "../pdf/length.ts";
import type { Rectangle } from "../pdf/matrix.ts";
import type { Fault } from "../types.ts";
import { checkInks } from "./check-inks.ts";
import { checkShown } from "./check-shown.ts";
import { grown, trimOf } from "./print-boxes.ts";

/** What a copy is held to. */
export interface CopyExpectation {
  /** The finished file it was made of. */
  source: Uint8Array;
  space: "DeviceCMYK" | "DeviceGray";
  /** Bleed and slug in millimetres, where it has them. */
  margins?: { bleed: number; slug: number };
}

// A hundredth of a millimetre, in points.
const tolerance = points(0.01);

/**
 * Reads a copy again and looks for what must never leave: pages, words, pictures or marks lost, a colour of the screen, boxes that
 * are not where the knife will go.
 * @param pdf
 *   The copy.
 * @param expected
 *   What it should be.
 * @returns
 *   Faults `pdf-pages`, `pdf-mark`, `pdf-lost`, `pdf-size`, `pdf-ink`; none when the file may leave.
 */
export async function verifyCopy(pdf: Uint8Array, expected: CopyExpectation): Promise<Fault[]> {
  const [copy, source] = await Promise.all([pdf, expected.source].map(read));
  if (!copy || !source) return [];
  const lost = checkPages(copy, source);
  return [
    ...lost,
    ...(lost.length === 0 ? checkShown(copy, source) : []),
    ...checkBoxes(copy, source, expected),
    ...checkInks(copy, expected.space),
  ];
}

function read(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

function checkPages(copy: PDFDocument, source: PDFDocument): Fault[] {
  const [pages, before] = [copy.getPages(), source.getPages()];
  if (pages.length !== before.length) {
    return [
      { rule: "pdf-pages", reason: `the copy has ${pages.length} pages of ${before.length}` },
    ];
  }
  return pages.flatMap((page, index): Fault[] => {
    const [has, had] = [page, before[index]].map((one) => one && marksOf(one.node.Resources()));
    if (has?.join() === had?.join()) return [];
    return [{ rule: "pdf-mark", reason: `page ${index + 1} of the copy has lost its mark` }];
  });
}

/** Which marks a page can draw: behind its text, and across its pictures. */
function marksOf(resources: PDFDict | undefined): string[] {
  const objects = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  return ["StatusMark", "StatusMarkAcross"].filter(
    (name) => objects?.lookup(PDFName.of(name)) instanceof PDFStream,
  );
}

function checkBoxes(
  copy: PDFDocument,
  source: PDFDocument,
  { margins = { bleed: 0, slug: 0 } }: CopyExpectation,
): Fault[] {
  return copy.getPages().flatMap((page, index): Fault[] => {
    const original = source.getPages()[index];
    if (original === undefined) return [];
    const trim = trimOf(original);
    const boxes = [
      ["trim", trimOf(page), trim],
      ["bleed", corners(page.getBleedBox()), grown(trim, points(margins.bleed))],
      ["media", corners(page.getMediaBox()), grown(trim, points(margins.slug))],
    ] as const;
    const wrong = boxes.find(([, is, should]) => !same(is, should));
    if (wrong === undefined) return [];
    return [
      {
        rule: "pdf-size",
        reason: `the ${wrong[0]} box of page ${index + 1} is not where it should be`,
      },
    ];
  });
}

function corners(box: { x: number; y: number; width: number; height: number }): Rectangle {
  return { left: box.x, bottom: box.y, right: box.x + box.width, top: box.y + box.height };
}

function same(one: Rectangle, other: Rectangle): boolean {
  return (["left", "bottom", "right", "top"] as const).every(
    (side) => Math.abs(one[side] - other[side]) <= tolerance,
  );
}
