import { openPress } from "../../scripts/press/press.ts";
import type { PrintJob } from "../../scripts/press/print.ts";
import { type FormatRow, formats } from "../../scripts/tables/formats.ts";
import type { Printed } from "../../scripts/types.ts";

/** One press for all tests of a file; close it in `suite.after`. */
export const press = openPress({ jobs: 2, env: process.env });

// A page of a few lines: 240 px wide, 12 lines of 20 px high, in a face with one width a letter if there is one.
const pageSize = { name: "tiny", width: 80, height: 80 };
const paged = `
@page { size: 80mm 80mm; margin: 8mm; @bottom-center { content: counter(page); } }
.page-break { break-after: page; } .recto { break-before: right; } .fresh { break-before: page; }
`;
const plain = `
html { font: 14px/20px "Noto Sans"; } body { margin: 0; }
h1, h2, h3 { font-size: 14px; break-after: avoid; margin: 0 0 20px; }
p, ul, ol, table, pre, figure, blockquote { margin: 0 0 20px; }
p, li { orphans: 2; widows: 2; }
tr { break-inside: avoid; } table { border-collapse: collapse; } td, th { padding: 0 4px; vertical-align: top; }
.keep { break-inside: avoid; }
.note { font-size: 12px; line-height: 16px; } .note p { margin: 0; }
a.noteref { font-size: 10px; line-height: 0; vertical-align: super; }
[data-continued], [data-page-start] { margin-top: 0; } [data-continues] { margin-bottom: 0; } li[data-continued] { list-style: none; }
`;

/** A text to be set on tiny pages, and its notes: their ids and marks follow from their place in the list. */
export interface TestPage {
  /** Content of `main`. `{n}` calls note n. */
  body: string;
  notes?: string[];
  css?: string;
  paged?: string;
  direction?: "ltr" | "rtl";
}

/** Sets a text on tiny pages. */
export function layOut(page: TestPage): Promise<Printed> {
  return press.print(job(page));
}

/** The job `layOut` prints. */
export function job({
  body,
  notes = [],
  css = "",
  paged: more = "",
  direction = "ltr",
}: TestPage): PrintJob {
  const seen = new Map<string, number>();
  const text = body.replaceAll(/\{(\d+)\}/g, (_, n: string) => {
    const times = (seen.get(n) ?? 0) + 1;
    seen.set(n, times);
    return `<a class="noteref" href="#note-${n}" id="noteref-${n}${times > 1 ? `-${times}` : ""}">${n}</a>`;
  });
  const list = notes.map(
    (note, index) =>
      `<div class="note" id="note-${index + 1}">${note.replace(/^<p/, `<p data-place="n${index + 1}:1"`)}</div>`,
  );
  const html = `<!doctype html><html lang="en"><head><title>Test</title><style>${paged}${more}</style>
<style data-pagedjs-ignore>${plain}${css}</style></head><body><main lang="en" dir="${direction}">${place(text)}${
    list.length > 0 ? `<section class="notes">${list.join("")}</section>` : ""
  }</main></body></html>`;
  return { html, format: formats.booklet as FormatRow, sheet: pageSize };
}

// Gives each block of source text its place, the number of the block in the text.
function place(html: string): string {
  let block = 0;
  return html.replaceAll(
    /<(p|li|h[1-6]|td|th|pre|figcaption|dt|dd)(?=[\s>])/g,
    (tag) => `${tag} data-place="${++block}:1"`,
  );
}

/** Filler of `count` words, each one different, so that any that is lost, doubled or moved is told. */
export function filler(count: number, from = 1): string {
  return Array.from({ length: count }, (_, index) => `w${from + index}`).join(" ");
}
