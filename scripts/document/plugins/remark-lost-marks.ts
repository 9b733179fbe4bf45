import type { Paragraph, Root } from "mdast";
import { EXIT, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";

/** A way of writing that means a heading, a list, a table or a directive, and that Markdown takes for text. */
interface Lost {
  /** How its lines begin or, for a table, are. */
  line: RegExp;
  /** How many such lines follow each other, at least. */
  atLeast: number;
  /** Whether it means that only in the first line of the text. */
  first?: true;
  /** What is wrong, after “This is printed as typed:”. */
  why: string;
  /** What to do. */
  note: string;
}

const heading = {
  atLeast: 1,
  why: "a space is missing after the number signs",
  note: "Write a heading with a space, ## Heading.",
};
const table = {
  why: "under the first line of a table belongs one of hyphens",
  note: "Write | --- | --- | under its heads, with as many columns as they have.",
};
const drawn = {
  why: "a table is not drawn",
  note: "Write | Name | Role | for its heads, | --- | --- | under them, and each row between bars.",
};
/** A line of hyphens with gaps, which is over and under a table of Pandoc's; to Markdown it is a rule. */
const gapped = /^-{3,}(?:[ \t]+-{3,})+[ \t]*$/;
const lost: readonly Lost[] = [
  { ...heading, line: /^ {0,3}#{2,6}(?=[\p{L}\p{N}])[^#]*$/u },
  { ...heading, line: /^ {0,3}#(?=[\p{L}\p{N}])[^#]*$/u, first: true },
  {
    // Scripts without spaces between words need none there either.
    line: /^ {0,3}(?:[-+]|\d{1,2}[.)](?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]))(?=\p{L})/u,
    atLeast: 2,
    why: "a space is missing before the words of each item",
    note: "Write each item of a list as “- item” or “1. item”.",
  },
  { ...table, line: /^ {0,3}\|.*\|[ \t]*$/, atLeast: 2 },
  // Less bars may part the names of places or the ways to reach somebody.
  { ...table, line: /^[^|]*\S[ \t]+\|[^|]+\|[^|]*\S/, atLeast: 3 },
  {
    ...drawn,
    line: /^ {0,3}\+(?:[-=:]{2,}\+)+[ \t]*$/,
    atLeast: 1,
  },
  {
    line: /^ {0,3}:[ \t]+(?=(?:table|tabelle|tabla|tableau|tabela)\b)/i,
    atLeast: 1,
    why: "what a table is called is not written so",
    note: "Take the colon out, and put the line above the table.",
  },
  {
    line: /^ {0,3}:[ \t]+(?!(?:table|tabelle|tabla|tableau|tabela)\b)\S/i,
    atLeast: 1,
    why: "what a word means is not listed so",
    note: "Write each as an item of a list, - **Word**: what it means.",
  },
  {
    // Names of other programs' directives, and those of ours that are misspelled.
    line: /^ {0,3}(?::{2,}[ \t]*(?:page[ _-]?break|keep|figure)\b|:{3,}[ \t]*[fkp]|::\p{L}[\p{L}\p{N}_-]*(?:[[{].*)?[ \t]*$)/iu,
    atLeast: 1,
    why: "no directive is spelled so",
    note: "Write ::page-break, :::keep or :::figure exactly so, alone in its line. Take out others, with the ::: that ends them.",
  },
];

/**
 * Says where marks are printed as typed that were meant to make something of the words beside them.
 * @returns
 *   Transform; `markdown-typed`.
 */
export function remarkLostMarks() {
  return (tree: Root, file: VFile): void => {
    const text = String(file.value);
    const first = tree.children.find(({ type }) => type !== "definition");
    visit(tree, "thematicBreak", (node) => {
      const { start, end } = node.position ?? {};
      if (!gapped.test(text.slice(start?.offset, end?.offset))) return;
      complain(file, "markdown-typed", node, `This is printed as a rule: ${drawn.why}`, drawn.note);
      return EXIT;
    });
    visit(tree, "paragraph", (node) => {
      const { start, end } = node.position ?? {};
      const lines = sourceLines(text.slice(start?.offset, end?.offset));
      for (const form of lost) {
        if (form.first && node !== first) continue;
        const index = indexOf(form, lines);
        if (index >= 0) say(file, node, index, form);
      }
    });
  };
}

/** Line at which so many follow each other; -1 when none do. */
function indexOf({ line, atLeast }: Lost, lines: readonly string[]): number {
  return lines.findIndex((_, index) => {
    const run = lines.slice(index, index + atLeast);
    return run.length === atLeast && run.every((one) => line.test(one));
  });
}

function say(file: VFile, { position }: Paragraph, index: number, { why, note }: Lost): void {
  const { line = 1, column = 1 } = position?.start ?? {};
  const place = { line: line + index, column: index === 0 ? column : 1 };
  complain(file, "markdown-typed", place, `This is printed as typed: ${why}`, note);
}
