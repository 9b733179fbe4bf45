import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFStream } from "@cantoo/pdf-lib";
import { identity, type Rectangle } from "../pdf/matrix.ts";
import type { Operation } from "../pdf/operand.ts";
import { readPage } from "../pdf/read-page.ts";
import { decodeStream } from "../pdf/stream.ts";
import { readOperations } from "../pdf/tokens.ts";
import { walkOperations } from "../pdf/walk.ts";
import type { Fault } from "../types.ts";
import { acrossName, markAcross, markBehind, markName } from "./mark-content.ts";
import type { Expectation } from "./options.ts";
import { pageBox } from "./page-box.ts";
import { paintsOf, shareOf } from "./paint.ts";
import { pictureBoxes } from "./picture-boxes.ts";
import { isDrawnIn } from "./tags/places.ts";

// One rectangle over more of the page than this leaves too little of the mark to see. Share of the page.
const most = 0.6;
const imageType = PDFName.of("Image");

/**
 * Checks that every page of a marked text carries the mark, as outlines and in sight, across pictures too, and no
 * page of any other does.
 * @param document
 *   Finished PDF.
 * @param expected
 *   The mark, when the status is marked, and where the press saw pictures.
 * @returns
 *   Faults `pdf-mark`, one a page.
 */
export function checkMark(document: PDFDocument, { mark, logical }: Expectation): Fault[] {
  // Pages share their forms.
  const drawings = new Map<PDFStream, boolean>();
  const isDrawing = (form: PDFStream) => {
    const known = drawings.get(form) ?? isOutlines(form);
    drawings.set(form, known);
    return known;
  };
  const pages = document.getPages();
  const boxes = pictureBoxes(pages, logical);
  return pages.flatMap((page, index) => {
    const problem =
      mark === undefined ? uncalledFor(page) : missing(page, boxes[index] ?? [], isDrawing);
    return problem === undefined
      ? []
      : [{ rule: "pdf-mark", reason: `page ${index + 1} ${problem}` }];
  });
}

function uncalledFor(page: PDFPage): string | undefined {
  const marked =
    [markName, acrossName].some((name) => xObject(page, name)) ||
    Buffer.from(readPage(page).content).includes("/Watermark");
  return marked ? "carries a mark that its status doesn't call for" : undefined;
}

function missing(
  page: PDFPage,
  pictures: readonly Rectangle[],
  isDrawing: (form: PDFStream) => boolean,
): string | undefined {
  const { content, operations } = readPage(page);
  const text = Buffer.from(content).toString("latin1");
  const forms = [markName, ...(pictures.length > 0 ? [acrossName] : [])].map((name) =>
    xObject(page, name),
  );
  const begins = text.startsWith(markBehind(pageBox(page), pictures));
  const ends = text.trimEnd().endsWith(markAcross(pictures).trimEnd()) && isInPlace(operations);
  if (!begins || !ends || !forms.every((form) => form instanceof PDFStream))
    return "doesn't carry the mark of its status";
  if (!forms.every(isDrawing)) return "has a mark that isn't a drawing";
  const { fills, images } = paintsOf(operations, imagesOf(page));
  const isMarked = (painted: Rectangle) => pictures.some((box) => isDrawnIn(painted, box));
  const covers = fills.some((fill) => shareOf(fill, pageBox(page)) > most && !isMarked(fill));
  return covers || !images.every(isMarked)
    ? "covers the mark of its status with a picture or a background"
    : undefined;
}

/** Whether the mark across pictures is drawn in points, not in units that the page's own content left behind. */
function isInPlace(operations: readonly Operation[]): boolean {
  let inPlace = true;
  walkOperations(operations, {
    xObject(name, { state: { matrix } }) {
      if (name === acrossName) inPlace &&= matrix.every((part, at) => part === identity[at]);
    },
  });
  return inPlace;
}

function isOutlines(form: PDFStream): boolean {
  const drawing = readOperations(decodeStream(form));
  return drawing.length > 0 && !drawing.some(({ operator }) => operator === "BT");
}

function imagesOf(page: PDFPage): Set<string> {
  const names =
    xObjects(page)
      ?.keys()
      .map((key) => key.decodeText()) ?? [];
  return new Set(
    names.filter((name) => {
      const object = xObject(page, name);
      return object instanceof PDFStream && object.dict.lookup(PDFName.of("Subtype")) === imageType;
    }),
  );
}

function xObject(page: PDFPage, name: string) {
  return xObjects(page)?.lookup(PDFName.of(name));
}

function xObjects(page: PDFPage): PDFDict | undefined {
  return page.node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
}
