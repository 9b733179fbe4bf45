import type { Parents, Root, Text } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { moreLikeIt } from "../../complaints/more-like-it.ts";
import { shortened } from "../../complaints/shortened.ts";
import { pointAfter } from "../../markdown/point-after.ts";

/** A way of writing that another program has and Markdown has not. */
interface Foreign {
  form: RegExp;
  /** Whether it means something only where a block begins. */
  first?: true;
  /** What it is, after “This is printed as typed:”. */
  why: string;
  /** What to do. */
  note: string;
}

const name = String.raw`[\p{L}_][\p{L}\p{N}_.:-]*`;
const instruction = String.raw`(?:[.#]${name}|${name}=(?:"[^"\n]*"|[^\s{}"]+))`;
const foreign: readonly Foreign[] = [
  {
    // `{.underline}`, `{width="3in"}`, as Pandoc writes them, and `{%youtube a %}`.
    form: new RegExp(
      String.raw`\{(?:%[^%{}\n]+%|\s*${instruction}(?:\s+${instruction})*\s*)\}`,
      "u",
    ),
    why: "what stands in braces is for another program",
    note: "Take the braces out, with what is in them.",
  },
  {
    form: /^\[!\w+\][-+]?/u,
    first: true,
    why: "a box is not made so",
    note: "Write the word in bold instead, > **Note**, and a blank > line under it.",
  },
  {
    form: /^:{3,}\s*(?!keep|figure|page)\p{L}+/iu,
    first: true,
    why: "a box is not made so",
    note: "Take the colons and the word behind them out, here and below, or write the word in bold.",
  },
  {
    form: /^\[(?:\[_?)?toc(?:_?\])?\]/iu,
    first: true,
    why: "contents are not asked for so",
    note: "Take it out: formats that have contents make them of the headings.",
  },
  {
    form: /(?<![\p{L}\p{N}:]):[a-z][a-z_]+[a-z\d]:(?![\p{L}\p{N}:])/u,
    why: "an emoji is not put in by its name",
    note: "Put the emoji itself there, or take its name out.",
  },
  {
    // What Word writes into the HTML that is pasted from it.
    form: /<\/?(?:m|o|st1|v|w):[a-z]+[^<>\n]*>/iu,
    why: "it is for Word",
    note: "Take it out, with its angle brackets.",
  },
  {
    form: /!\[\[[^[\]\n]*\p{L}[^[\]\n]*\]\]/u,
    why: "an image is not put in so",
    note: "Write ![What it shows](image.png), with the name of the file between the parentheses.",
  },
  {
    form: /(?<!!)\[\[[^[\]\n]*\p{L}[^[\]\n]*\]\]/u,
    why: "pages of a notebook can't be linked to",
    note: "Write the words alone, or [words](https://…) with an address.",
  },
  {
    form: /(?<!=)==[^\s=](?:[^=\n]*[^\s=])?==(?!=)/u,
    why: "words are not marked so",
    note: "Write **words** to have them stand out.",
  },
  {
    form: /(?<!\p{N}\s?)%%[^%\n]*\p{L}[^%\n]*%%/u,
    why: "a remark that nobody is to read is not written so",
    note: "Take it out, or write it as <!-- remark -->.",
  },
  {
    form: /\$\$[^$\n]+\$\$|\$[^$\n]*\\[a-z]+[^$\n]*\$/u,
    why: "formulas are not set",
    note: "Say it in words, or put a picture of the formula in.",
  },
];

/**
 * Says where signs of other programs' Markdown are printed as typed: of each kind the first, and how many more there are.
 * @returns
 *   Transform; `markdown-typed`.
 */
export function remarkForeignMarks() {
  return (tree: Root, file: VFile): void => {
    const texts: Array<{ node: Text; isFirst: boolean }> = [];
    visit(tree, "text", (node, _index, parent) => {
      texts.push({ node, isFirst: begins(node, parent) });
    });
    for (const one of foreign) {
      const found = texts.filter(
        ({ node, isFirst }) => (isFirst || !one.first) && one.form.test(node.value),
      );
      const [first] = found;
      if (first) say(first.node, found.length - 1, one, file);
    }
  };
}

function begins(node: Text, parent: Parents | undefined): boolean {
  return parent?.type === "paragraph" && parent.children[0] === node;
}

function say(node: Text, more: number, { form, why, note }: Foreign, file: VFile): void {
  const found = form.exec(node.value);
  const start = node.position?.start;
  if (!found || !start) return;
  const typed = String(file).slice(start.offset, node.position?.end.offset);
  // Signs that Markdown reads otherwise than they are typed stand somewhere near.
  const at = Math.max(0, typed.indexOf(found[0]));
  complain(
    file,
    "markdown-typed",
    pointAfter(start, typed.slice(0, at)),
    `“${shortened(found[0])}” is printed as typed: ${why}${moreLikeIt(more)}`,
    note,
  );
}
