import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import type { Fault } from "../types.ts";
import { namedDestinations, nameOf } from "./destinations.ts";
import { folio } from "./labels.ts";
import type { Expectation } from "./options.ts";
import { outlineItems } from "./outline-items.ts";

/**
 * Checks that bookmarks and links inside the file lead to one of its pages, and that a viewer counts pages as
 * their folios do.
 * @param document
 *   Finished PDF.
 * @param expected
 *   Digits of the folios.
 * @returns
 *   Faults `pdf-navigation`, one a bookmark, link or page.
 */
export function checkNavigation(document: PDFDocument, { numerals }: Expectation): Fault[] {
  const pages = new Set(document.getPages().map(({ ref }) => ref));
  const names = namedDestinations(document);
  const leads = (from: PDFDict) => {
    const place = destinationOf(from);
    if (place === undefined) return true;
    const target = place instanceof PDFArray ? place : names.get(nameOf(place) ?? "");
    const page = target?.get(0);
    return page instanceof PDFRef && pages.has(page);
  };
  const bookmarks = outlineItems(document).filter((item) => !destinationOf(item) || !leads(item));
  const links = linksOf(document).filter((link) => !leads(link));
  const labels = labelsOf(document);
  const counted = document
    .getPages()
    .flatMap((_, index) => (labels[index] === folio(index, numerals) ? [] : [index]));
  return [
    ...bookmarks.map((item) => `the bookmark ${titleOf(item)} leads nowhere`),
    ...links.map((link) => `the link to ${nameOf(destinationOf(link)) ?? "a place"} leads nowhere`),
    ...counted.map((index) => `page ${index + 1} is counted as “${labels[index] ?? ""}”`),
  ].map((reason) => ({ rule: "pdf-navigation", reason }));
}

function destinationOf(holder: PDFDict): PDFObject | undefined {
  const action = holder.lookup(PDFName.of("A"));
  return (
    holder.lookup(PDFName.of("Dest")) ??
    (action instanceof PDFDict && action.lookup(PDFName.of("S")) === PDFName.of("GoTo")
      ? action.lookup(PDFName.of("D"))
      : undefined)
  );
}

function linksOf(document: PDFDocument): PDFDict[] {
  return document.getPages().flatMap(({ node }) => {
    const annotations = node.Annots();
    const all = annotations?.asArray().map((_, index) => annotations.lookup(index)) ?? [];
    return all.filter((one) => one instanceof PDFDict);
  });
}

/** Labels by page, as a viewer works them out (ISO 32000-1, 12.4.2), in the two ways that we write them. */
function labelsOf(document: PDFDocument): string[] {
  const tree = document.catalog.lookupMaybe(PDFName.of("PageLabels"), PDFDict);
  const ranges = tree?.lookupMaybe(PDFName.of("Nums"), PDFArray);
  const labels: string[] = [];
  for (let at = 0; at + 1 < (ranges?.size() ?? 0); at += 2) {
    const start = ranges?.lookup(at, PDFNumber).asNumber() ?? 0;
    const label = ranges?.lookup(at + 1, PDFDict);
    const prefix = label?.lookupMaybe(PDFName.of("P"), PDFHexString)?.decodeText() ?? "";
    const counts = label?.lookup(PDFName.of("S")) === PDFName.of("D");
    const rest = Array.from({ length: document.getPageCount() - start }, (_, index) =>
      counts ? `${prefix}${index + 1}` : prefix,
    );
    labels.splice(start, labels.length, ...rest);
  }
  return labels;
}

function titleOf(item: PDFDict): string {
  const title = item.lookup(PDFName.of("Title"));
  return title instanceof PDFHexString ? `“${title.decodeText()}”` : "without words";
}
