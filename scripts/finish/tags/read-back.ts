import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { fontsOf, type PageFont } from "../../pdf/font.ts";
import { readPage } from "../../pdf/read-page.ts";
import type { Operand } from "../../pdf/tokens.ts";
import type { WrittenOperation } from "../../pdf/written-operation.ts";

/** A structure element as the file has it. */
export interface ReadElement {
  type: string;
  /** What the element says instead of its content. */
  actual?: string;
  /** Elements, and text between them. */
  kids: Array<ReadElement | string>;
}

const keys = Object.fromEntries(
  ["ActualText", "K", "MCID", "Pg", "S", "StructTreeRoot", "Type"].map((name) => [
    name,
    PDFName.of(name),
  ]),
) as Record<string, PDFName>;

/**
 * Reads the text of a tagged file as a reader for the blind does: element by element, each piece of marked
 * content by its codes and what the fonts say of them.
 * @param document
 *   A tagged PDF.
 * @returns
 *   The root's only element; `undefined` where the file has no tags.
 */
export function readBack(document: PDFDocument): ReadElement | undefined {
  const root = document.catalog.lookupMaybe(keys.StructTreeRoot as PDFName, PDFDict);
  const top = kidsOf(root?.lookup(keys.K as PDFName)).find((kid) => kid instanceof PDFDict);
  if (!(top instanceof PDFDict)) return undefined;
  const fonts = fontsOf(new Map());
  const texts = new Map<PDFDict, string[]>();
  for (const page of document.getPages()) {
    const named = fonts(page.node.Resources());
    texts.set(page.node, textsOf(readPage(page).operations, named));
  }
  return readElement(top, undefined);

  function readElement(element: PDFDict, inherited: PDFDict | undefined): ReadElement {
    const type = element.lookup(keys.S as PDFName);
    const page = element.lookupMaybe(keys.Pg as PDFName, PDFDict) ?? inherited;
    const actual = element.lookup(keys.ActualText as PDFName);
    const read: ReadElement = { type: type instanceof PDFName ? type.decodeText() : "", kids: [] };
    if (actual instanceof PDFHexString) read.actual = actual.decodeText();
    for (const kid of kidsOf(element.lookup(keys.K as PDFName))) {
      const text = contentOf(kid, page);
      if (text !== undefined) read.kids.push(text);
      else if (kid instanceof PDFDict && kid.has(keys.S as PDFName))
        read.kids.push(readElement(kid, page));
    }
    return read;
  }

  /** Text of marked content; `undefined` where a kid is something else. */
  function contentOf(kid: PDFObject, page: PDFDict | undefined): string | undefined {
    if (kid instanceof PDFNumber) return page && texts.get(page)?.[kid.asNumber()];
    if (!(kid instanceof PDFDict) || !kid.has(keys.MCID as PDFName)) return undefined;
    const own = kid.lookupMaybe(keys.Pg as PDFName, PDFDict) ?? page;
    const identifier = kid.lookup(keys.MCID as PDFName, PDFNumber).asNumber();
    return own && texts.get(own)?.[identifier];
  }
}

function kidsOf(value: PDFObject | undefined): PDFObject[] {
  if (value instanceof PDFArray)
    return value.asArray().map((_, index) => value.lookup(index)) as PDFObject[];
  return value === undefined ? [] : [value];
}

interface OpenMark {
  identifier?: number | undefined;
  reversed?: boolean;
  silent?: boolean;
  /** What a sequence of reversed characters has shown. */
  turned?: { identifier: number; shown: string };
}

/** What a page shows, by identifier of marked content. */
function textsOf(
  operations: readonly WrittenOperation[],
  fonts: (name: string) => PageFont | undefined,
): string[] {
  const texts: string[] = [];
  const marks: OpenMark[] = [];
  let font: PageFont | undefined;
  for (const operation of operations) {
    const { operator } = operation;
    if (operator === "BDC") marks.push(propertiesOf(operation.operands[1]));
    else if (operator === "BMC")
      marks.push({ reversed: operation.operands[0] === "ReversedChars" });
    else if (operator === "EMC") {
      // All that a sequence of reversed characters shows stands from left to right, letters of one glyph too.
      const { turned } = marks.pop() ?? {};
      if (turned)
        texts[turned.identifier] =
          (texts[turned.identifier] ?? "") + [...turned.shown].reverse().join("");
    } else if (operator === "Tf") font = fonts(operation.operands[0] as string);
    else if (operator === "Tj" || operator === "TJ") {
      const identifier = marks.find((mark) => mark.identifier !== undefined)?.identifier;
      if (identifier === undefined || marks.some(({ silent }) => silent)) continue;
      let shown = "";
      for (const code of operation.codes) shown += font?.text(code) ?? "";
      const turning = marks.find(({ reversed }) => reversed);
      if (turning) {
        turning.turned ??= { identifier, shown: "" };
        turning.turned.shown += shown;
      } else texts[identifier] = (texts[identifier] ?? "") + shown;
    }
  }
  return texts;
}

function propertiesOf(properties: Operand | undefined): OpenMark {
  if (!(properties instanceof Map)) return {};
  const identifier = properties.get("MCID");
  const actual = properties.get("ActualText");
  const silent = actual instanceof Uint8Array && actual.length <= 2;
  return { identifier: typeof identifier === "number" ? identifier : undefined, silent };
}
