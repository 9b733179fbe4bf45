import type { Browser, Page } from "puppeteer-core";
import { readDocument } from "../../scripts/document/document.ts";
import { composeEdition } from "../../scripts/document/edition/edition.ts";
import { toHtml } from "../../scripts/document/html.ts";
import { launchBrowser } from "../../scripts/press/browser.ts";
import { pageScript } from "../../scripts/press/bundle.ts";
import type { Handbill } from "../../scripts/press/page/main.ts";
import { stylesheets } from "../../scripts/styles/styles.ts";
import { type FormatRow, formats } from "../../scripts/tables/formats.ts";
import { languageRow } from "../../scripts/tables/languages.ts";
import type { Matter } from "../../scripts/types.ts";
import { imagesOf, manuscriptOf } from "./documents.ts";

declare const handbill: Handbill;

/** Where something stands on its page, in CSS px from the page's upper left corner. */
export interface Box {
  /** Number of its page, from 1. */
  page: number;
  /** Side of its page in an open book. */
  side: "left" | "right";
  left: number;
  right: number;
  top: number;
  /** On how many lines it stands. */
  lines: number;
  text: string;
}

/** A text set with the styles of a format, before it is printed. */
export interface SetText {
  /** Boxes of all elements that match, in order. */
  boxes(selector: string): Promise<Box[]>;
  /** Box of the first piece of text like this. */
  words(text: string): Promise<Box>;
  /** Boxes of all pieces of text like this. */
  each(text: string): Promise<Box[]>;
  /** What a property of the first element that matches, or of its pseudo-element, computes to. */
  style(selector: string, property: string, pseudo?: string): Promise<string>;
}

let browser: Promise<Browser> | undefined;
let page: Page | undefined;

/**
 * Sets a text as a build does, without fonts of ours.
 * @param markdown
 *   The text.
 * @param matter
 *   What is known of it; its language decides how pages run.
 * @param format
 *   Name of the format.
 */
export async function setText(
  markdown: string,
  matter: Partial<Matter>,
  format: keyof typeof formats = "booklet",
): Promise<SetText> {
  const read = await readDocument(manuscriptOf(markdown, matter), imagesOf());
  const row: FormatRow = formats[format];
  const { row: language } = languageRow(read.matter.language);
  const { matter: full } = read;
  const styles = stylesheets(row, { paper: "iso", language, status: full.status, matter: full });
  const html = toHtml(composeEdition(read, { format: row, language, styles }));
  const tab = await openTab();
  await tab.emulateMediaType("screen");
  await tab.evaluate(
    async (html, atFoot, sheet, fitting) => {
      handbill.clear();
      if (sheet) await handbill.sheet({ html }, { least: 8, most: 96 });
      else await handbill.pages({ html }, atFoot, fitting);
    },
    html,
    row.notes === "foot",
    row.medium === "sheet",
    { type: row.type, saving: row.saving, fold: row.fold },
  );
  // Pages made up are shown to print only.
  await tab.emulateMediaType("print");
  return {
    boxes: (selector) => tab.evaluate(measure, selector, undefined),
    each: (text) => tab.evaluate(measure, "main *", text),
    words: async (text) => (await tab.evaluate(measure, "main *", text))[0] as Box,
    style: (...asked) => tab.evaluate(computed, ...asked),
  };
}

/** Closes the browser. */
export async function closeBoxes(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
  page = undefined;
}

async function openTab(): Promise<Page> {
  if (page) return page;
  browser = launchBrowser(process.env);
  page = await (await browser).newPage();
  await page.setContent("<!doctype html><title></title>");
  await page.evaluate(await pageScript());
  return page;
}

// These two run in the page.

function computed(selector: string, property: string, pseudo?: string): string {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  return getComputedStyle(element, pseudo).getPropertyValue(property);
}

function measure(selector: string, words: string | undefined): Box[] {
  const pages = [...document.querySelectorAll(".pagedjs_page")];
  return [...document.querySelectorAll(selector)].flatMap((element) =>
    ranges(element, words).map((range) => {
      const sheet = element.closest(".pagedjs_page") ?? document.body;
      const origin = sheet.getBoundingClientRect();
      const { left, right, top } = range.getBoundingClientRect();
      const tops = [...range.getClientRects()].map((rect) => Math.round(rect.top));
      return {
        page: pages.indexOf(sheet) + 1,
        side: sheet.classList.contains("pagedjs_left_page")
          ? ("left" as const)
          : ("right" as const),
        left: left - origin.left,
        right: right - origin.left,
        top: top - origin.top,
        lines: new Set(tops).size,
        text: element.textContent ?? "",
      };
    }),
  );

  function ranges(element: Element, text: string | undefined): Range[] {
    if (text === undefined) {
      const range = document.createRange();
      range.selectNode(element);
      return [range];
    }
    const found: Range[] = [];
    for (const node of element.childNodes) {
      if (!(node instanceof Text)) continue;
      for (let at = node.data.indexOf(text); at >= 0; at = node.data.indexOf(text, at + 1)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        found.push(range);
      }
    }
    return found;
  }
}
