import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { decodeStream, pageContent } from "../pdf/stream.ts";
import { readOperations } from "../pdf/tokens.ts";
import { writeOperations } from "../pdf/write.ts";
import type { Fault } from "../types.ts";

/** Operators that choose a font, show text, draw a picture, a form or the status mark. */
const showing: ReadonlySet<string> = new Set(["Tf", "Tj", "TJ", "'", '"', "Do"]);
/** What a copy draws and its source doesn't. */
const added: ReadonlySet<unknown> = new Set(["PressMarks"]);

/**
 * Looks whether each page of a copy shows the text, pictures and marks that its source does, in the same order.
 * @param copy
 *   A copy for paper.
 * @param source
 *   The finished file it was made of, with as many pages.
 * @returns
 *   Faults `pdf-lost`, at most one a page.
 */
export function checkShown(copy: PDFDocument, source: PDFDocument): Fault[] {
  const [after, before] = [copy, source].map((document) => {
    const forms = new Map<PDFRawStream, string>();
    return document
      .getPages()
      .map((page) => shownBy(pageContent(page), page.node.Resources(), forms));
  });
  return (before ?? []).flatMap((shown, index): Fault[] => {
    if (shown === after?.[index]) return [];
    const reason = `page ${index + 1} of the copy does not show what the page does`;
    return [{ rule: "pdf-lost", reason }];
  });
}

/** What a stream shows, and after it what its forms do; `forms` has those that were looked at. */
function shownBy(
  content: Uint8Array,
  resources: PDFDict | undefined,
  forms: Map<PDFRawStream, string>,
): string {
  const operations = readOperations(content).filter(
    ({ operator, operands: [first] }) =>
      showing.has(operator) && !(operator === "Do" && added.has(first)),
  );
  const objects = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const drawn = new Set(
    operations.flatMap(({ operator, operands }) => (operator === "Do" ? [operands[0]] : [])),
  );
  const within = [...drawn].map((name) => {
    const form = objects?.lookup(PDFName.of(String(name)));
    return form instanceof PDFRawStream ? shownByForm(form, resources, forms) : "";
  });
  return [Buffer.from(writeOperations(operations)).toString("latin1"), ...within].join("\n");
}

function shownByForm(
  form: PDFRawStream,
  outer: PDFDict | undefined,
  forms: Map<PDFRawStream, string>,
): string {
  if (form.dict.get(PDFName.of("Subtype")) !== PDFName.of("Form")) return "";
  const known = forms.get(form);
  if (known !== undefined) return known;
  // A form that holds itself shows nothing more.
  forms.set(form, "");
  const own = form.dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? outer;
  const shown = shownBy(decodeStream(form), own, forms);
  forms.set(form, shown);
  return shown;
}
