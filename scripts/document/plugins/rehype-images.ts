import type { Element, ElementData, Parents, Root } from "hast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import type { RuleId } from "../../tables/rules.ts";
import { openAlbum, type Picture } from "../images/album.ts";
import type { ImageFault } from "../images/image-address.ts";
import { judgeDescription } from "../images/judge-description.ts";
import type { ImageSource } from "../images/load-image.ts";
import { decoded } from "../links/decoded.ts";

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
    reportHeavy(images, album, file);
    for (const [node, parent] of images) {
      judgeDescription(node, parent, file);
      const picture = album.get(addressOf(node)) as Picture | ImageFault;
      if (!("rule" in picture)) {
        if (picture.damaged) complainOfDamage(node, file);
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

/** Tells once of pictures that make every PDF large, since nothing makes them smaller. */
function reportHeavy(
  images: ReadonlyArray<[Element, Parents]>,
  album: ReadonlyMap<string, Picture | ImageFault>,
  file: VFile,
): void {
  // An image has several addresses, and one picture.
  const heavy = new Map<Picture, Element>();
  for (const [node] of images) {
    const picture = album.get(addressOf(node));
    if (picture && "heavy" in picture && !heavy.has(picture)) heavy.set(picture, node);
  }
  const [first] = heavy.values();
  if (!first) return;
  const bytes = [...heavy.keys()].reduce((sum, picture) => sum + (picture.heavy ?? 0), 0);
  const what = heavy.size > 1 ? `This image and ${heavy.size - 1} more make` : "This image makes";
  complain(
    file,
    "image-heavy",
    first,
    `${what} each PDF about ${Math.round(bytes / 1e6)} megabytes larger, much for a mail`,
    "If it is a photograph, save it as JPEG, in the colours of screens (RGB): those are made small by themselves. A drawing or a screenshot is lighter with fewer pixels.",
  );
}

function complainOfDamage(node: Element, file: VFile): void {
  complain(
    file,
    "image-damaged",
    node,
    `The photograph “${nameOf(node)}” is damaged, and prints so: a part of it may be grey, shifted or in false colours`,
    "Copy it anew from where it was taken or kept; one that was sent may have suffered on the way. If it looks right when printed, open it and save it again.",
  );
}

function nameOf(node: Element): string {
  return decoded(addressOf(node)).slice(0, 80);
}

function reportFault(node: Element, { rule, reason }: ImageFault, file: VFile): void {
  complain(file, rule, node, `The image “${nameOf(node)}” ${reason}`, notes[rule]);
}
