import type { Options as Schema } from "rehype-sanitize";

/** Elements that content may have: what a book has. Everything else loses its tags and keeps its words. */
const elements = [
  ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "hr", "pre", "blockquote", "footer", "div"],
  ...["ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img", "input"],
  ...["table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"],
  ...["a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd"],
  ...["mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup"],
  ...["time", "u", "var", "wbr"],
];

/** Largest number of columns or rows a cell may span. */
const span = /^[1-9]\d?$/;

/**
 * What raw HTML in a manuscript may say. No class or role of ours, no style, no `data-*`; ids get a prefix so
 * that none can be one of ours. Addresses are judged by `rehype-links` and `rehype-images`.
 */
export const schema: Schema = {
  allowComments: true,
  allowDoctypes: false,
  ancestors: {},
  attributes: {
    "*": ["id", ["lang", /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i], ["dir", "ltr", "rtl", "auto"]],
    a: ["href", "title"],
    abbr: ["title"],
    code: [["className", /^language-/]],
    div: [["className", "keep", "page-break"]],
    img: ["src", "alt", "title"],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    li: ["value", ["className", "task-list-item"]],
    ol: [
      "start",
      "reversed",
      ["type", "1", "a", "A", "i", "I"],
      ["className", "contains-task-list"],
    ],
    td: [
      ["align", "left", "center", "right"],
      ["colSpan", span],
      ["rowSpan", span],
    ],
    th: [
      ["align", "left", "center", "right"],
      ["colSpan", span],
      ["rowSpan", span],
      ["scope", "row", "col", "rowgroup", "colgroup"],
    ],
    time: ["dateTime"],
    ul: [["className", "contains-task-list"]],
  },
  clobber: ["id"],
  clobberPrefix: "at-",
  protocols: {},
  required: { input: { type: "checkbox", disabled: true } },
  strip: ["script", "style"],
  tagNames: elements,
};
