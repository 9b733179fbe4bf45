import { createHash } from "node:crypto";
import { PDFDocument, PDFHexString, PDFName, type PDFRef, PDFStream } from "@cantoo/pdf-lib";
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

function identify({ context }: PDFDocument): void {
  const digest = createHash("sha256");
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    digest.update(reference.tag);
    if (object instanceof PDFStream)
      digest.update(object.dict.toString()).update(object.getContents());
    else digest.update(object.toString());
  }
  // 128 bits, as ISO 32000-1, 14.4, expects of a digest.
  const identifier = PDFHexString.of(digest.digest("hex").slice(0, 32).toUpperCase());
  context.trailerInfo.ID = context.obj([identifier, identifier]);
}
