import type { Element, ElementContent, Root as HastRoot } from "hast";
import { h } from "hastscript";
import type { Root as MdastRoot, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { unified } from "unified";
import type { Point, Position } from "unist";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../complain.ts";
import type { Document, Manuscript, Matter, Note } from "../types.ts";
import { toSafeHast } from "./convert.ts";
import "./data.ts";
import { isFlat, refuseDepth } from "./limits.ts";
import { parseManuscript } from "./parse.ts";
import { rehypeHeadings } from "./plugins/rehype-headings.ts";
import { type ImageSource, rehypeImages } from "./plugins/rehype-images.ts";
import { rehypeLanguages } from "./plugins/rehype-languages.ts";
import { rehypeLinks } from "./plugins/rehype-links.ts";
import { type CalledNote, noteCall, rehypeNoteCalls } from "./plugins/rehype-note-calls.ts";
import { rehypePlaces } from "./plugins/rehype-places.ts";
import { rehypeSections } from "./plugins/rehype-sections.ts";
import { rehypeTables } from "./plugins/rehype-tables.ts";
import { rehypeTidy } from "./plugins/rehype-tidy.ts";
import { remarkTitle } from "./plugins/remark-title.ts";

export type { ImageSource } from "./plugins/rehype-images.ts";

/** The parts of a document as HTML elements: what stands in them is shaped in one go, ids and all. */
interface Parts {
  title: Element | undefined;
  body: ElementContent[];
  notes: Element[];
}

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
    const tree = await parseManuscript(manuscript);
    const document = tree && (await toDocument(tree, manuscript, images));
    if (document) return document;
  } catch (error) {
    // Raw HTML went too deep for the parser to come back.
    if (!(error instanceof RangeError)) throw error;
    refuseDepth(file);
  }
  const body: HastRoot = { type: "root", children: [] };
  return { manuscript, matter: manuscript.matter, body, notes: [], places: {} };
}

async function toDocument(
  tree: MdastRoot,
  manuscript: Manuscript,
  images: ImageSource,
): Promise<Document | undefined> {
  const { file } = manuscript;
  const { typed } = file.data;
  takeTitle(tree, manuscript);
  reportOverride(manuscript);
  const parts = await toParts(tree, file);
  // Raw HTML nests as deep as it likes without looking so in Markdown.
  if (![...parts.body, ...parts.notes].every((node) => isFlat(node, file))) return undefined;
  const calls: CalledNote[] = (file.data.notes ?? []).map((note) => ({ ...note, calls: [] }));
  const statusNote = findNote(file, typed?.statusNote);
  // The status stands above everything, so its call is the first.
  if (statusNote !== undefined) noteCall(statusNote, calls[statusNote] as CalledNote);
  const body = await shape(parts, calls, manuscript, images);
  return {
    manuscript,
    matter: matterOf(manuscript),
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

/** Leaves the heading that is the title on `file.data.title`, a typed one too. */
function takeTitle(tree: MdastRoot, { file, matter }: Manuscript): void {
  const { title } = file.data.typed ?? {};
  if (title) tree.children.unshift({ type: "heading", depth: 1, ...title } as RootContent);
  remarkTitle({ given: matter.title })(tree, file);
  if (file.data.title || matter.title) return;
  complain(
    file,
    "title-missing",
    undefined,
    "This manuscript has no title",
    "Begin it with one heading of the first level (`# Title`), or put `title:` into its front matter.",
  );
}

/** Says so when a status given on purpose takes the place of the one the manuscript typed. */
function reportOverride({ file, given, matter }: Manuscript): void {
  const { removed, status, statusLabel } = file.data.typed ?? {};
  if (!statusLabel || !given.has("status") || status === matter.status) return;
  const label = textOf({ type: "paragraph", children: statusLabel.children }).trim();
  removed?.push({ text: label, place: statusLabel.position?.start });
  complain(
    file,
    "status-given",
    statusLabel.position,
    `The text says “${label}”; it is set as “${matter.status}”, as asked`,
  );
}

async function toParts(tree: MdastRoot, file: VFile): Promise<Parts> {
  const { title, notes = [] } = file.data;
  const definitions: RootContent[] = [];
  visit(tree, "definition", (node) => {
    definitions.push(node);
  });
  for (const { definition } of notes)
    visit(definition, "definition", (node) => void definitions.push(node));
  reportHtml(tree, file);
  const heading = title && (await toSafeHast([title], definitions, file));
  const parts: Parts = {
    title: heading && h("h1", unwrap(heading)),
    body: (await toSafeHast(tree.children, definitions, file)).children as ElementContent[],
    notes: [],
  };
  for (const { definition } of notes) {
    const { children } = await toSafeHast(definition.children, definitions, file);
    parts.notes.push({ ...h("aside", children), position: definition.position });
  }
  return parts;
}

/** The content of a lone heading. */
function unwrap(tree: HastRoot): ElementContent[] {
  return (tree.children as ElementContent[]).flatMap((node) =>
    node.type === "element" && node.tagName === "h1" ? node.children : [node],
  );
}

/** Shapes all parts as one tree, so that ids, links and calls are judged together; gives the body back. */
async function shape(
  { title, body, notes }: Parts,
  calls: CalledNote[],
  { file, language }: Manuscript,
  images: ImageSource,
): Promise<HastRoot> {
  const root: HastRoot = { type: "root", children: [...(title ? [title] : []), ...body, ...notes] };
  const whole = (await unified()
    .use(rehypeTidy)
    .use(rehypeTables)
    .use(rehypeLanguages, { language })
    .use(rehypeHeadings, { title })
    .use(rehypeLinks)
    .use(rehypeImages, images)
    .use(rehypeNoteCalls, { notes: calls })
    .use(rehypePlaces)
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

/** What the manuscript says of itself where nobody said it on purpose. */
function matterOf({ file, given, matter }: Manuscript): Matter {
  const { title, typed } = file.data;
  const { organisations, status, statusLabel } = typed ?? {};
  const own = !given.has("status");
  return {
    ...matter,
    title: matter.title || (title ? textOf(title).trim() : ""),
    ...(organisations && !given.has("organisations") && { organisations: [organisations.text] }),
    ...(status && own && { status }),
    ...(statusLabel &&
      (own || status === matter.status) && {
        statusLabel: statusLabel.children
          .map((node) => textOf(node))
          .join("")
          .trim(),
      }),
  };
}

/** Reports what leaves no trace in the tree. HTML takes all that follows an open tag or comment for a part of it: those words would be lost. */
function reportHtml(tree: MdastRoot, file: VFile): void {
  visit(tree, "html", (node) => {
    // The parser passes over these without a trace.
    for (const [tag] of node.value.matchAll(/<(?:(?:html|head|body|frameset)\b|\?|![a-z[]+)/gi))
      complain(file, "html-dropped", node, `HTML that begins with \`${tag}\` is left out`);
    const comment = node.value.trimStart().startsWith("<!--") && !node.value.includes("-->");
    if (!comment && !/<[a-z/!?][^>]*$/i.test(node.value)) return;
    complain(
      file,
      "html-open",
      node,
      `This HTML ${comment ? "comment" : "tag"} has no end, so words after it would be lost`,
      comment ? "Close it with `-->`." : "Close it with `>`, or write `\\<` for a less-than sign.",
    );
  });
}

function placeOf(position: Position | Point | undefined): string | undefined {
  if (!position) return undefined;
  const point = "start" in position ? position.start : position;
  return `${point.line}:${point.column}`;
}
