import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import type { LanguageRow } from "../../languages/language.ts";
import { plainDigits } from "../../words/plain-digits.ts";
import { hasNode } from "../nodes/has-node.ts";
import { isDate, saysWhen } from "../typed/day-line.ts";
import { partOpening } from "../typed/opening.ts";
import { partOpeningLines } from "../typed/opening-lines.ts";
import { isOrganisations } from "../typed/organisations-line.ts";
import { isShort, isText, isTitle, wordsOf } from "../typed/title-line.ts";
import { typedOf } from "../typed/typed.ts";
import { isMidSentence } from "../typed/wrapping.ts";
import { yearsIn } from "../typed/years-in.ts";

/** Options of `remarkTypedTitle`. */
export interface TypedTitleOptions {
  /** Whether the title is known already, as from front matter; nothing is then recognised. */
  titled: boolean;
  /** Whether the organisations are known already; a line of them then stays text. */
  organised?: boolean;
  /** Languages whose names for days and months are known: a date is no title, and who meets at noon is no organisation. */
  languages?: readonly LanguageRow[];
}

/** Width within which a date, or the next word, had room beside the title, where nothing in the text is wrapped. */
const short = 60;
/** Blocks below the first in which a letter greets. */
const opening = 5;

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
  const when = (line: string) => saysWhen(line, languages);
  return (tree: Root, file: VFile): undefined => {
    if (options.titled || hasNode<Nodes>(tree, ({ type }) => type === "heading")) return;
    const isNames = (node: RootContent): node is Paragraph => {
      const below = tree.children.slice(2);
      return isOrganisations(node, below, languages[0]?.tag ?? "") && !when(wordsOf(node));
    };
    const isTold = partManyLines(tree, String(file), when);
    const [, below] = tree.children;
    if (!options.organised && below && isText(below)) partTwoLines(tree, String(file), isNames);
    partTwoLines(tree, String(file), (node) => isDated(node) || when(wordsOf(node)), short);
    const [first, second, third] = tree.children;
    if (!second || first?.type !== "paragraph" || !(isTold || isTitle(first))) return;
    if (isDate(wordsOf(first), languages)) return;
    const typed = typedOf(file);
    const children = titleContent(first, String(file));
    typed.title = { children, position: first.position };
    tree.children[0] = { ...first, type: "heading", depth: 1, children };
    let recognised = `“${wordsOf(first)}” as the title`;

    if (!options.organised && isNames(second) && third && isText(third)) {
      typed.organisations = { text: wordsOf(second), position: second.position };
      tree.children.splice(1, 1);
      recognised += ` and “${wordsOf(second)}” as the organisations`;
    }
    complain(file, "typed-title", first.position, `Recognised ${recognised}`);
  };
}

/** Parts an opening of many lines, unless a greeting below says that it is over a letter; tells whether it was one. */
function partManyLines({ children }: Root, value: string, when: (line: string) => boolean) {
  const [first, ...below] = children;
  if (first?.type !== "paragraph" || isLetter(below.slice(0, opening))) return false;
  const [title, others] = partOpeningLines(first, value, when) ?? [];
  if (title) children.splice(0, 1, title, ...(others ? [others] : []));
  return title !== undefined;
}

/** Whether somebody is greeted, and told something below: what ends in a comma at the end of a text is a farewell. */
function isLetter(blocks: readonly RootContent[]): boolean {
  return blocks.some((node, index) => {
    const next = blocks[index + 1];
    return isGreeting(node) && next !== undefined && isText(next);
  });
}

function isGreeting(node: RootContent): boolean {
  return isShort(node) && /^\S+(?:\s\S+){0,5}[,:،：]$/u.test(wordsOf(node));
}

/** Gives a line right under the title, of organisations or with a date, a paragraph of its own. */
function partTwoLines(
  tree: Root,
  value: string,
  isApart: (line: Paragraph) => boolean,
  least = 0,
): void {
  const [first, second] = tree.children;
  if (!second || !isTitle(first)) return;
  const [title, line] = partOpening(first, value, least) ?? [];
  if (title && line && isTitle(title) && isApart(line)) tree.children.splice(0, 1, title, line);
}

// “March 12, 2024”, “Adopted on 14 October 2023”; “in 2024” goes on with the title.
function isDated(node: Paragraph): boolean {
  const text = wordsOf(node);
  return yearsIn(plainDigits(text)).length > 0 && /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text);
}

/** A title on one line, but for a line that was ended on purpose. */
function titleContent(title: Paragraph, value: string): PhrasingContent[] {
  // One word alone may be what had no room.
  const least = /\s\S+\s+\S+\s*$/u.test(lastLine(title)) ? short : 0;
  const [one, two] = partOpening(title, value, least) ?? [];
  if (!one || !two || isMidSentence(textOf(one), textOf(two))) return onOneLine(title.children);
  const content = onOneLine(one.children);
  const last = content.at(-1);
  // Where the title is told in one line, as in a bookmark, words stay apart.
  if (last?.type === "text") content.splice(-1, 1, { ...last, value: `${last.value.trimEnd()} ` });
  return [...content, { type: "break" }, ...onOneLine(two.children)];
}

function lastLine(title: Paragraph): string {
  return `\n${textOf(title)
    .trimEnd()
    .split(/[\n\u2028]/u)
    .at(-1)}`;
}

function onOneLine(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child) =>
    child.type === "text"
      ? { ...child, value: child.value.replace(/\s*[\n\u2028]\s*/gu, " ") }
      : child,
  );
}
