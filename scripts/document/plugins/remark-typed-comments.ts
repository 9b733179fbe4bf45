import type { Paragraph, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";

/** How a comment of Google Docs begins; a space would stand behind what somebody typed. */
const beginning = /^\[([a-z]{1,2})\](?=\S)/u;
const typedFirst = /^\\?\[a\\?\]\S/mu;

/**
 * Says where Google Docs wrote the comments of whoever read along into a text: at its end, each behind its letter, which
 * stands in the text as well, right behind what the comment is about. Lettered paragraphs of a law and notes that somebody
 * typed are called otherwise, or stand elsewhere.
 * @returns
 *   Transform; `markdown-typed`.
 */
export function remarkTypedComments() {
  return (tree: Root, file: VFile): void => {
    if (!typedFirst.test(String(file))) return;
    const start = tree.children.findLastIndex((node) => textOf(node).startsWith("[a]"));
    const tail = tree.children.slice(start);
    const [first] = tail;
    if (start < 1 || !first || !tail.every((node) => node.type === "paragraph")) return;
    const letters = lettersOf(tail as Paragraph[]);
    const text = textOf({ type: "root", children: tree.children.slice(0, start) });
    if (!letters.every((letter, index) => letter === letterAt(index))) return;
    // Behind a figure it is a part of a paragraph of a law: 3[a].
    const isCalled = (letter: string, before: string) =>
      new RegExp(String.raw`${before}\[${letter}\]`, "u").test(text);
    if (!letters.every((letter) => isCalled(letter, String.raw`(?<=\S)`))) return;
    if (!letters.some((letter) => isCalled(letter, String.raw`(?<=[^\s\p{N}])`))) return;
    const what = letters.length === 1 ? "A comment is" : `${letters.length} comments are`;
    complain(
      file,
      "markdown-typed",
      first,
      `${what} printed as typed, from here on: Google Docs writes comments into a text that is saved as .txt`,
      "Delete the comments in Google Docs and save the text again; or take them out here, and their marks such as [a] above. If they are notes for readers, write [^a] in the text and [^a]: before a note.",
    );
  };
}

/** Letters with which lines begin. */
function lettersOf(blocks: readonly Paragraph[]): string[] {
  return blocks
    .flatMap((block) => textOf(block).split("\n"))
    .flatMap((line) => beginning.exec(line)?.[1] ?? []);
}

/** `a` to `z`, then `aa`, `ab`. */
function letterAt(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}
