import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TextItem, TextMarkedContent } from "pdfjs-dist/types/src/display/api.d.ts";

/** A program that takes the text out of a PDF, as a search, a copy or a screen reader would. */
export interface Reader {
  name: string;
  /** Text of a file, a line a line, pages parted by form feeds; see `wordsBack`. */
  read(path: string): Promise<string>;
}

const run = promisify(execFile);

/**
 * Readers that share no code: poppler (Evince, Okular, search engines) and pdf.js (Firefox).
 *
 * pdftotext runs without options, as programs call it: it puts a line together from where its letters stand, turns
 * lines from right to left round, and joins what a hyphen parts. `-raw` would show the order things were painted in,
 * so that every line from right to left came out backwards.
 */
export const readers: readonly Reader[] = [
  { name: "poppler", read: readWithPoppler },
  { name: "pdf.js", read: readWithPdfJs },
];

/**
 * PDFium (Chrome, Edge, Android). Whatever a file says, it turns no letters from the right beyond the first plane (Adlam), and
 * puts a space before a sign of another font (Grantha).
 */
export const chrome: Reader = { name: "PDFium", read: readWithPdfium };

async function readWithPoppler(path: string): Promise<string> {
  const words = ["-enc", "UTF-8", "-eol", "unix", path, "-"];
  return (await run("pdftotext", words, { maxBuffer: 2 ** 28 })).stdout;
}

async function readWithPdfJs(path: string): Promise<string> {
  const data = new Uint8Array(await readFile(path));
  // Our fonts are in the file, and nothing is drawn, so that neither system fonts nor a canvas are looked for.
  const task = getDocument({ data, verbosity: 0, disableFontFace: true, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    // As Firefox's own search and selection read: otherwise Lao vowels come back in two.
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(items.filter(isText).map(textOf).join(""));
    page.cleanup();
  }
  await task.destroy();
  return pages.join("\f");
}

async function readWithPdfium(path: string): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(path));
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  // It stands for the hyphen that joins a word over the end of a line.
  return pages.join("\f").replaceAll("\uFFFE", "").replaceAll("\r\n", "\n");
}

function isText(item: TextItem | TextMarkedContent): item is TextItem {
  return "str" in item;
}

function textOf({ str, hasEOL }: TextItem): string {
  return hasEOL ? `${str}\n` : str;
}
