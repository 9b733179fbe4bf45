import { finishPdf } from "../../scripts/finish/finish.ts";
import { verifyFinish } from "../../scripts/finish/verify.ts";
import { openPress } from "../../scripts/press/press.ts";
import { realSteps } from "../../scripts/steps/steps.ts";
import {
  type FormatName,
  type FormatRow,
  formats,
  papers,
  type Sheet,
} from "../../scripts/tables/formats.ts";
import { languageRow } from "../../scripts/tables/languages.ts";
import type { Fault, Logical, Matter, Printed } from "../../scripts/types.ts";
import { manuscriptOf, messagesOf } from "./documents.ts";
import { memoryWorld } from "./world-memory.ts";

/** How a text is set. */
export interface SetOptions {
  format?: FormatName;
  matter?: Partial<Matter>;
  /** Images by path from the text's folder. */
  images?: Readonly<Record<string, Uint8Array>>;
  /** Other paper than the format's, millimetres: where a few lines fill it, short texts break over pages. */
  sheet?: Sheet;
}

/** A text on pages, and its file. */
export interface SetText {
  html: string;
  /** What was complained of, one a line. */
  messages: string;
  printed: Printed;
  /** PostScript names of its fonts. */
  fonts: readonly string[];
  pdf: Uint8Array;
  faults: Fault[];
}

/** Sets Markdown as builds do, in a world of its own. */
export interface Setter {
  set(markdown: string, options?: SetOptions): Promise<SetText>;
  close(): Promise<void>;
}

/** Opens a press for texts; close it in `suite.after`. */
export function openSetter(): Setter {
  const world = memoryWorld({}, { env: process.env as Record<string, string> });
  const steps = realSteps(world, "0");
  const press = openPress({ jobs: 1, env: process.env });
  return {
    async set(markdown, { format: name = "booklet", matter = {}, images = {}, sheet: own } = {}) {
      for (const [path, bytes] of Object.entries(images)) world.files.set(`/work/${path}`, bytes);
      const manuscript = manuscriptOf(markdown, matter);
      manuscript.file.path = "/work/alpha.md";
      const document = await steps.readDocument(manuscript);
      const output = { html: "/out/alpha.html", copies: [], fonts: "/out/fonts" };
      const pages = await steps.setEdition({ document, format: name, paper: "iso", output });
      const { html, fonts, faces = [] } = pages;
      // On paper that a few lines fill, type keeps the size its styles say.
      const { type, ...usual }: FormatRow = formats[name];
      const format = own || !type ? usual : { ...usual, type };
      const sheet = own ?? papers.iso[format.sheet ?? "page"];
      const page = own ? html.replace("</head>", `${pageOf(own)}</head>`) : html;
      const printed = await press.print({ html: page, faces, format, sheet });
      const { title, language } = document.matter;
      const { direction, numerals } = languageRow(language).row;
      const logical = printed.logical as Logical;
      const expected = { sheet, title, language, numerals, logical };
      const pdf = await finishPdf(printed.pdf, {
        ...{ ...expected, authors: [], direction, view: format.view, seconds: 1509494400 },
        version: "0",
      });
      const checked = await verifyFinish(pdf, { ...expected, pages: printed.pages.length, fonts });
      const messages = messagesOf(manuscript.file);
      return { html, messages, printed, fonts, pdf, faults: [...printed.faults, ...checked] };
    },
    close: () => press.close(),
  };
}

/** Margins are a tenth of the width. */
function pageOf({ width, height }: Sheet): string {
  return `<style>@page { size: ${width}mm ${height}mm; margin: ${width / 10}mm; }</style>`;
}
