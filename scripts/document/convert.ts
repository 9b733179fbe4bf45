import type { Root as HastRoot } from "hast";
import type {
  FootnoteReference,
  HtmlCalls,
  Image,
  ImageReference,
  Root as MdastRoot,
  Nodes,
  RootContent,
} from "mdast";
import rehypeRaw from "rehype-raw";
import remarkRehype, { defaultHandlers } from "remark-rehype";
import { unified } from "unified";
import type { VFile } from "vfile";
import { hasNode } from "./nodes/has-node.ts";
import "./nodes/data.ts";
import { rehypeRawBorders } from "./plugins/rehype-raw-borders.ts";
import { rehypeRawNames } from "./plugins/rehype-raw-names.ts";
import { rehypeSafe } from "./plugins/rehype-safe.ts";
import { rehypeTemplates } from "./plugins/rehype-templates.ts";
import { schema } from "./schema.ts";

const handlers = {
  // A node that no HTML can spell, so content can't forge a call.
  footnoteReference: (_state: unknown, node: FootnoteReference) =>
    ({ type: "noteCall", value: String(node.data?.note), position: node.position }) as never,
  footnoteDefinition: () => undefined,
  // Empty brackets are a description left out; that there is none to give, only HTML says (`alt=""`).
  image: (state: unknown, node: Image) =>
    defaultHandlers.image(state as never, { ...node, alt: node.alt || null }),
  imageReference: (state: unknown, node: ImageReference) =>
    defaultHandlers.imageReference(state as never, { ...node, alt: node.alt || null }),
  // Its parts follow each other without a line break.
  htmlCalls: (state: { all(node: unknown): unknown[] }, node: HtmlCalls) =>
    ({ type: "root", children: state.all(node) }) as never,
};

// The sanitiser is last: nothing after it takes anything from content.
const convert = unified()
  .use(remarkRehype, { allowDangerousHtml: true, handlers })
  .use(rehypeSafe, schema)
  .freeze();
const convertHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, handlers })
  .use(rehypeRawBorders)
  .use(rehypeRawNames)
  .use(rehypeRaw, { passThrough: ["noteCall"] as never })
  .use(rehypeTemplates)
  .use(rehypeSafe, schema)
  .freeze();

/**
 * Turns Markdown nodes into sanitised HTML nodes.
 * @param children
 *   The nodes: a body, a note or a title; each is parsed on its own, so an open tag in one can't reach the next.
 * @param definitions
 *   Link definitions of the whole manuscript.
 * @param file
 *   File for complaints.
 * @returns
 *   Safe tree; note calls are its only comments.
 */
export async function toSafeHast(
  children: readonly RootContent[],
  definitions: readonly RootContent[],
  file: VFile,
): Promise<HastRoot> {
  const tree: MdastRoot = { type: "root", children: [...definitions, ...children] };
  // Parsing again takes time by the length of the file, each time: only where there is HTML.
  const processor = hasNode<Nodes>(tree, ({ type }) => type === "html") ? convertHtml : convert;
  return (await processor.run(tree, file)) as HastRoot;
}
