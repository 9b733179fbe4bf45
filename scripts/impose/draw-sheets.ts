import { PDFDocument, PDFHexString, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import { digestOf } from "../pdf/digest.ts";
import type { Outline } from "../types.ts";
import { outlineContent } from "./marks.ts";
import { type PageForm, pageForms } from "./page-forms.ts";
import type { Plan, Side } from "./plan.ts";
import { describeSheets } from "./sheet-catalog.ts";
import { pageName, sideContent } from "./side-content.ts";

/** What is drawn. */
export interface Drawing {
  plan: Plan;
  /** Outlines of its labels, by text. */
  outlines: ReadonlyMap<string, Outline>;
  direction: "ltr" | "rtl";
}

/**
 * Draws sheets. The same pages and plan give the same bytes.
 * @param source
 *   PDF with the pages; it is only read.
 * @param drawing
 *   Where pages and marks go.
 * @returns
 *   PDF with a page a side.
 */
export async function drawSheets(source: PDFDocument, drawing: Drawing): Promise<Uint8Array> {
  const { plan, outlines, direction } = drawing;
  const target = await PDFDocument.create({ updateMetadata: false });
  const forms = pageForms(source, target);
  const labels = labelForms(target, outlines);
  for (const side of plan.sides) {
    const { node } = target.addPage([plan.sheet.width, plan.sheet.height]);
    const drawn = Object.fromEntries([...pagesOn(side, forms), ...labelsOn(side, labels)]);
    const content = target.context.flateStream(sideContent(side, forms, outlines));
    node.set(PDFName.of("Resources"), target.context.obj({ XObject: drawn }));
    node.set(PDFName.of("Contents"), target.context.register(content));
  }
  describeSheets(source, target, plan, direction);
  identify(target);
  return target.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

type Named = readonly [name: string, form: PDFRef];

function pagesOn({ cells }: Side, forms: readonly PageForm[]): Named[] {
  return cells.flatMap(({ page }): Named[] => {
    const form = page === undefined ? undefined : forms[page];
    return page === undefined || !form ? [] : [[pageName(page), form.reference]];
  });
}

function labelsOn({ labels }: Side, forms: ReadonlyMap<string, PDFRef>): Named[] {
  return labels.flatMap(({ text }): Named[] => {
    const form = forms.get(text);
    return form ? [[text, form]] : [];
  });
}

function labelForms(
  { context }: PDFDocument,
  outlines: ReadonlyMap<string, Outline>,
): Map<string, PDFRef> {
  const forms = [...outlines].map(([text, outline]) => {
    const { x, y, width, height } = outline;
    const form = context.flateStream(outlineContent(outline), {
      Type: "XObject",
      Subtype: "Form",
      // A unit more on each side: the outlines are rounded.
      BBox: [x - 1, -y - height - 1, x + width + 1, 1 - y].map(Math.round),
    });
    return [text, context.register(form)] as const;
  });
  return new Map(forms);
}

function identify(target: PDFDocument): void {
  const identifier = PDFHexString.of(digestOf(target));
  target.context.trailerInfo.ID = target.context.obj([identifier, identifier]);
}
