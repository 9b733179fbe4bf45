/**
 * What HTML elements are in a PDF: standard structure types of ISO 32000-1, 14.8.4. An element without a row
 * is dissolved: what it holds goes to the element round it.
 */
export interface Role {
  /** Standard type; or one of ours, mapped to a standard type by `roleMap`. */
  type: string;
  /** Types put between this one and what it holds. */
  inner?: readonly string[];
  /** What its marks stand for, where it is a list: `ListNumbering` of ISO 32000-2, table 382; `type` may say more. */
  numbering?: "Disc" | "Decimal" | "Description";
  /** What is drawn along it and says something: `TextDecorationType` of ISO 32000-1, table 345. */
  decoration?: "LineThrough" | "Underline";
  /** Whether it stands higher or lower than its line, which is told where it can be measured. */
  shifted?: true;
  /** Whether it stands among blocks: what follows it begins a new one. */
  block?: true;
  /** Kept only where it says its language, or its expansion. */
  ifTold?: true;
}

const section: Role = { type: "Sect", block: true };
const paragraph: Role = { type: "P", block: true };
const phrase: Role = { type: "Span", ifTold: true };
// Struck out, words say the contrary: who hears them must be able to tell.
const struck: Role = { type: "Span", decoration: "LineThrough" };
const underlined: Role = { type: "Span", decoration: "Underline" };
const shifted: Role = { ...phrase, shifted: true };

const rows: Readonly<Record<string, Role>> = {
  a: { type: "Link" },
  "a.noteref": { type: "Reference", inner: ["Link"] },
  abbr: phrase,
  article: section,
  aside: section,
  bdi: phrase,
  blockquote: { type: "BlockQuote", block: true },
  caption: { type: "Caption", block: true },
  cite: phrase,
  code: { type: "Code" },
  dd: { type: "LBody", block: true },
  del: struck,
  details: section,
  dfn: phrase,
  div: { type: "Div", block: true, ifTold: true },
  dl: { type: "L", block: true, numbering: "Description" },
  dt: { type: "Lbl", block: true },
  em: { type: "Em" },
  figcaption: { type: "Caption", block: true },
  // Its caption stands beside the picture: readers of PDF 1.7 go no deeper into what has an alternative text.
  figure: { type: "Sect", block: true },
  footer: paragraph,
  h1: { type: "H1", block: true },
  h2: { type: "H2", block: true },
  h3: { type: "H3", block: true },
  h4: { type: "H4", block: true },
  h5: { type: "H5", block: true },
  h6: { type: "H6", block: true },
  i: phrase,
  img: { type: "Figure" },
  ins: underlined,
  kbd: phrase,
  li: { type: "LI", block: true },
  lines: { type: "Div", block: true },
  mark: underlined,
  "nav.contents": section,
  note: { type: "Note", block: true },
  ol: { type: "L", block: true, numbering: "Decimal" },
  p: paragraph,
  pre: paragraph,
  q: { type: "Quote" },
  RB: { type: "RB" },
  RT: { type: "RT" },
  Ruby: { type: "Ruby" },
  s: struck,
  samp: phrase,
  section,
  span: phrase,
  "span.box": { type: "Figure" },
  "span.mark": { type: "Lbl" },
  strong: { type: "Strong" },
  sub: shifted,
  summary: paragraph,
  sup: shifted,
  table: { type: "Table", block: true },
  tbody: { type: "TBody", block: true },
  td: { type: "TD", block: true },
  tfoot: { type: "TFoot", block: true },
  th: { type: "TH", block: true },
  thead: { type: "THead", block: true },
  tr: { type: "TR", block: true },
  u: underlined,
  ul: { type: "L", block: true, numbering: "Disc" },
  var: phrase,
};

/** Types that ISO 32000-1 doesn't have, and what they are in it. PDF 2.0 has both. */
export const roleMap: Readonly<Record<string, string>> = { Em: "Span", Strong: "Span" };

/** Values of `ListNumbering` that ISO 32000-1 doesn't have, and what they are in it. */
export const numberingMap: Readonly<Record<string, string>> = {
  Description: "None",
  Unordered: "None",
};

/**
 * Looks up what an element is in a PDF.
 * @param tag
 *   HTML element name.
 * @param attributes
 *   Its attributes.
 */
export function roleOf(
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Role | undefined {
  const classes = (attributes.class ?? "").split(" ");
  if (classes.includes("note")) return rows.note;
  const special = classes.map((name) => rows[`${tag}.${name}`]).find((row) => row);
  return special ?? rows[tag];
}
