import type { PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { type StatusName, statuses } from "../../tables/statuses.ts";
import { extentOf } from "./extent-of.ts";
import { paragraphOf } from "./paragraph-of.ts";
import { projectWords, type StatusWords, statusOf } from "./status-line.ts";

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
 * Asks about what may be the status of a text whose first line is none.
 * @param tree
 *   The text.
 * @param line
 *   What its first line holds.
 * @param statusWords
 *   Words for statuses in every language.
 * @param file
 *   Gets `status-doubtful`.
 */
export function doubtStatus(
  tree: Root,
  line: PhrasingContent[],
  statusWords: StatusWords,
  file: VFile,
): void {
  const [first] = tree.children;
  if (first && doubtEnd(first, statusWords, file)) return;
  doubtDraft(line, statusWords, file);
  doubtLater(tree, statusWords, file);
}

/** Asks about a status in brackets at the end of a title, as in “Bylaws (draft)”; tells whether there is one. */
function doubtEnd(first: RootContent, statusWords: StatusWords, file: VFile): boolean {
  const text = textOf(first).normalize("NFC").trim();
  const [bracketed, inside = ""] = bracketsAtEnd.exec(text) ?? [];
  const status = statusOf(inside, statusWords);
  if (text.length > longestTitle || !isMarked(status)) return false;
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
function doubtDraft(children: PhrasingContent[], statusWords: StatusWords, file: VFile): void {
  const text = textOf(paragraphOf(children)).normalize("NFC").trim();
  const [word = ""] = /^[\p{L}\p{M}]+/u.exec(text) ?? [];
  if (text.length > longestTitle || /[.!?:;,]$/u.test(text)) return;
  if (statusWords[word.toLowerCase()] !== "draft") return;
  if (projectWords.has(word.toLowerCase()) && !/^\p{L}+\s*[–—:-]\s/u.test(text)) return;
  complain(
    file,
    "status-doubtful",
    extentOf(children).position,
    `The text begins with “${word}”, but nothing says that it is one, and it prints without a mark`,
    "Put `status: draft` into its front matter, or `status: final` if it is no draft.",
  );
}

/** A status on a line of its own below the first may be one, or a heading of the text's. */
function doubtLater({ children }: Root, statusWords: StatusWords, file: VFile): void {
  for (const [index, node] of children.entries()) {
    if (node.type !== "paragraph") continue;
    const whole = textOf(node).trim();
    // Right under the title it stands in one paragraph with it.
    const at = index === 0 ? statusBelow(whole, statusWords) : 0;
    const line = sourceLines(whole)[at]?.trim() ?? "";
    const status = at < 0 ? undefined : statusOf(index === 0 ? line : whole, statusWords);
    if (!isMarked(status)) continue;
    const isOuter = index <= opening || index >= children.length - closing;
    if (!isOuter && !(status === "draft" && setOff.test(line))) continue;
    const { start } = node.position ?? {};
    complain(
      file,
      "status-doubtful",
      start && at > 0 ? { line: start.line + at, column: 1 } : node,
      `“${line}” is not on the first line, so it is text, and the text prints without a mark`,
      `Put \`status: ${status}\` into its front matter, or the line above all others.`,
    );
    return;
  }
}

/** Index of the line of an opening paragraph, below its first, that says a status; -1: none does. */
function statusBelow(text: string, statusWords: StatusWords): number {
  const isTitle = text.length <= longestTitle;
  return sourceLines(text).findIndex((line, index) => {
    return isTitle && index > 0 && isMarked(statusOf(line, statusWords));
  });
}

function isMarked(status: StatusName | undefined): boolean {
  return status !== undefined && statuses[status].marked;
}
