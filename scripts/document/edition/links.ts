import type { Element, ElementContent, Root as HastRoot } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h, s } from "hastscript";
import { visitParents } from "unist-util-visit-parents";
import { encode } from "uqr";
import type { LanguageRow } from "../../languages/language.ts";
import type { FormatRow } from "../../tables/formats.ts";
import type { Document } from "../../types.ts";
import { plainDigits } from "../../words/plain-digits.ts";
import { breakable, isAddress } from "../links/address.ts";
import { generated } from "../nodes/generated.ts";
import { wordsAlone } from "../nodes/words-alone.ts";

/** Digits of a number that a town still has; fewer are an extension, or no number at all. */
const shortestNumber = 5;

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
      [...links].map(([href, words]) => itemOf(href, words, document.matter.qr)),
    ),
  ]);
}

/** Words of a link, and the language of what they stand in. */
interface Words {
  nodes: ElementContent[];
  lang?: string | undefined;
}

/** Words of the first link to each address whose words aren't the address. */
function outsideLinks({ body, notes, title }: Document): Map<string, Words> {
  const links = new Map<string, Words>();
  const parts = [title, body, ...notes.map((note) => note.content)];
  for (const part of parts.filter((part): part is HastRoot => part !== undefined))
    visitParents(part, "element", (node, ancestors) => {
      const href = String(node.properties.href ?? "#");
      if (node.tagName !== "a" || href.startsWith("#") || isSaid(textOf(node), href)) return;
      if (links.has(href)) return;
      const around = [...ancestors, node].findLast(
        (one) => one.type === "element" && one.properties.lang,
      ) as Element | undefined;
      const lang = around && String(around.properties.lang);
      links.set(href, { nodes: wordsAlone(node), lang });
    });
  return links;
}

/** Whether words say their address: as it stands, or a telephone number in whatever digits, without what is dialled abroad. */
function isSaid(words: string, href: string): boolean {
  if (!href.startsWith("tel:")) return isAddress(words, href);
  const said = dialled(words).replace(/^0+/, "");
  return said.length >= shortestNumber && dialled(href).endsWith(said);
}

function dialled(text: string): string {
  return plainDigits(text).replace(/[^0-9]/g, "");
}

function itemOf(href: string, { nodes, lang }: Words, qr: boolean): Element {
  const address = href.replace(/^(?:mailto|tel):/, "");
  return h("li", [
    nodes.length > 0 ? h("span", [h("bdi", { lang }, nodes), ": "]) : undefined,
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
