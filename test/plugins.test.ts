import type { Root as HastRoot } from "hast";
import type { Root as MdastRoot, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Plugin, unified } from "unified";
import { visit } from "unist-util-visit";
import { suite } from "uvu";
import { VFile } from "vfile";
import { toSafeHast } from "../scripts/document/convert.ts";
import { toHtml } from "../scripts/document/html.ts";
import { rehypeBoxes } from "../scripts/document/plugins/rehype-boxes.ts";
import { rehypeCapitals } from "../scripts/document/plugins/rehype-capitals.ts";
import { rehypeFigureColumns } from "../scripts/document/plugins/rehype-figure-columns.ts";
import { rehypeHeadings } from "../scripts/document/plugins/rehype-headings.ts";
import { rehypeImages } from "../scripts/document/plugins/rehype-images.ts";
import { rehypeLanguages } from "../scripts/document/plugins/rehype-languages.ts";
import { rehypeLeadLines } from "../scripts/document/plugins/rehype-lead-lines.ts";
import { rehypeLinks } from "../scripts/document/plugins/rehype-links.ts";
import { rehypeNoteCalls } from "../scripts/document/plugins/rehype-note-calls.ts";
import { rehypeNumbers } from "../scripts/document/plugins/rehype-numbers.ts";
import { rehypePlaces } from "../scripts/document/plugins/rehype-places.ts";
import { rehypeRowLabels } from "../scripts/document/plugins/rehype-row-labels.ts";
import { rehypeScrollers } from "../scripts/document/plugins/rehype-scrollers.ts";
import { rehypeSections } from "../scripts/document/plugins/rehype-sections.ts";
import { rehypeTables } from "../scripts/document/plugins/rehype-tables.ts";
import { rehypeTidy } from "../scripts/document/plugins/rehype-tidy.ts";
import { rehypeWholeWords } from "../scripts/document/plugins/rehype-whole-words.ts";
import { remarkAttribution } from "../scripts/document/plugins/remark-attribution.ts";
import { remarkBoldHeadings } from "../scripts/document/plugins/remark-bold-headings.ts";
import { remarkDateSpace } from "../scripts/document/plugins/remark-date-space.ts";
import { remarkDirectives } from "../scripts/document/plugins/remark-directives.ts";
import { remarkFigures } from "../scripts/document/plugins/remark-figures.ts";
import { remarkHtmlCalls } from "../scripts/document/plugins/remark-html-calls.ts";
import { remarkLostDefinitions } from "../scripts/document/plugins/remark-lost-definitions.ts";
import { remarkLostHtml } from "../scripts/document/plugins/remark-lost-html.ts";
import { remarkLostImages } from "../scripts/document/plugins/remark-lost-images.ts";
import { remarkLostMarks } from "../scripts/document/plugins/remark-lost-marks.ts";
import { remarkNotes } from "../scripts/document/plugins/remark-notes.ts";
import { remarkNumberSpace } from "../scripts/document/plugins/remark-number-space.ts";
import { remarkPunctuationSpace } from "../scripts/document/plugins/remark-punctuation-space.ts";
import { remarkTitle } from "../scripts/document/plugins/remark-title.ts";
import { remarkTypography } from "../scripts/document/plugins/remark-typography.ts";
import { languageRow } from "../scripts/tables/languages.ts";
import { imagesOf, messagesOf, pixel } from "./support/documents.ts";
import { casesIn, fixture, golden } from "./support/fixtures.ts";

// biome-ignore lint/suspicious/noExplicitAny: the table holds plugins of every option type.
type Row = [Plugin<any, any, any>, options?: () => unknown];

const images = imagesOf({ "alpha.png": pixel, "cut.png": pixel.slice(0, 40) });
const notes = () =>
  ["1", "*"].map((mark) => ({ kind: mark === "*" ? "symbol" : "number", mark, calls: [] }));
const { quotes } = languageRow("en").row;

