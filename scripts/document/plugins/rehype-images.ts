import type { Element, ElementContent, ElementData, Parents, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";
import type { RuleId } from "../../tables/rules.ts";
import { openAlbum, type Picture } from "../album.ts";
import { decoded } from "../decoded.ts";
import type { ImageFault } from "../image-address.ts";
import type { ImageSource } from "../load-image.ts";

const notes: Partial<Record<RuleId, string>> = {
  "image-missing": "Put the file into the publication's folder, or correct the name.",
  "image-outside": "Copy the image into the publication's folder and name it from there.",
  "image-remote":
    "Save the image into the publication's folder and name that file: nothing is fetched while building.",
  "image-size":
    "Save it smaller: 3000 pixels on its long side print well on any sheet. Photographs saved as JPEG are made smaller by themselves.",
  "image-unreadable": "Save it again as PNG or JPEG.",
  "image-unsafe": "Save the drawing again as plain SVG, or as PNG.",
};

/**
 * Puts the bytes of every image into the page, with its size in pixels. An image that can't be had is an error
 * at its line, never a blank.
 * @param source
 *   Where bytes come from.
 * @returns
 *   Transform; `image-*` rules.
 */
export function rehypeImages(source: ImageSource) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const images: Array<[Element, Parents]> = [];
    visit(tree, "element", (node, _index, parent) => {
      if (node.tagName === "img" && parent) images.push([node, parent]);
    });
    const album = await openAlbum(
      source,
      images.map(([node]) => addressOf(node)),
    );
    reportReduced(images, album, file);
    for (const [node, parent] of images) {
      reportAlt(node, file);
      reportAgain(node, parent, file);
      reportTitle(node, file);
      const picture = album.get(addressOf(node)) as Picture | ImageFault;
      if (!("rule" in picture)) {
        embed(node, picture);
        continue;
      }
      reportFault(node, picture, file);
      parent.children.splice(parent.children.indexOf(node as never), 1);
    }
  };
}

function addressOf(node: Element): string {
  return String(node.properties.src ?? "");
}

function embed(node: Element, { address, width, height, file }: Picture): void {
  if (file !== undefined) node.data = { ...node.data, file } as ElementData;
  node.properties.alt ??= "";
  Object.assign(node.properties, { src: address, width, height });
}

// photo.jpg, IMG_1234: what cameras and programs call a file.
const fileName =
  /^\S+\.(?:avif|bmp|gif|heic|jpe?g|pdf|png|svg|tiff?|webp)$|^(?:dscn?|image|img|photo|pic|screenshot)[-_ ]?\d+$/iu;

/** Longest description, in characters: it is heard in one go, and nobody can go back in it. */
const longest = 300;

function reportAlt(node: Element, file: VFile): void {
  // Said to be none.
  if (node.properties.alt === "") return;
  const said = String(node.properties.alt ?? "").trim();
  if (said.length > longest) reportLength(node, said.length, file);
  if (said !== "" && !fileName.test(said)) return;
  complain(
    file,
    "image-no-alt",
    node,
    said === ""
      ? "This image has no description, so people who can't see it miss it"
      : `“${said}” is the name of a file and no description, so people who can't see the image miss it`,
    'Say in a few words what it shows, between the square brackets. If it only decorates, write it as `<img src="…" alt="">`.',
  );
}

function reportLength(node: Element, length: number, file: VFile): void {
  complain(
    file,
    "image-alt-long",
    node,
    `The description of this image has ${length} characters, and who hears it can't go back in it`,
    "Say what it shows in a sentence or two, and put the rest into the text or the caption, where everybody reads it.",
  );
}

function reportAgain(node: Element, { children }: Parents, file: VFile): void {
  const said = plain(String(node.properties.alt ?? ""));
  const again = (children as ElementContent[]).some(
    (one) => one.type === "element" && one.tagName === "figcaption" && plain(textOf(one)) === said,
  );
  if (said === "" || !again) return;
  complain(
    file,
    "image-alt-again",
    node,
    "The description of this image says the same as its caption, so who hears it hears that twice",
    "Say between the square brackets what is to be seen, for those who can't see it.",
  );
}

/** Letters and figures. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** The title of an image alone in its paragraph is its caption; any other has no place to be printed. */
function reportTitle(node: Element, file: VFile): void {
  const title = String(node.properties.title ?? "").trim();
  if (title === "" || title === String(node.properties.alt ?? "").trim()) return;
  complain(
    file,
    "image-title",
    node,
    `“${title}”, the title of this image, is not printed, since the image does not stand alone in its paragraph`,
    "Put blank lines before and behind the image, or the words into the text.",
  );
}

/** Tells once of photographs that are made smaller. */
function reportReduced(
  images: ReadonlyArray<[Element, Parents]>,
  album: ReadonlyMap<string, Picture | ImageFault>,
  file: VFile,
): void {
  const reduced = images.flatMap(([node]) => {
    const picture = album.get(addressOf(node));
    return picture && "reduced" in picture ? [{ node, side: picture.reduced }] : [];
  });
  const [first] = reduced;
  if (!first) return;
  const names = new Set(reduced.map(({ node }) => addressOf(node)));
  const what =
    names.size > 1 ? `This photograph and ${names.size - 1} more are` : "This photograph is";
  complain(
    file,
    "image-reduced",
    first.node,
    `${what} put in with ${first.side} pixels on the long side, since nobody sees more on paper and files stay small`,
    "Nothing to do. Your own files stay as they are.",
  );
}

function reportFault(node: Element, { rule, reason }: ImageFault, file: VFile): void {
  const name = decoded(String(node.properties.src ?? "")).slice(0, 80);
  complain(file, rule, node, `The image “${name}” ${reason}`, notes[rule]);
}
