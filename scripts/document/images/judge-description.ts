import type { Element, ElementContent, Parents } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";

// photo.jpg, IMG_1234: what cameras and programs call a file.
const fileName =
  /^\S+\.(?:avif|bmp|gif|heic|jpe?g|pdf|png|svg|tiff?|webp)$|^(?:dscn?|image|img|photo|pic|screenshot)[-_ ]?\d+$/iu;

/** Longest description, in characters: it is heard in one go, and nobody can go back in it. */
const longest = 300;

/**
 * Judges what is said of an image, to who hears it and to who does not see its title on paper.
 * @param image
 *   Element `img`.
 * @param parent
 *   What it stands in; a figure may have a caption.
 * @param file
 *   Gets `image-no-alt`, `image-alt-long`, `image-alt-again` and `image-title`.
 */
export function judgeDescription(image: Element, parent: Parents, file: VFile): void {
  reportAlt(image, file);
  reportAgain(image, parent, file);
  reportTitle(image, file);
}

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