/** On Markdown trees; the result is shown as HTML. */
const remarkPlugins: Record<string, Row> = {
  "remark-attribution": [remarkAttribution],
  "remark-bold-headings": [remarkBoldHeadings],
  "remark-date-space": [remarkDateSpace, () => ({ row: languageRow("en").row })],
  "remark-directives": [() => undefined],
  "remark-figures": [remarkFigures],
  "remark-html-calls": [
    () => (tree: MdastRoot, file: VFile) => {
      remarkHtmlCalls()(tree);
      remarkNotes()(tree, file);
    },
  ],
  "remark-lost-definitions": [remarkLostDefinitions],
  "remark-lost-html": [remarkLostHtml],
  "remark-lost-images": [remarkLostImages],
  "remark-lost-marks": [remarkLostMarks],
  "remark-notes": [remarkNotes],
  "remark-number-space": [remarkNumberSpace, () => ({ language: "fr" })],
  "remark-punctuation-space": [
    remarkPunctuationSpace,
    () => ({ spaces: languageRow("fr").row.punctuationSpace }),
  ],
  "remark-title": [remarkTitle, () => ({ given: "" })],
  "remark-typography": [remarkTypography, () => ({ quotes })],
};

/** On HTML trees made from Markdown. */
const rehypePlugins: Record<string, Row> = {
  "rehype-boxes": [rehypeBoxes, () => ({ language: "en" })],
  "rehype-capitals": [rehypeCapitals],
  "rehype-figure-columns": [rehypeFigureColumns, () => ({ language: "en" })],
  "rehype-headings": [rehypeHeadings, () => ({})],
  "rehype-images": [rehypeImages, () => images],
  "rehype-languages": [rehypeLanguages, () => ({ language: "en" })],
  "rehype-lead-lines": [rehypeLeadLines],
  "rehype-links": [rehypeLinks, () => ({ language: "en-GB" })],
  "rehype-note-calls": [rehypeNoteCalls, () => ({ notes: notes() })],
  "rehype-numbers": [rehypeNumbers, () => ({ language: "ar" })],
  "rehype-places": [rehypePlaces],
  "rehype-row-labels": [rehypeRowLabels],
  "rehype-safe": [() => undefined],
  "rehype-scrollers": [rehypeScrollers, () => ({ title: "The title" })],
  "rehype-sections": [rehypeSections],
  "rehype-tables": [rehypeTables],
  "rehype-tidy": [rehypeTidy],
  "rehype-whole-words": [rehypeWholeWords],
};

for (const name of Object.keys({ ...rehypePlugins, ...remarkPlugins })) {
  const test = suite(name);
  for (const one of casesIn(`plugins/${name}`)) {
    test(`should do as kept in ${one}`, async () => {
      const folder = `plugins/${name}/${one}`;
      const file = new VFile({ path: "input.md", value: fixture(`${folder}/input.md`) });
      golden(`${folder}/output.html`, await run(name, file));
      golden(`${folder}/messages.txt`, messagesOf(file));
    });
  }
  test.run();
}

async function run(name: string, file: VFile): Promise<string> {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirectives);
  const remark = remarkPlugins[name];
  const rehype = rehypePlugins[name];
  if (remark) parser.use(remark[0], remark[1]?.());
  if (rehype) parser.use(remarkNotes);
  const tree = (await parser.run(parser.parse(file), file)) as MdastRoot;
  if (!rehype) return show(tree, file);
  const html = await toSafeHast(tree.children, [], file);
  return lines((await unified().use(rehype[0], rehype[1]?.()).run(html, file)) as HastRoot);
}

/** A Markdown tree as HTML, and what plugins left on the file. */
async function show(tree: MdastRoot, file: VFile): Promise<string> {
  const definitions: RootContent[] = [];
  visit(tree, "definition", (node) => {
    definitions.push(node);
  });
  const part = async (children: readonly RootContent[]) =>
    lines(await toSafeHast(children, definitions, file));
  let result = await part(tree.children);
  if (file.data.title) result += `title: ${await part([file.data.title])}`;
  for (const { definition, kind, mark } of file.data.notes ?? [])
    result += `${kind} ${mark}: ${await part(definition.children)}`;
  return result;
}

function lines(tree: HastRoot): string {
  return `${toHtml(tree).trim()}\n`;
}
