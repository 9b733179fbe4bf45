import type { Html, Image, Paragraph, PhrasingContent, Root, RootContent, Text } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";

/**
 * Makes figures: an image alone in its paragraph (its title becomes the caption), and `:::figure` with
 * images and then a caption of any inline or flow content, behind the titles of images alone in their paragraphs.
 * @returns
 *   Transform.
 */
export function remarkFigures() {
  return (tree: Root): void => {
    visit(tree, (node, _index, parent) => {
      if (node.type === "containerDirective" && node.name === "figure") setFigure(node);
      const inFigure = parent?.type === "containerDirective" && parent.name === "figure";
      if (node.type === "paragraph" && !inFigure) setLoneImage(node);
    });
  };
}

function setLoneImage(node: Paragraph): void {
  if (!loneImage(node)) return;
  const caption = takeTitle(node);
  node.data = { ...node.data, hName: "figure" };
  if (!caption) return;
  node.children.push({
    type: "emphasis",
    data: { hName: "figcaption" },
    children: [caption],
    position: caption.position,
  });
}

function loneImage(node: RootContent): Image | undefined {
  // A paragraph typed by hand that names its element had a mark before the image.
  if (node.type !== "paragraph" || node.children.length !== 1 || node.data?.hName) return undefined;
  return node.children[0]?.type === "image" ? node.children[0] : undefined;
}

/** Takes the title off an image alone in its paragraph. */
function takeTitle(node: RootContent): Text | undefined {
  const image = loneImage(node);
  if (!image?.title) return undefined;
  const { position, title } = image;
  image.title = null;
  return { type: "text", value: title, position };
}

/** An image in Markdown or in HTML, which alone can say that it only decorates. */
function isImage(node: RootContent | undefined): node is Image | Html {
  return (
    node?.type === "image" || (node?.type === "html" && /^\s*<img\s[^<>]*>\s*$/i.test(node.value))
  );
}

function setFigure(node: ContainerDirective): void {
  const images: Array<Image | Html> = [];
  const caption: RootContent[] = [];
  const titles: RootContent[] = [];
  for (const child of node.children) {
    const title = caption.length === 0 ? takeTitle(child) : undefined;
    if (caption.length === 0 && isImage(child)) {
      images.push(child);
      continue;
    }
    const leading = caption.length === 0 && child.type === "paragraph" ? takeImages(child) : [];
    images.push(...leading);
    const empty = child.type === "paragraph" && child.children.length === 0;
    if (!empty) caption.push(child);
    if (title) titles.push({ type: "paragraph", children: [title], position: title.position });
  }
  node.children = [
    ...images,
    ...asCaption([...titles, ...caption]),
  ] as ContainerDirective["children"];
}

/** Takes the images that a paragraph begins with out of it. */
function takeImages(paragraph: Paragraph): Array<Image | Html> {
  const images: Array<Image | Html> = [];
  const rest = [...paragraph.children];
  const blank = (node: PhrasingContent | undefined) =>
    node?.type === "break" || (node?.type === "text" && node.value.trim() === "");
  while (isImage(rest[0]) || (images.length > 0 && blank(rest[0]))) {
    const node = rest.shift();
    if (isImage(node)) images.push(node);
  }
  if (images.length > 0) paragraph.children = rest;
  if (images.length > 0 && rest[0]?.type === "text") rest[0].value = rest[0].value.trimStart();
  return images;
}

function asCaption(content: RootContent[]): RootContent[] {
  const only = content[0];
  if (!only) return [];
  if (content.length === 1 && only.type === "paragraph") {
    only.data = { ...only.data, hName: "figcaption" };
    return [only];
  }
  const wrapper = { type: "blockquote", data: { hName: "figcaption" }, children: content };
  return [{ ...wrapper, position: only.position } as RootContent];
}
