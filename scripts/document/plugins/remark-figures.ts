import type { Image, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";

/**
 * Makes figures: an image alone in its paragraph (its title becomes the caption), and `:::figure` with
 * images and then a caption of any inline or flow content.
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
  const image = node.children[0];
  if (node.children.length !== 1 || image?.type !== "image") return;
  const caption = image.title;
  node.data = { ...node.data, hName: "figure" };
  if (!caption) return;
  image.title = null;
  node.children.push({
    type: "emphasis",
    data: { hName: "figcaption" },
    children: [{ type: "text", value: caption }],
    position: image.position,
  });
}

function setFigure(node: ContainerDirective): void {
  const images: Image[] = [];
  const caption: RootContent[] = [];
  for (const child of node.children) {
    const leading = caption.length === 0 && child.type === "paragraph" ? takeImages(child) : [];
    images.push(...leading);
    const empty = child.type === "paragraph" && child.children.length === 0;
    if (!empty) caption.push(child);
  }
  node.children = [...images, ...asCaption(caption)] as ContainerDirective["children"];
}

/** Takes the images that a paragraph begins with out of it. */
function takeImages(paragraph: Paragraph): Image[] {
  const images: Image[] = [];
  const rest = [...paragraph.children];
  const blank = (node: PhrasingContent | undefined) =>
    node?.type === "break" || (node?.type === "text" && node.value.trim() === "");
  while (rest[0]?.type === "image" || (images.length > 0 && blank(rest[0]))) {
    const node = rest.shift();
    if (node?.type === "image") images.push(node);
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
