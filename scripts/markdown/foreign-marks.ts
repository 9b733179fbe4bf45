/** A way of writing that another program has and Markdown has not. */
export interface ForeignMark {
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

/** Ways of writing of Pandoc, GitHub, HackMD, Notion, Obsidian, WordPress, Word and ChatGPT that we print as typed. */
export const foreignMarks: readonly ForeignMark[] = [
  {
    // `{.underline}`, `{width="3in"}`, as Pandoc writes them, and `{%youtube a %}`; a box has its own.
    form: new RegExp(
      String.raw`(?<!(?:^|\n):{3,}[^\n]*)\{(?!index=\d)(?:%[^%{}\n]+%|\s*${instruction}(?:\s+${instruction})*\s*)\}`,
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
    // What begins as one of ours does is misspelled.
    form: /(?<=^|\n):{3,}[ \t]*(?:(?![fkp])\p{L}+|\{[^{}\n]*\})/iu,
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
  {
    form: /\^\[[^[\]\n]+\]/u,
    why: "a note is not written so",
    note: "Write [^1] there, and its words below the paragraph, as a line of their own that begins with [^1]:",
  },
  {
    // `2^nd^`
    form: /(?<=[\p{L}\p{N}])\^[\p{L}\p{N}]{1,6}\^/u,
    why: "letters are not raised so",
    note: "Write 2<sup>nd</sup>, or simply 2nd; where it calls a note, [^1].",
  },
  {
    form: /^\\(?:newpage|pagebreak|clearpage)\b/u,
    first: true,
    why: "a new page is not asked for so",
    note: "Write ::page-break instead, alone in its line.",
  },
  {
    form: /^\(@[\p{L}\p{N}_-]*\)/u,
    first: true,
    why: "items are not counted so",
    note: "Write 1., 2., 3. before them.",
  },
  {
    form: /^\|[ \t]\S[^|\n]*(?=\n\|[ \t])/u,
    first: true,
    why: "lines are not kept so",
    note: "Take the bars out, and end each line but the last with a backslash.",
  },
  {
    form: /(?<=\S )\^[a-z\d-]{4,}$/iu,
    why: "a paragraph is not named so",
    note: "Take it out.",
  },
  {
    form: /^\[[/<>-]\](?=\s)/u,
    first: true,
    why: "a box is open or ticked",
    note: "Write [ ] or [x].",
  },
  {
    form: /\[\/?(?:caption|gallery|embed|audio|video|vc_\w+|et_pb_\w+)(?:\s[^\]\n]*)?\]/u,
    why: "it is for WordPress",
    note: "Take it out; write a picture as ![What it shows](image.png).",
  },
  {
    form: /【[^】\n]*†[^】\n]*】|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\uE200[^\uE201\n]*\uE201|(?<!\p{L})cite(?:turn\d+[a-z]+\d+)+/u,
    why: "it stands for a source that only ChatGPT shows",
    note: "Take it out, or write there what the source is.",
  },
];
