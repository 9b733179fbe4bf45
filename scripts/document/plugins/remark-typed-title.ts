import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";
import type { LanguageRow } from "../../languages/language.ts";
import { isDate, saysWhen } from "../typed/day-line.ts";
import { partOpening } from "../typed/opening.ts";
import { isOpeningHeading } from "../typed/opening-words.ts";
import { typedOf } from "../typed/typed.ts";

/** Options of `remarkTypedTitle`. */
export interface TypedTitleOptions {
  /** Whether the title is known already, as from front matter; nothing is then recognised. */
  titled: boolean;
  /** Whether the organisations are known already; a line of them then stays text. */
  organised?: boolean;
  /** Languages whose names for days and months are known: a date is no title, and who meets at noon is no organisation. */
  languages?: readonly LanguageRow[];
}

const longest = 120;
const finalStop = /[.,;:…。，；：।۔።։]$/u;
const finalPunctuation = /[.,;:!?…。！？؟，；：।۔።։]$/u;
// The point of “Inc.” ends no sentence.
const company = /(?<=[\s,](?:inc|ltd|co|corp|assn|e\.\s?v))\.$/iu;
const year = /(?<!\p{N})(?:19|20)\d\d(?!\p{N})/u;
const item = /^[§¶•·–—-]/u;
const inline = new Set(["text", "emphasis", "strong", "footnoteReference", "delete"]);

/**
 * Takes the opening lines of a manuscript without headings for its title and organisations. Runs
 * after `remarkTypedStatus`, which takes a status off the first line.
 * @param options
 *   Whether the title is known.
 * @returns
 *   Transform; the title becomes a heading, the organisations leave the tree for `file.data.typed`.
 */
export function remarkTypedTitle(options: TypedTitleOptions) {
  const languages = options.languages ?? [];
  const isNames = (node: RootContent): node is Paragraph => {
    return isOrganisations(node) && !saysWhen(wordsOf(node), languages);
  };
  return (tree: Root, file: VFile): undefined => {
    if (options.titled || hasHeading(tree)) return;
    const [, below] = tree.children;
    if (!options.organised && below && isText(below)) partOpeningLines(tree, String(file), isNames);
    partOpeningLines(tree, String(file), (node) => {
      return isDated(node) || saysWhen(wordsOf(node), languages);
    });
    const [first, second, third] = tree.children;
    if (!second || !isTitle(first) || isDate(wordsOf(first), languages)) return;
    const typed = typedOf(file);
    const title: Heading = {
      ...first,
      type: "heading",
      depth: 1,
      children: onOneLine(first.children),
    };
    typed.title = { children: title.children, position: first.position };
    tree.children[0] = title;
    let recognised = `“${wordsOf(first)}” as the title`;

    if (!options.organised && isNames(second) && third && isText(third)) {
      typed.organisations = { text: wordsOf(second), position: second.position };
      tree.children.splice(1, 1);
      recognised += ` and “${wordsOf(second)}” as the organisations`;
    }
    complain(file, "typed-title", first.position, `Recognised ${recognised}`);
  };
}

/** Gives a line right under the title, of organisations or with a date, a paragraph of its own. */
function partOpeningLines(tree: Root, value: string, isApart: (line: Paragraph) => boolean): void {
  const [first, second] = tree.children;
  if (!second || !isTitle(first)) return;
  const [title, line] = partOpening(first, value) ?? [];
  if (title && line && isTitle(title) && isApart(line)) tree.children.splice(0, 1, title, line);
}

// “March 12, 2024”, “Adopted on 14 October 2023”; “in 2024” goes on with the title.
function isDated(node: Paragraph): boolean {
  const text = wordsOf(node);
  return year.test(text) && /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text);
}

function hasHeading(tree: Root): boolean {
  let found = false;
  visit(tree, "heading", () => {
    found = true;
  });
  return found;
}

function isTitle(node: RootContent | undefined): node is Paragraph {
  if (!isShort(node) || !isPlain(node)) return false;
  const text = wordsOf(node).replace(company, "");
  return !finalStop.test(text) && !item.test(text);
}

// Names: most of their longer words begin with a capital, in scripts that have capitals, and of several two at least.
function isOrganisations(node: RootContent): node is Paragraph {
  if (!isShort(node) || node.children.some((child) => child.type !== "text")) return false;
  const text = wordsOf(node).replace(company, "");
  if (finalPunctuation.test(text) || year.test(text)) return false;
  if (
    textOf(node)
      .split(/[\n\u2028]/u)
      .some((line) => isOpeningHeading(line.trim()))
  )
    return false;
  const words = text.match(/\p{L}{4,}|\p{Lo}{2,}/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  const begun = text.match(/(?<![\p{L}\p{M}'’])\p{Lu}/gu) ?? [];
  if (/\p{Ll}/u.test(text) && begun.length < 2 && /\s\S+\s/u.test(text)) return false;
  return words.length > 0 && small.length * 3 <= words.length;
}

function isShort(node: RootContent | undefined): node is Paragraph {
  if (node?.type !== "paragraph") return false;
  const text = textOf(node).trim();
  const lines = text.split(/[\n\u2028]/u);
  return /\p{L}/u.test(text) && text.length <= longest && lines.length <= 2;
}

function isPlain(node: Paragraph): boolean {
  return node.children.every((child) => inline.has(child.type));
}

// The text proper: a whole sentence or more.
function isText(node: RootContent): boolean {
  if (node.type !== "paragraph") return false;
  const text = wordsOf(node);
  return text.length > longest || /[.:!?…。！？؟]["”’»)]?$/u.test(text);
}

function wordsOf(node: Paragraph): string {
  return textOf(node).replace(/\s+/gu, " ").trim();
}

function onOneLine(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child) =>
    child.type === "text"
      ? { ...child, value: child.value.replace(/\s*[\n\u2028]\s*/gu, " ") }
      : child,
  );
}
