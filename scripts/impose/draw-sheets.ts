import { createHash } from "node:crypto";
import {
  Duplex,
  ParseSpeeds,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFObjectCopier,
  type PDFRef,
  PDFStream,
  PrintScaling,
  ReadingDirection,
} from "@cantoo/pdf-lib";
import type { Outline } from "../types.ts";
import { drawLabel, drawLine, outlineContent } from "./marks.ts";
import { thousandth } from "./measure.ts";
import { type PageForm, pageForms } from "./page-forms.ts";
import type { Cell, Plan, Side } from "./plan.ts";

/** What is drawn beside the plan. */
export interface Drawing {
  plan: Plan;
  /** Outlines of its labels. */
  outlines: ReadonlyMap<string, Outline>;
  direction: "ltr" | "rtl";
}

/**
 * Draws sheets. The same pages and plan give the same bytes.
 * @param source
 *   PDF with the pages; it is read only.
 * @param drawing
 *   Where pages and marks go.
 * @returns
 *   PDF with a page a side, which asks the printer for its own size and for both sides.
 */
export async function drawSheets(source: PDFDocument, drawing: Drawing): Promise<Uint8Array> {
  const { plan } = drawing;
  const target = await PDFDocument.create({ updateMetadata: false });
  const forms = pageForms(source, target);
  const labels = labelForms(target, drawing.outlines);
  for (const side of plan.sides) {
    const page = target.addPage([plan.sheet.width, plan.sheet.height]);
    for (const { page: number } of side.cells) {
      const form = number === undefined ? undefined : forms[number];
      if (form) page.node.setXObject(PDFName.of(nameOf(number ?? 0)), form.reference);
    }
    for (const { text } of side.labels) {
      const form = labels.get(text);
      if (form) page.node.setXObject(PDFName.of(text), form);
    }
    const content = target.context.flateStream(contentOf(side, forms, drawing.outlines));
    page.node.set(PDFName.of("Contents"), target.context.register(content));
  }
  describe(source, target, drawing);
  identify(target);
  return target.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** Reads a PDF without changing what it says of itself. */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

/**
 * Resource name of a page on a sheet.
 * @param page
 *   Its index, from 0.
 */
function nameOf(page: number): string {
  return `Page${page + 1}`;
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

function contentOf(
  { cells, lines, labels }: Side,
  forms: readonly PageForm[],
  outlines: ReadonlyMap<string, Outline>,
): string {
  const pages = cells.map((cell) => {
    const form = cell.page === undefined ? undefined : forms[cell.page];
    return form ? drawPage(cell, form) : "";
  });
  const names = labels.map((label) => {
    const outline = outlines.get(label.text);
    if (outline === undefined) throw new Error(`no outlines of “${label.text}”`);
    return drawLabel(label, outline, label.text);
  });
  return [...pages, ...lines.map(drawLine), ...names].join("");
}

// `verify-sheets.ts` reads exactly this back.
function drawPage({ box, page = 0, x, y, scale }: Cell, form: PageForm): string {
  const clip = [box.x, box.y, box.width, box.height].join(" ");
  const left = thousandth(x - form.box.x * scale);
  const bottom = thousandth(y - form.box.y * scale);
  return `q ${clip} re W n ${scale} 0 0 ${scale} ${left} ${bottom} cm /${nameOf(page)} Do Q\n`;
}

function describe(source: PDFDocument, target: PDFDocument, { plan, direction }: Drawing): void {
  const { Info } = source.context.trailerInfo;
  const information = Info && source.context.lookup(Info);
  if (information) {
    const copy = PDFObjectCopier.for(source.context, target.context).copy(information);
    target.context.trailerInfo.Info = target.context.register(copy);
  }
  const language = source.catalog.get(PDFName.of("Lang"));
  if (language) target.catalog.set(PDFName.of("Lang"), language);
  const preferences = target.catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setPickTrayByPDFSize(true);
  preferences.setDuplex(duplexOf(plan));
  if (direction === "rtl") preferences.setReadingDirection(ReadingDirection.R2L);
}

// Backs are drawn for a sheet that is turned about an upright edge.
function duplexOf({ duplex, sheet }: Plan): Duplex {
  if (!duplex) return Duplex.Simplex;
  return sheet.width > sheet.height ? Duplex.DuplexFlipShortEdge : Duplex.DuplexFlipLongEdge;
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
