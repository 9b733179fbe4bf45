import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";
import type { StatusName } from "../../tables/statuses.ts";
import { isIndentedCode } from "../typed/indented-code.ts";
import { joinLines, linesOf } from "../typed/lines.ts";
import { partOpening } from "../typed/opening.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { projectWords, statusOf, undressed } from "../typed/status-line.ts";
import { typedOf } from "../typed/typed.ts";

/** Options of `remarkTypedStatus`. */
export interface TypedStatusOptions {
  /** Words for statuses in every supported language, lower case, and the status each names. */
  statusWords: Readonly<Record<string, StatusName>>;
  /** Whether the status is said elsewhere. */
  given: boolean;
}

const bracketsAtEnd = /[([（［【〔]([^()（）]{1,40})[)\]）］】〕]$/u;
// Characters. What is longer is a paragraph.
const longestTitle = 120;
/** Blocks below the first that may be of the opening: title, organisations, a date, whom it is for. */
const opening = 6;
/** Blocks at the end where the foot of a page may say it. */
const closing = 2;
// Elsewhere it may head a section, unless it is set off.
const setOff = /^(?:[^\p{Ll}]*\p{Lu}[^\p{Ll}]*|[[(（【].*[\])）】])$/u;

/**
 * Takes a first line such as `DRAFT` or `Draft - not for distribution` for the status. Runs after
 * `remarkTypedNotes`, so that a mark on it is a footnote reference already.
 * @param options
 *   Words for statuses.
 * @returns
 *   Transform; the line leaves the tree for `file.data.typed`.
 */
export function remarkTypedStatus(options: TypedStatusOptions) {
  return (tree: Root, file: VFile): undefined => {
    const [first] = tree.children;
    const source = sourceOf(String(file));
    const content = first && contentOf(first, source);
    if (!content) return;
    const [line, ...rest] = linesOf(content, source);
    if (!line || line.children.length === 0) return;
    const status = statusOf(
      textOf({ type: "paragraph", children: line.children }),
      options.statusWords,
    );
    if (status === undefined) {
      if (!options.given && warnOfEnd(first, options, file)) return;
      if (!options.given) warnOfDraft(line.children, options, file);
      if (!options.given) warnOfLater(tree, options, file);
      return;
    }
    if (first.type !== "paragraph" && first.type !== "heading" && rest.length > 0) return;
    const isTitle = first.type === "heading" || rest.length > 0;
    const isOwn = first.type === "paragraph" && partOpening(first, String(file)) !== undefined;
    if (isTitle && !isOwn && !isBare(line.children, options)) return;

    const position = positionOf(line.children);
    const note = line.children.find((child) => child.type === "footnoteReference");
    const children = line.children.filter((child) => child !== note && child.type !== "html");
    const label = textOf({ type: "paragraph", children }).trim();
    const typed = typedOf(file);
    typed.status = status;
    typed.statusLabel = { children, position };
    if (note) typed.statusNote = note.identifier;
    tree.children.splice(0, 1, ...(rest.length ? [paragraph(joinLines(rest))] : []));
    complain(file, "typed-status", position, `Recognised “${label}” as the status ${status}`);
  };
}

/** What a text begins with: a line set off by an indent, or as a quotation, may be its status as well. */
function contentOf(first: RootContent, source: Source): readonly PhrasingContent[] | undefined {
  if (first.type === "paragraph" || first.type === "heading") return first.children;
  const [only, ...others] = first.type === "blockquote" ? first.children : [];
  if (only?.type === "paragraph" && others.length === 0) return only.children;
  if (!isIndentedCode(first, source)) return undefined;
  const { value, position } = first;
  return [{ type: "text", value: value.trim(), ...(position && { position }) }];
}

/** Asks about a status in brackets at the end of a title, as in “Bylaws (draft)”; tells whether there is one. */
function warnOfEnd(first: RootContent, { statusWords }: TypedStatusOptions, file: VFile): boolean {
  const text = textOf(first).normalize("NFC").trim();
  const [bracketed, inside = ""] = bracketsAtEnd.exec(text) ?? [];
  const status = statusOf(inside, statusWords);
  if (text.length > longestTitle || (status !== "draft" && status !== "review")) return false;
  complain(
    file,
    "status-doubtful",
    first,
    `“${bracketed}” ends the title and is part of it, so the text prints without a mark`,
    `Put \`status: ${status}\` into its front matter, or the words on a line above the title.`,
  );
  return true;
}

/** A title such as “Draft resolution” may be that of a draft, or of what is final. */
function warnOfDraft(
  children: PhrasingContent[],
  { statusWords }: TypedStatusOptions,
  file: VFile,
): void {
  const text = textOf({ type: "paragraph", children }).normalize("NFC").trim();
  const [word = ""] = /^[\p{L}\p{M}]+/u.exec(text) ?? [];
  if (text.length > longestTitle || /[.!?:;,]$/u.test(text)) return;
  if (statusWords[word.toLowerCase()] !== "draft") return;
  if (projectWords.has(word.toLowerCase()) && !/^\p{L}+\s*[–—:-]\s/u.test(text)) return;
  complain(
    file,
    "status-doubtful",
    positionOf(children),
    `The text begins with “${word}”, but nothing says that it is one, and it prints without a mark`,
    "Put `status: draft` into its front matter, or `status: final` if it is no draft.",
  );
}

/** A status on a line of its own below the first may be one, or a heading of the text's. */
function warnOfLater({ children }: Root, { statusWords }: TypedStatusOptions, file: VFile): void {
  for (const [index, node] of children.entries()) {
    if (node.type !== "paragraph" || index === 0) continue;
    const line = textOf(node).trim();
    const status = statusOf(line, statusWords);
    if (status === undefined || status === "final") continue;
    const isOuter = index <= opening || index >= children.length - closing;
    if (!isOuter && !(status === "draft" && setOff.test(line))) continue;
    complain(
      file,
      "status-doubtful",
      node,
      `“${line}” is not on the first line, so it is text, and the text prints without a mark`,
      `Put \`status: ${status}\` into its front matter, or the line above all others.`,
    );
    return;
  }
}

// A heading, or a line that runs on to the next, has to be the word alone.
function isBare(children: PhrasingContent[], { statusWords }: TypedStatusOptions): boolean {
  const text = undressed(textOf({ type: "paragraph", children })).replace(/[^\p{L}\p{M}\s]/gu, "");
  return Object.hasOwn(statusWords, text.trim().toLowerCase());
}

function paragraph(children: PhrasingContent[]): Paragraph {
  const position = positionOf(children);
  return { type: "paragraph", children, ...(position && { position }) };
}

function positionOf(children: readonly PhrasingContent[]) {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return start && end ? { start, end } : undefined;
}
