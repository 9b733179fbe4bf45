import { readFileSync, writeFileSync } from "node:fs";
import type { FinishOptions } from "../../scripts/finish/options.ts";
import type { Logical } from "../../scripts/types.ts";
import { fixture } from "./fixtures.ts";
import type { SetOptions } from "./set-text.ts";

const file = new URL("../fixtures/finish/printed.pdf", import.meta.url);

/** Two pages as the press prints them: headings, a table, a list, links, a note, a picture; `input.md` set by `setting`. */
export const printed = readFileSync(file);

/** What they say. */
export const logical = JSON.parse(fixture("finish/logical.json")) as Logical;

/** PostScript names of their fonts. */
export const fonts: readonly string[] = [
  "SourceSerif4-Regular",
  "SourceSerif4-Bold",
  "AtkinsonHyperlegibleNext-Regular",
  "AtkinsonHyperlegibleNext-Bold",
];

/** What a file of them says of itself, at its simplest. */
export const plainOptions: FinishOptions = {
  title: "Alpha",
  authors: [],
  language: "en",
  direction: "ltr",
  numerals: "latn",
  logical,
  sheet: { width: 148, height: 210 },
  seconds: 0,
  version: "0",
};

/** How they were set. */
export const setting: SetOptions = {
  format: "handout",
  matter: { language: "es" },
  sheet: { name: "A5", width: 148, height: 210 },
  images: {
    "square.png": readFileSync(
      new URL("../fixtures/torture/long/images/beds.png", import.meta.url),
    ),
  },
};

/** Keeps a new print, when asked to by `UPDATE=1`; no two have the same bytes, since they say when they were made. */
export function keepPrinted(pdf: Uint8Array): void {
  if (process.env.UPDATE === "1") writeFileSync(file, pdf);
}
