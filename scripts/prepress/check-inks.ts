import {
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from "@cantoo/pdf-lib";
import { decodeStream, pageContent } from "../pdf/stream.ts";
import { readOperations } from "../pdf/tokens.ts";
import type { Fault } from "../types.ts";
import { kindOfSpace } from "./spaces.ts";

const name = (text: string) => PDFName.of(text);
// Operators that set a plain colour of the screen, and of ink.
const ofScreen: ReadonlySet<string> = new Set(["rg", "RG"]);
const ofInk: ReadonlySet<string> = new Set(["k", "K"]);

/** What counts as a stray colour in a copy of each kind. */
const strays = {
  DeviceCMYK: { operators: ofScreen, spaces: ["rgb"], said: "a colour of the screen" },
  DeviceGray: {
    operators: new Set([...ofScreen, ...ofInk]),
    spaces: ["rgb", "cmyk"],
    said: "a colour that is no grey",
  },
} as const;

/**
 * Looks for colours that should have become ink: in every content stream, picture, gradient and group.
 * @param document
 *   A copy for paper.
 * @param space
 *   The one colour space it should have.
 * @returns
 *   Faults `pdf-ink`, at most one a page and one for everything that stands elsewhere.
 */
export function checkInks(document: PDFDocument, space: keyof typeof strays): Fault[] {
  const { operators, spaces, said } = strays[space];
  const note = "Leave the drawing or picture out of this copy, or save it again as a plain PNG.";
  const fault = (place: string): Fault => ({
    rule: "pdf-ink",
    reason: `${place} has ${said}`,
    note,
  });
  const stray = (content: Uint8Array) =>
    readOperations(content).some(
      ({ operator, operands }) =>
        operators.has(operator) ||
        ((operator === "cs" || operator === "CS") && isStray(name(String(operands[0])))),
    );
  const isStray = (object: PDFObject | undefined) =>
    (spaces as readonly string[]).includes(kindOfSpace(object)) && !isTagged(object);
  const pages = document
    .getPages()
    .flatMap((page, index) => (stray(pageContent(page)) ? [fault(`page ${index + 1}`)] : []));
  const elsewhere = document.context.enumerateIndirectObjects().some(([, object]) => {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) return false;
    if (isDrawing(object) && stray(decodeStream(object))) return true;
    return spacesOf(dict).some(isStray);
  });
  return elsewhere ? [...pages, fault("a picture or drawing")] : pages;
}

function isDrawing(object: PDFObject): object is PDFRawStream {
  if (!(object instanceof PDFRawStream)) return false;
  const { dict } = object;
  return dict.get(name("Subtype")) === name("Form") || dict.has(name("PatternType"));
}

/** Colour spaces of an image, a gradient, a pattern's gradient, a group. */
function spacesOf(dict: PDFDict): (PDFObject | undefined)[] {
  const group = dict.lookup(name("Group"));
  const shading = dict.lookup(name("Shading"));
  return [
    dict.lookup(name("ColorSpace")),
    group instanceof PDFDict ? group.lookup(name("CS")) : undefined,
    shading instanceof PDFDict ? shading.lookup(name("ColorSpace")) : undefined,
  ];
}

/** Whether the colours say how they look, so that whoever prints them can choose inks (ISO 15930-7). */
function isTagged(object: PDFObject | undefined): boolean {
  return object !== undefined && !(object instanceof PDFName);
}
