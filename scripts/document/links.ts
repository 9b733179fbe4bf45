import type { Element, ElementContent, Root as HastRoot } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h, s } from "hastscript";
import { visit } from "unist-util-visit";
import { encode } from "uqr";
import type { LanguageRow } from "../languages/language.ts";
import type { FormatRow } from "../tables/formats.ts";
import type { Document } from "../types.ts";
import { breakable, isAddress } from "./address.ts";
import { generated } from "./generated.ts";

/**
 * The list of outside addresses that a reader of paper can't see in the text.
 * @param document
 *   The document; `matter.qr` asks for a code beside each address.
 * @param options
 *   Format, whose row says whether it has the list, and language.
 * @returns
 *   `section.links`, each address once, in order; `undefined` when there is nothing to list.
 */
export function linksOf(
  document: Document,
  { format, language }: { format: FormatRow; language: LanguageRow },
): Element | undefined {
  if (format.links === "none") return undefined;
  const links = outsideLinks(document);
  if (links.size === 0) return undefined;
  return h("section.links", { dataGenerated: "", ariaLabelledBy: "links" }, [
    h("h2", { id: "links", ...generated(language) }, language.words.links),
    h(
      "ol",
      [...links].map(([href, text]) => itemOf(href, text, document.matter.qr)),
    ),
  ]);
}

/** Words of the first link to each address whose words aren't the address. */
function outsideLinks({ body, notes, title }: Document): Map<string, string> {
  const links = new Map<string, string>();
  const parts = [title, body, ...notes.map((note) => note.content)];
  for (const part of parts.filter((part): part is HastRoot => part !== undefined))
    visit(part, "element", (node) => {
      const href = String(node.properties.href ?? "#");
      const text = textOf(node).replace(/\s+/g, " ").trim();
      if (node.tagName !== "a" || href.startsWith("#") || isAddress(text, href)) return;
      if (!links.has(href)) links.set(href, text);
    });
  return links;
}

function itemOf(href: string, text: string, qr: boolean): Element {
  const address = href.replace(/^(?:mailto|tel):/, "");
  return h("li", [
    text ? h("span", [h("bdi", text), ": "]) : undefined,
    h("a", { href, dir: "ltr" }, breakable(address)),
    qr ? codeOf(href) : undefined,
  ]);
}

/** A QR code as one path; the address beside it says the same, so it is hidden from screen readers. */
function codeOf(href: string): ElementContent {
  const { data, size } = encode(href, { border: 4 });
  const cells = data.flatMap((row, y) => {
    const line = row.map((dark) => (dark ? "#" : " ")).join("");
    return [...line.matchAll(/#+/g)].map(
      ({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`,
    );
  });
  const properties = { viewBox: `0 0 ${size} ${size}`, ariaHidden: "true" };
  return s("svg.qr", properties, [s("path", { d: cells.join(""), fill: "currentColor" })]);
}
