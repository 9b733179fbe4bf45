import { readFileSync } from "node:fs";
import { ParseSpeeds, PDFArray, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { outlineWord } from "../../scripts/fonts/outline.ts";
import { decodeStream } from "../../scripts/pdf/stream.ts";
import { fixedInks } from "../../scripts/prepress/fixed-inks.ts";
import type { PrintOptions } from "../../scripts/prepress/options.ts";
import { openSeparation } from "../../scripts/prepress/separation.ts";
import { shippedProfile } from "../../scripts/prepress/shipped-profile.ts";
import { pressMargins } from "../../scripts/tables/press-marks.ts";

/**
 * A finished booklet of five A5 pages, a draft: title, blank, text with a table, a note and a link, pictures, drawings.
 * A build of `fixtures/prepress/colours/` made it.
 */
export const colours = readFileSync(new URL("../fixtures/prepress/colours.pdf", import.meta.url));

/** What it is made with, as a build would. */
export async function printOptions(): Promise<PrintOptions> {
  const profile = shippedProfile();
  return {
    profile,
    inks: await openSeparation(profile.bytes, fixedInks),
    ...pressMargins.iso,
    lines: {
      file: await outlineWord("colours · en · booklet", "en"),
      sheet: await outlineWord("2017-10-24 · A5 148 × 210 mm", "en"),
      pages: await Promise.all([1, 2, 3, 4, 5].map((page) => outlineWord(`${page}/5`, "en"))),
    },
  };
}

/** Reads a file as it is. */
export function read(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

/** A finished file without its status mark, which is the first content of each page, and the last where there are pictures. */
export async function unmarked(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await read(pdf);
  for (const page of document.getPages()) {
    const streams = page.node.lookup(PDFName.of("Contents"), PDFArray).asArray();
    const own = streams.filter(
      (one) => !Buffer.from(decodeStream(document.context.lookup(one))).includes("/Watermark"),
    );
    page.node.set(PDFName.of("Contents"), document.context.obj(own));
  }
  return document.save();
}
