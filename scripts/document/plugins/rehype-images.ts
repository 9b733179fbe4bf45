import { posix } from "node:path";
import type { Element, ElementData, Parents, Root } from "hast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complain.ts";
import type { RuleId } from "../../tables/rules.ts";
import { decoded } from "../decoded.ts";
import { inspectImage } from "../image-file.ts";
import { sizedSvg } from "../svg-size.ts";

/** Where the bytes of images come from; the caller sees to it that none lies outside the publication. */
export interface ImageSource {
  /**
   * Bytes of an image.
   * @param path
   *   Relative to the publication's folder, `/` between names, never leading out of it.
   * @returns
   *   Rejects with an error whose message is a clause (`"there is no such file"`) and whose `rule` may be
   *   `"path-outside"`.
   */
  read(path: string): Promise<Uint8Array>;
}

type Fault = { rule: RuleId; reason: string };
type Loaded = { bytes: Uint8Array } | Fault;

interface Picture {
  /** Its bytes, as a `data:` URL. */
  address: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Its path in the publication, where it is a file. */
  file?: string;
}

/** Most pixels in all images of a text: the browser holds them at once, four bytes each. */
const mostPixelsTogether = 200_000_000;
const tooMany: Fault = {
  rule: "image-size",
  reason: `brings the images of this text to more than ${mostPixelsTogether / 1e6} million pixels`,
};

const notes: Partial<Record<RuleId, string>> = {
  "image-missing": "Put the file into the publication's folder, or correct the name.",
  "image-outside": "Copy the image into the publication's folder and name it from there.",
  "image-remote":
    "Save the image into the publication's folder and name that file: nothing is fetched while building.",
  "image-size": "Save it smaller: 4000 pixels on its long side print well on any sheet.",
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
    const look = album(source);
    for (const [node, parent] of images) {
      if (String(node.properties.alt ?? "").trim() === "") reportAlt(node, file);
      const picture = await look(String(node.properties.src ?? ""));
      if (!("rule" in picture)) {
        embed(node, picture);
        continue;
      }
      const name = decoded(String(node.properties.src ?? "")).slice(0, 80);
      complain(
        file,
        picture.rule,
        node,
        `The image “${name}” ${picture.reason}`,
        notes[picture.rule],
      );
      parent.children.splice(parent.children.indexOf(node as never), 1);
    }
  };
}

/** The pictures of a text: each is read once, and together they have so many pixels at most. */
function album(source: ImageSource): (address: string) => Promise<Picture | Fault> {
  const known = new Map<string, Picture | Fault>();
  let pixels = 0;
  return async (address) => {
    const path = pathOf(address);
    const name = typeof path === "string" ? path : address;
    const seen = known.get(name);
    if (seen) return seen;
    const picture = await pictureOf(path, source);
    const more = "rule" in picture ? 0 : picture.width * picture.height;
    const kept = pixels + more > mostPixelsTogether ? tooMany : picture;
    if (kept === picture) pixels += more;
    known.set(name, kept);
    return kept;
  };
}

async function pictureOf(path: string | Loaded, source: ImageSource): Promise<Picture | Fault> {
  const loaded = await load(path, source);
  if ("rule" in loaded) return loaded;
  const image = inspectImage(loaded.bytes);
  if ("rule" in image) return image;
  const { width, height, type } = image;
  const bytes = Buffer.from(loaded.bytes);
  const isDrawing = type === "image/svg+xml";
  const data = (isDrawing ? Buffer.from(sizedSvg(bytes.toString())) : bytes).toString("base64");
  const file = typeof path === "string" ? { file: path } : {};
  return { address: `data:${type};base64,${data}`, width, height, ...file };
}

function embed(node: Element, { address, width, height, file }: Picture): void {
  if (file !== undefined) node.data = { ...node.data, file } as ElementData;
  node.properties.alt ??= "";
  Object.assign(node.properties, { src: address, width, height });
}

async function load(path: string | Loaded, source: ImageSource): Promise<Loaded> {
  if (typeof path !== "string") return path;
  try {
    return { bytes: await source.read(path) };
  } catch (error) {
    const { message, rule } = error as Error & { rule?: string };
    if (rule === "path-outside")
      return { rule: "image-outside", reason: `can't be used: ${message}` };
    return { rule: "image-missing", reason: `can't be read: ${message}` };
  }
}

/** The path an address means, the bytes it holds, or why it means none of ours. */
function pathOf(address: string): string | Loaded {
  const embedded = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/i.exec(address)?.[1];
  if (embedded !== undefined) return { bytes: new Uint8Array(Buffer.from(embedded, "base64")) };
  const path = decoded(address);
  const remote = /^(?:https?|ftp|wss?):|^[\\/]{2}/i;
  if (remote.test(address) || remote.test(path))
    return { rule: "image-remote", reason: "is on the web" };
  const normal = posix.normalize(path.replaceAll("\\", "/"));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL ends a path for the system.
  if (/^\/|^[a-z][a-z\d+.-]*:|\u0000/i.test(path.trim()) || /^\/|^\.\.(?:\/|$)/.test(normal))
    return { rule: "image-outside", reason: "is outside the publication's folder" };
  if (path.trim() === "" || normal === ".")
    return { rule: "image-missing", reason: "has no file name" };
  return normal;
}

function reportAlt(node: Element, file: VFile): void {
  complain(
    file,
    "image-no-alt",
    node,
    "This image has no description, so people who can't see it miss it",
    "Say in a few words what it shows, between the square brackets.",
  );
}
