import type { Element, Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import { unified } from "unified";
import type { Point, Position } from "unist";
import type { VFile } from "vfile";
import { formatNumber } from "../languages/number.ts";
import { withholding } from "../tables/conformance.ts";
import type { RuleId } from "../tables/rules.ts";
import type { Document, Manuscript, Note } from "../types.ts";
import "./nodes/data.ts";
import { markdownBody } from "../markdown/markdown-body.ts";
import { deepHtml } from "./deep-html.ts";
import { reportDirectionSigns } from "./direction-signs.ts";
import { reportHiddenSigns } from "./hidden-signs.ts";
import type { ImageSource } from "./images/load-image.ts";
import { languageOf, type TextLanguage } from "./language.ts";
import { isFlat, refuseDepth } from "./limits.ts";
import { matterOf, reportOverride, takeTitle } from "./matter.ts";
import { parseManuscript } from "./parse.ts";
import { type Parts, toParts } from "./parts.ts";
import { rehypeBoxes } from "./plugins/rehype-boxes.ts";
import { rehypeCapitals } from "./plugins/rehype-capitals.ts";
import { rehypeFigureColumns } from "./plugins/rehype-figure-columns.ts";
import { rehypeHeadings } from "./plugins/rehype-headings.ts";
import { rehypeImages } from "./plugins/rehype-images.ts";
import { rehypeLanguages } from "./plugins/rehype-languages.ts";
import { rehypeLeadLines } from "./plugins/rehype-lead-lines.ts";
import { rehypeLinks } from "./plugins/rehype-links.ts";
import { type CalledNote, noteCall, rehypeNoteCalls } from "./plugins/rehype-note-calls.ts";
import { rehypeNumbers } from "./plugins/rehype-numbers.ts";
import { rehypePlaces } from "./plugins/rehype-places.ts";
import { rehypeRowLabels } from "./plugins/rehype-row-labels.ts";
import { rehypeSections } from "./plugins/rehype-sections.ts";
import { rehypeTables } from "./plugins/rehype-tables.ts";
import { rehypeTidy } from "./plugins/rehype-tidy.ts";

/**
 * Reads a manuscript into a document: title, body in sections, notes; safe, placed, with every image inside.
 * @param manuscript
 *   The manuscript; everything there is to say about it goes on its file.
 * @param images
 *   Where images come from.
 * @returns
 *   The document; of a manuscript that can't be parsed, an empty one, with the error on the file.
 */
export async function readDocument(manuscript: Manuscript, images: ImageSource): Promise<Document> {
  const { file } = manuscript;
  try {
    reportDirectionSigns(file);
    reportHiddenSigns(file);
    const language = languageOf(manuscript);
    const tree = await parseManuscript(manuscript, language.row);
    const document = tree && (await toDocument(tree, manuscript, language, images));
    if (document) return { ...document, lacking: isLacking(file) };
  } catch (error) {
    // Raw HTML went too deep for the parser to come back.
    if (!(error instanceof RangeError)) throw error;
    refuseDepth(file, deepHtml(markdownBody(manuscript)));
  }
  const body: HastRoot = { type: "root", children: [] };
  return { manuscript, matter: manuscript.matter, body, notes: [], places: {} };
}

function isLacking({ messages }: VFile): boolean {
  return messages.some(({ ruleId }) => withholding.has(ruleId as RuleId));
}

async function toDocument(
  tree: MdastRoot,
  manuscript: Manuscript,
  { row, tag: language }: TextLanguage,
  images: ImageSource,
): Promise<Document | undefined> {
  const { file } = manuscript;
  const { typed } = file.data;
  takeTitle(tree, manuscript, row);
  reportOverride(manuscript);
  const parts = await toParts(tree, file);
  // Raw HTML nests as deep as it likes without looking so in Markdown.
  if (![...parts.body, ...parts.notes].every((node) => isFlat(node, file))) return undefined;
  const calls: CalledNote[] = (file.data.notes ?? []).map(({ kind, mark }) => ({
    kind,
    mark: kind === "number" ? formatNumber(row, Number(mark)) : mark,
    calls: [],
  }));
  const statusNote = findNote(file, typed?.statusNote);
  // The status stands above everything, so its call is the first.
  if (statusNote !== undefined) noteCall(statusNote, calls[statusNote] as CalledNote);
  const body = await shape(parts, calls, { file, language }, images);
  return {
    manuscript,
    matter: { ...matterOf(manuscript, row), language },
    title: parts.title && { type: "root", children: parts.title.children },
    body,
    notes: parts.notes.map((note, index) => toNote(note, index, calls[index] as CalledNote)),
    statusNote: statusNote === undefined ? undefined : `note-${statusNote + 1}`,
    notesHeading: typed?.notesHeading?.text,
    places: {
      title: placeOf(file.data.title?.position),
      organisations: placeOf(typed?.organisations?.position),
      status: placeOf(typed?.statusLabel?.position),
      notesHeading: placeOf(typed?.notesHeading?.position),
    },
  };
}

/** Shapes all parts as one tree, so that ids, links and calls are judged together; gives the body back. */
async function shape(
  { title, body, notes }: Parts,
  calls: CalledNote[],
  { file, language }: { file: VFile; language: string },
  images: ImageSource,
): Promise<HastRoot> {
  const root: HastRoot = { type: "root", children: [...(title ? [title] : []), ...body, ...notes] };
  const whole = (await unified()
    .use(rehypeTidy)
    .use(rehypeLeadLines)
    .use(rehypeTables)
    .use(rehypeRowLabels)
    .use(rehypeBoxes, { language })
    .use(rehypeFigureColumns, { language })
    .use(rehypeLanguages, { language })
    .use(rehypeHeadings, { title })
    .use(rehypeLinks, { language })
    .use(rehypeImages, images)
    .use(rehypeNoteCalls, { notes: calls })
    .use(rehypeCapitals)
    .use(rehypePlaces)
    .use(rehypeNumbers, { language })
    .run(root, file)) as HastRoot;
  const outside = new Set<unknown>([title, ...notes]);
  const result: HastRoot = {
    type: "root",
    children: whole.children.filter((node) => !outside.has(node)),
  };
  rehypeSections()(result);
  return result;
}

function toNote(element: Element, index: number, { kind, mark, calls }: CalledNote): Note {
  const place = placeOf(element.position);
  const content: HastRoot = { type: "root", children: element.children };
  return { id: `note-${index + 1}`, kind, mark, calls, content, ...(place && { place }) };
}

function findNote(file: VFile, identifier: string | undefined): number | undefined {
  const index = file.data.notes?.findIndex((note) => note.definition.identifier === identifier);
  return identifier === undefined || index === -1 ? undefined : index;
}

function placeOf(position: Position | Point | undefined): string | undefined {
  if (!position) return undefined;
  const point = "start" in position ? position.start : position;
  return `${point.line}:${point.column}`;
}
