import type { Element, ElementContent, Root as HastRoot } from "hast";
import { h } from "hastscript";
import type { LanguageRow } from "../../languages/language.ts";
import { copyTree } from "../../markdown/copy-tree.ts";
import type { FormatRow } from "../../tables/formats.ts";
import type { Document } from "../../types.ts";
import { rehypeHyphens } from "../plugins/rehype-hyphens.ts";
import { rehypeScrollers } from "../plugins/rehype-scrollers.ts";
import { rehypeWholeWords } from "../plugins/rehype-whole-words.ts";
import { contentsOf } from "./contents.ts";
import { linksOf } from "./links.ts";
import { notesOf } from "./notes.ts";
import { titleBlock } from "./title-block.ts";

/** What a page is composed for. */
export interface EditionOptions {
  /** Row of the format table. */
  format: FormatRow;
  /** Row of the document's language: words and direction. */
  language: LanguageRow;
  /** CSS texts in the order of the cascade: for Paged.js and the browser, and for the browser alone. */
  styles: {
    paged: readonly string[];
    plain: readonly string[];
    /** Rules that bring the fonts, in a `style[data-faces]` of their own: a press has read them before. */
    faces?: string | undefined;
  };
}

/**
 * Composes the whole HTML page of an edition: head, title block, contents, text, notes, addresses.
 * @param document
 *   The document; not changed.
 * @param options
 *   Format, language, styles.
 * @returns
 *   hast of a whole page, as ARCHITECTURE.md says under “The HTML between the halves”.
 */
export function composeEdition(document: Document, options: EditionOptions): HastRoot {
  const { format, language } = options;
  const { matter } = document;
  const body = copyTree(document.body.children) as ElementContent[];
  const main = h("main", { lang: matter.language, dir: language.direction }, [
    titleBlock(document, options),
    contentsOf(document, options),
    ...body,
    notesOf(document, options),
    linksOf(document, options),
  ]);
  if (format.hyphens !== "none") rehypeHyphens({ language, where: format.hyphens })(main);
  if (format.medium === "screen") rehypeScrollers({ title: titleOf(document) })(main);
  rehypeWholeWords()(main);
  const page = h("html", { lang: matter.language }, [
    headOf(document, options),
    h("body", { className: [format.style], dataStatus: matter.status }, [main]),
  ]);
  return { type: "root", children: [{ type: "doctype" }, page] };
}

function headOf(document: Document, { styles }: EditionOptions): Element {
  const { matter } = document;
  const by = [...matter.authors, ...matter.organisations].join(", ");
  const meta = (name: string, content: string | undefined) =>
    content ? [h("meta", { name, content })] : [];
  const style = (properties: Record<string, string>) => (css: string) =>
    h("style", properties, css);
  return h("head", [
    h("meta", { charset: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("title", titleOf(document)),
    ...meta("author", by),
    ...meta("description", matter.description),
    ...styles.paged.map(style({})),
    // Paged.js reads every style sheet again by itself; these are none of its business.
    ...(styles.faces === undefined
      ? []
      : [style({ "data-pagedjs-ignore": "", "data-faces": "" })(styles.faces)]),
    ...styles.plain.map(style({ "data-pagedjs-ignore": "" })),
  ]);
}

function titleOf({ manuscript, matter }: Document): string {
  return matter.title || manuscript.work.id;
}
