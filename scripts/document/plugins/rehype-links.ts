import type { Element, Nodes, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { Position } from "unist";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { vagueLinks } from "../../tables/vague-links.ts";
import { breakable, isAddress } from "../links/address.ts";
import { falseAddress } from "../links/false-address.ts";
import { type Judged, judgeLink } from "../links/judge-link.ts";
import { mixedHost } from "../links/mixed-host.ts";
import { hasNode } from "../nodes/has-node.ts";

/**
 * Keeps links that lead somewhere; any other is printed as plain text.
 * @param options
 *   `language`: BCP 47 tag of the text.
 * @returns
 *   Transform; `link-dead`, `link-target`, `link-no-words`, `link-vague`, `link-differs` and `link-title`, once a link.
 */
export function rehypeLinks(options: { language: string }) {
  const [language = ""] = options.language.toLowerCase().split("-");
  const vague = new Set(vagueLinks[language]);
  return (tree: Root, file: VFile): void => {
    const ids = uniqueIds(tree);
    const keep = (link: Told, href: string) => {
      const { node } = link;
      node.properties.href = href;
      if (vague.has(plain(textOf(node)))) reportVague(link);
      reportFalse(link, href);
      reportTitle(link, href);
      if (isAddress(textOf(node), href) && node.children[0]?.type === "text") spellAddress(node);
    };
    let place: Position | undefined;
    visit(tree, "element", (node, index, parent) => {
      // What a reader of broken HTML has made anew has no place; what stands before it has.
      place = node.position ?? place;
      if (node.tagName !== "a" || !parent || index === undefined) return;
      const { href } = node.properties;
      if (href === undefined) {
        node.tagName = "span";
        return;
      }
      const leads = hasWords(node) ? judgeLink(String(href), ids) : wordless;
      if ("href" in leads) {
        keep({ node, place, file }, leads.href);
        return SKIP;
      }
      const words = shown(node);
      complain(file, leads.rule, place, `${words && `“${words}” `}${leads.reason}`, leads.note);
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    });
  };
}

const wordless: Judged = {
  rule: "link-no-words",
  reason: "This link has no words, so nobody can read or hear where it leads; it is left out",
  note: "Say between the square brackets where it leads.",
};

/** Longest address of mail that is kept in one line, as numbers are: more would not fit the narrowest column. */
const wholeAddress = 24;

/** Lets an address break, and names the link by it in one piece: browsers put a space at each break. */
function spellAddress(link: Element): void {
  const address = textOf(link);
  link.children = breakable(address);
  if (link.children.length > 1) link.properties.ariaLabel = address;
  if (address.includes("@") && address.length <= wholeAddress)
    link.properties.className = ["number"];
}

/** Words in small letters, without signs before and behind them. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, "")
    .replace(/\s+/gu, " ");
}

/** A link to be told of. */
interface Told {
  node: Element;
  place: Position | undefined;
  file: VFile;
}

/** Longest words of a link in a message, in characters: broken HTML makes links of whole pages. */
const longest = 80;

function shown(link: Element): string {
  const words = textOf(link).replace(/\s+/g, " ").trim();
  return words.length > longest ? `${words.slice(0, longest).trim()}…` : words;
}

function reportVague({ node, place, file }: Told): void {
  complain(
    file,
    "link-vague",
    place,
    `“${shown(node)}” doesn't say where this link leads, to who hears it alone or reads it on paper`,
    "Make the words that name it the link, such as `[minutes of the March meeting](…)`.",
  );
}

function reportFalse({ node, place, file }: Told, href: string): void {
  if (href.startsWith("#")) return;
  const leadsTo = falseAddress(textOf(node), href);
  const mixed = mixedHost(href);
  if (mixed)
    complain(
      file,
      "link-differs",
      place,
      `“${shown(node)}” leads to ${mixed.host}, whose name mixes ${mixed.scripts} letters that look alike`,
      "Type the address again by hand: somebody may have made it to look like another.",
    );
  if (leadsTo === undefined) return;
  complain(
    file,
    "link-differs",
    place,
    `“${shown(node)}” leads to ${leadsTo}, and does not look so`,
    "Show the address that it leads to, or words that say what is there; correct the address if it is wrong.",
  );
}

/** What a link's title says shows where a mouse rests on it, never on paper. */
function reportTitle({ node, place, file }: Told, href: string): void {
  const title = String(node.properties.title ?? "").trim();
  if (title === "" || plain(title) === plain(textOf(node)) || isAddress(title, href)) return;
  complain(
    file,
    "link-title",
    place,
    `“${title}” shows on screens only, where a mouse rests on this link`,
    "Put it into the text if readers of paper need it.",
  );
}

/** Whether there is something to follow: words, or a picture, whose description is judged with pictures, if it needs one. */
function hasWords(link: Element): boolean {
  const isTold = (node: Nodes) =>
    node.type === "element" && node.tagName === "img" && node.properties.alt !== "";
  return textOf(link).trim() !== "" || hasNode<Nodes>(link, isTold);
}

/** Ids of the tree; a second element of the same id loses it. */
function uniqueIds(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, "element", ({ properties }: Element) => {
    const { id } = properties;
    if (typeof id !== "string") return;
    if (ids.has(id)) delete properties.id;
    ids.add(id);
  });
  return ids;
}
