import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { realSteps } from "../scripts/steps/steps.ts";
import { type StatusName, statuses, statusNames } from "../scripts/tables/statuses.ts";
import {
  type TranslationName,
  translationNames,
  translations,
} from "../scripts/tables/translations.ts";
import type { Edition } from "../scripts/types.ts";
import { imagesOf, manuscriptOf } from "./support/documents.ts";
import { fonts, logical, printed } from "./support/printed.ts";
import { memoryWorld } from "./support/world-memory.ts";

const test = suite("marks");
const steps = realSteps(memoryWorld({}), "0");
const states = [undefined, ...translationNames];
const every = statusNames.flatMap((status) => states.map((state) => [status, state] as const));

for (const [status, translation] of every) {
  const rows = [statuses[status], translation && translations[translation]];
  const marked = rows.some((row) => row?.marked);
  const name = `${status} ${translation ?? "original"}`;
  test(`should ${marked ? "mark" : "not mark"} a ${name} on screen and on every page`, async () => {
    assert.is((await webMark(status, translation)) !== undefined, marked);
    assert.equal(await printedMarks(status, translation), [marked, marked]);
  });
}

test("should draw status and translation as one mark", async () => {
  const [draft, translation, both] = [
    await webMark("draft", "reviewed"),
    await webMark("final", "unreviewed"),
    await webMark("draft", "unreviewed"),
  ].map((mark) => mark?.split("Z").length ?? 0);
  assert.is(both, (draft ?? 0) + (translation ?? 0) - 1);
});

test.run();

async function editionOf(
  format: Edition["format"],
  status: StatusName,
  translation: TranslationName | undefined,
): Promise<Edition> {
  const matter = { status, language: "es", title: "Alfa", ...(translation && { translation }) };
  const document = await readDocument(manuscriptOf("Bravo.\n", matter), imagesOf());
  return { document, format, paper: "iso", output: { html: "", copies: [], fonts: "" } };
}

/** Path of the mark on a page for screens. */
async function webMark(
  status: StatusName,
  translation: TranslationName | undefined,
): Promise<string | undefined> {
  const { html } = await steps.setEdition(await editionOf("web", status, translation));
  return /<svg class="status-mark".*?<path d="([^"]*)"/.exec(html)?.[1];
}

/** Whether each page of a printed file has the mark. */
async function printedMarks(
  status: StatusName,
  translation: TranslationName | undefined,
): Promise<boolean[]> {
  const page = { number: 1, notes: [], calls: [], text: "", foot: "" };
  const { pdf, faults } = await steps.finishPdf(
    { pdf: printed, logical, pages: [page, { ...page, number: 2 }], words: 0, faults: [] },
    await editionOf("booklet", status, translation),
    { html: "", fonts: [...fonts] },
    new Date("2001-02-03"),
  );
  assert.equal(faults, []);
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().map((one) => {
    const objects = one.node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
    return objects?.has(PDFName.of("StatusMark")) ?? false;
  });
}
