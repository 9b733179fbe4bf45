import type { Link, Root, RootContent, Text } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import remarkDirective from "remark-directive";
import type { Processor } from "unified";
import type { Node } from "unist";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { type Extension, limitSyntax } from "../../markdown/directive-syntax.ts";
import type { RuleId } from "../../tables/rules.ts";

/** Exactly how our directives are spelled; anything else that looks like one is text and stays text. */
const forms = {
  text: /^:(?:abbr|lang)\[/,
  container: /^:{3,}(?:keep|figure)[ \t]*$/,
  leaf: /^::page-break[ \t]*$/,
};

/**
 * Parses `::page-break`, `:::keep`, `:::figure`, `:lang[phrase]{fr}` and `:abbr[short]{title="in full"}`, and gives
 * them their HTML names.
 * @returns
 *   Transform; warns about a phrase without a usable tag (`language-tag`) and an abbreviation without what it stands
 *   for (`abbreviation-title`), and leaves either as typed.
 */
export function remarkDirectives(this: Processor) {
  remarkDirective.call(this as never);
  limitSyntax(this.data() as { micromarkExtensions?: Extension[] }, forms);
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === "leafDirective") nameLeaf(node);
      if (node.type === "containerDirective") nameContainer(node, file);
      if (node.type === "link") reportLink(node, parent?.children[(index ?? 0) - 1], file);
      if (node.type !== "textDirective" || !parent || index === undefined) return;
      if (nameText(node, file)) return;
      parent.children.splice(index, 1, ...(asTyped(node, file) as typeof parent.children));
      return [SKIP, index];
    });
  };
}

function nameLeaf(node: LeafDirective): void {
  node.data = { hName: "div", hProperties: { className: ["page-break"] } };
}

function nameContainer(node: ContainerDirective, file: VFile): void {
  const source = String(file.value);
  const end = node.position?.end.offset ?? source.length;
  if (!/:::\s*$/.test(source.slice(0, end)))
    complain(
      file,
      "directive-open",
      node,
      `\`:::${node.name}\` has no end, so it holds all that follows`,
      "Put a line with `:::` alone after what belongs to it.",
    );
  if (node.name === "keep") node.data = { hName: "div", hProperties: { className: ["keep"] } };
  else node.data = { hName: "figure" };
}

/** What a directive in a line becomes, or why it can't. */
type Phrase =
  | { hName: string; hProperties: Record<string, string> }
  | { rule: RuleId; reason: string; note: string };

/** The one way to write what stands behind a phrase: the account of words knows no other. */
const tagged = /\]\{(?:lang=)?["']?[a-z\d-]+["']?\}$/i;
const titled = /\]\{title=(?:"[^"\n]+"|'[^'\n]+')\}$/;

const phrases: Record<string, (attributes: Record<string, string>, source: string) => Phrase> = {
  lang(attributes, source) {
    const tag = attributes.lang ?? Object.keys(attributes).join(" ");
    const known = isLanguageTag(tag);
    if (known && tagged.test(source)) return { hName: "span", hProperties: { lang: tag } };
    const wrong = known
      ? `“${tag}” should stand alone between the braces`
      : `“${tag}” is not a language tag`;
    return {
      rule: "language-tag",
      reason: tag ? wrong : "This phrase doesn't say its language",
      note: "Write the tag after it, for example `:lang[bon voyage]{fr}`.",
    };
  },
  abbr({ title = "" }, source) {
    if (titled.test(source) && title.trim())
      return { hName: "abbr", hProperties: { title: title.trim() } };
    return {
      rule: "abbreviation-title",
      reason: "This abbreviation doesn't say what it stands for",
      note: 'Write it out after it, for example `:abbr[UN]{title="United Nations"}`.',
    };
  },
};

/** Whoever writes a phrase as links are written has a link. */
function reportLink(link: Link, before: Node | undefined, file: VFile): void {
  const [, name = ""] =
    (before?.type === "text" && /:(abbr|lang)$/.exec((before as Text).value)) || [];
  const wrong = phrases[name]?.({}, "");
  if (!wrong || !("rule" in wrong)) return;
  complain(file, wrong.rule, link, `${wrong.reason} between braces, so this is a link`, wrong.note);
}

/** Gives a phrase its name in HTML; `false` when it lacks what it needs. */
function nameText(node: TextDirective, file: VFile): boolean {
  const { attributes, name, position } = node;
  const source = String(file.value).slice(position?.start.offset, position?.end.offset);
  const phrase = phrases[name]?.((attributes ?? {}) as Record<string, string>, source);
  if (phrase && "rule" in phrase) complain(file, phrase.rule, node, phrase.reason, phrase.note);
  if (!phrase || "rule" in phrase) return false;
  node.data = phrase;
  return true;
}

/** The characters of a directive around its content, as text. */
function asTyped(node: TextDirective, file: VFile): RootContent[] {
  const { children, position } = node;
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  const first = children[0]?.position?.start.offset ?? end;
  const last = children.at(-1)?.position?.end.offset ?? end;
  const text = (from: number, to: number): RootContent[] => {
    // What a line begins with in a quotation or a list is none of it.
    const value = String(file.value)
      .slice(from, to)
      .replaceAll(/(?<=\n)[ \t>]+/g, "");
    return value ? [{ type: "text", value, position }] : [];
  };
  return [...text(start, first), ...children, ...text(last, end)];
}

/** Whether a string is a well-formed BCP 47 tag. */
function isLanguageTag(tag: string): boolean {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
