import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { isWithin, type Rectangle, union } from "../../pdf/matrix.ts";
import type { LogicalElement } from "../../types.ts";
import { placeOf } from "./places.ts";
import type { Reading } from "./reading.ts";

const part = /^x-part:(\d+)$/;
// Points: rounding.
const hair = 0.5;

/** A link on a page. */
export interface LinkPart {
  page: number;
  reference: PDFRef;
}

/**
 * Gives the links of a document their addresses back, says what they are for, and drops those without a place.
 * @param document
 *   PDF, changed in place; links lead to `x-part:` and a number.
 * @param reading
 *   Links, and where each id stands.
 * @param notes
 *   The word over the notes, if there is one.
 * @returns
 *   Links that are left, by number. A part that a line cut may be several rectangles: only the first is one.
 */
export function setLinks(
  document: PDFDocument,
  { links: parts, targets }: Pick<Reading, "links" | "targets">,
  notes: string | undefined,
): Map<number, LinkPart[]> {
  const { context } = document;
  const found = new Map<number, LinkPart[]>();
  const pages = document.getPages();
  for (const [index, page] of pages.entries()) {
    const kept = PDFArray.withContext(context);
    for (const { number, reference } of keptOn(page)) {
      kept.push(reference);
      found.set(number, [...(found.get(number) ?? []), { page: index, reference }]);
    }
    if (kept.size() > 0) page.node.set(PDFName.of("Annots"), kept);
    else page.node.delete(PDFName.of("Annots"));
  }
  return found;

  function keptOn(page: PDFPage): Array<{ number: number; reference: PDFRef }> {
    const annotations = page.node.lookupMaybe(PDFName.of("Annots"), PDFArray);
    const kept: Array<{ number: number; reference: PDFRef }> = [];
    let before: { number: number; dictionary: PDFDict } | undefined;
    for (const entry of annotations?.asArray() ?? []) {
      const dictionary = context.lookup(entry, PDFDict);
      const number = numberOf(dictionary);
      const link = number === undefined ? undefined : parts.get(number);
      const goesOn = before?.number === number && join(before?.dictionary, dictionary);
      if (number === undefined || !link || goesOn || isFlat(dictionary)) {
        if (entry instanceof PDFRef) context.delete(entry);
        continue;
      }
      if (!lead(dictionary, link.attributes.href ?? "")) continue;
      before = { number, dictionary };
      dictionary.set(PDFName.of("Contents"), PDFHexString.fromText(purposeOf(link, notes)));
      const reference = entry instanceof PDFRef ? entry : context.register(dictionary);
      kept.push({ number, reference });
    }
    return kept;
  }

  function lead(annotation: PDFDict, href: string): boolean {
    if (!href.startsWith("#")) {
      annotation.set(PDFName.of("A"), context.obj({ S: "URI", URI: PDFString.of(ascii(href)) }));
      return true;
    }
    const target = targets.get(decodeURIComponent(href.slice(1)));
    if (!target) return false;
    const { x, y } = placeOf(target, pages);
    annotation.delete(PDFName.of("A"));
    const destination = [pages[target.page]?.ref as PDFRef, "XYZ", x, y, null];
    annotation.set(PDFName.of("Dest"), context.obj(destination as never));
    return true;
  }
}

function numberOf(annotation: PDFDict): number | undefined {
  const uri = annotation.lookupMaybe(PDFName.of("A"), PDFDict)?.lookup(PDFName.of("URI"));
  if (!(uri instanceof PDFString || uri instanceof PDFHexString)) return undefined;
  const [, digits] = part.exec(uri.decodeText()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function isFlat(annotation: PDFDict): boolean {
  const rectangle = rectangleOf(annotation);
  return widthOf(rectangle) <= 0 || heightOf(rectangle) <= 0;
}

/** Adds a piece of a line to a link that goes on in it: Chromium makes one of each word, and one more of each picture. */
function join(link: PDFDict | undefined, piece: PDFDict): boolean {
  if (!link) return false;
  const [one, other] = [rectangleOf(link), rectangleOf(piece)];
  const whole = union(one, other);
  const level = isNear(one.bottom, other.bottom) && isNear(heightOf(one), heightOf(other));
  const goesOn = level && widthOf(whole) <= widthOf(one) + widthOf(other) + hair;
  if (!goesOn && !isWithin(other, one, hair) && !isWithin(one, other, hair)) return false;
  const { left, bottom, right, top } = whole;
  link.set(PDFName.of("Rect"), link.context.obj([left, bottom, right, top]));
  return true;
}

function rectangleOf(annotation: PDFDict): Rectangle {
  const { x, y, width, height } = annotation.lookup(PDFName.of("Rect"), PDFArray).asRectangle();
  return { left: x, bottom: y, right: x + width, top: y + height };
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < hair;
}

function widthOf({ left, right }: Rectangle): number {
  return right - left;
}

function heightOf({ bottom, top }: Rectangle): number {
  return top - bottom;
}

/** What a screen reader says of a link: its address, or its words; a mark of a note says little by itself. */
function purposeOf(link: LogicalElement, notes: string | undefined): string {
  const { href = "", class: classes, "aria-label": label } = link.attributes;
  if (!href.startsWith("#")) return href;
  const words = label || wordsIn(link);
  return classes === "noteref" && notes ? `${notes} ${words}` : words;
}

function wordsIn(element: LogicalElement): string {
  const text = element.kids.map((kid) => ("tag" in kid ? wordsIn(kid) : (kid.text ?? ""))).join("");
  return text.replace(/\s+/g, " ").trim();
}

/** Addresses are ASCII (ISO 32000-1, 12.6.4.7). */
function ascii(href: string): string {
  try {
    return new URL(href).href;
  } catch {
    return encodeURI(href);
  }
}
