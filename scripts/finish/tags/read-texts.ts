import type { PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import { fontsOf, type PageFont } from "../../pdf/font.ts";
import type { Operand } from "../../pdf/operand.ts";
import { readPage } from "../../pdf/read-page.ts";
import type { WrittenOperation } from "../../pdf/written-operation.ts";

/**
 * Reads what the marked content of all pages says, as a reader for the blind does: by its codes and what the fonts say of
 * them.
 * @param document
 *   A tagged PDF.
 * @returns
 *   By page, and by identifier on it.
 */
export function readTexts(document: PDFDocument): Map<PDFRef, string[]> {
  const fonts = fontsOf(new Map());
  return new Map(
    document.getPages().map((page) => {
      const named = fonts(page.node.Resources());
      return [page.ref, textsOf(readPage(page).operations, named)];
    }),
  );
}

const utf16 = new TextDecoder("utf-16be");

interface OpenMark {
  identifier?: number | undefined;
  reversed?: boolean;
  /** What it says instead of what it shows. */
  instead?: string | undefined;
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
  const say = (identifier: number, shown: string) => {
    texts[identifier] = (texts[identifier] ?? "") + shown;
  };
  let font: PageFont | undefined;
  const show = (operation: WrittenOperation) => {
    if (marks.some(({ instead }) => instead !== undefined)) return;
    let shown = "";
    for (const code of operation.codes) shown += font?.text(code) ?? "";
    tell(shown);
  };
  const tell = (shown: string) => {
    const identifier = marks.find((mark) => mark.identifier !== undefined)?.identifier;
    if (identifier === undefined) return;
    const turning = marks.find(({ reversed }) => reversed);
    if (turning) {
      turning.turned ??= { identifier, shown: "" };
      turning.turned.shown += shown;
    } else say(identifier, shown);
  };
  for (const operation of operations) {
    const { operator } = operation;
    if (operator === "BDC") {
      const mark = propertiesOf(operation.operands[1]);
      marks.push(mark);
      if (mark.instead) tell(mark.instead);
    } else if (operator === "BMC")
      marks.push({ reversed: operation.operands[0] === "ReversedChars" });
    else if (operator === "EMC") {
      // All that a sequence of reversed characters shows stands from left to right, letters of one glyph too.
      const { turned } = marks.pop() ?? {};
      if (turned) say(turned.identifier, [...turned.shown].reverse().join(""));
    } else if (operator === "Tf") font = fonts(operation.operands[0] as string);
    else if (operator === "Tj" || operator === "TJ") show(operation);
  }
  return texts;
}

function propertiesOf(properties: Operand | undefined): OpenMark {
  if (!(properties instanceof Map)) return {};
  const identifier = properties.get("MCID");
  const actual = properties.get("ActualText");
  return {
    identifier: typeof identifier === "number" ? identifier : undefined,
    // As we write it, with a byte order mark.
    instead: actual instanceof Uint8Array ? utf16.decode(actual) : undefined,
  };
}
