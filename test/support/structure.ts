import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { fontsOf } from "../../scripts/pdf/font.ts";
import { pageContent } from "../../scripts/pdf/stream.ts";
import { readOperations } from "../../scripts/pdf/tokens.ts";
import { walkOperations } from "../../scripts/pdf/walk.ts";

/** An element of a file's structure, as a reader finds it. */
export interface Found {
  type: string;
  /** What is said of it: language, alternative text, expansion, id, attributes. */
  said: string[];
  /** Text, elements, and the purposes of links. */
  kids: Array<string | Found | { link: string }>;
}

/** What a file says, by its structure alone. */
export interface FoundStructure {
  top: Found;
  /** By page: text outside the structure, by the kind of artifact. */
  artifacts: Array<Record<string, string>>;
}

/**
 * Reads a file's structure and the text in it.
 * @param pdf
 *   A tagged file that we made.
 * @param by
 *   Whether content that says something instead of what its codes say is read by that, or by its codes all the same.
 */
export async function readStructure(
  pdf: Uint8Array,
  by: "actual text" | "codes" = "actual text",
): Promise<FoundStructure> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const texts = new Map<PDFRef, Map<number | string, string>>();
  const fonts = fontsOf(new Map());
  for (const page of document.getPages()) texts.set(page.ref, textsOf(page));
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const top = read(root.lookup(PDFName.of("K"), PDFArray).lookup(0, PDFDict), undefined);
  const artifacts = [...texts.values()].map((page) =>
    Object.fromEntries([...page].filter(([key]) => typeof key === "string")),
  );
  return { top, artifacts };

  function textsOf(page: ReturnType<PDFDocument["getPage"]>): Map<number | string, string> {
    const found = new Map<number | string, string>();
    const named = fonts(page.node.Resources());
    walkOperations(
      readOperations(pageContent(page)),
      {
        text({ font, glyphs }, { marks }) {
          const owner = marks.find(({ properties }) => mcidOf(properties) !== undefined);
          const key = owner ? (mcidOf(owner.properties) as number) : artifactOf(marks);
          const [instead] = marks.flatMap(({ properties }) =>
            properties instanceof Map ? (properties.get("ActualText") ?? []) : [],
          );
          const isSilent = instead instanceof Uint8Array && instead.length <= 2;
          const letters =
            instead instanceof Uint8Array && (isSilent || by === "actual text")
              ? [...new TextDecoder("utf-16be").decode(instead)]
              : glyphs.map(({ code }) => named(font)?.text(code) ?? "\uFFFD");
          // What is read from the right stands from the left.
          const reversed = marks.some(({ tag }) => tag === "ReversedChars");
          const text = (reversed ? letters.reverse() : letters).join("");
          found.set(key, (found.get(key) ?? "") + text);
        },
      },
      named,
    );
    return found;
  }

  function read(element: PDFDict, page: PDFRef | undefined): Found {
    const own = (element.get(PDFName.of("Pg")) as PDFRef | undefined) ?? page;
    const kids = element.lookup(PDFName.of("K"));
    const list = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : [];
    const found: Found = { type: nameOf(element, "S"), said: saidOf(element), kids: [] };
    const actual = stringOf(element, "ActualText");
    for (const kid of list) {
      const text = textOf(kid, own);
      if (typeof text !== "string") found.kids.push(text);
      else if (typeof found.kids.at(-1) === "string") found.kids.push(found.kids.pop() + text);
      else found.kids.push(text);
    }
    // Told only where it says something else than its codes.
    if (actual !== undefined) {
      const same = plain(actual) === plain(found.kids.join(""));
      found.said.push(same ? "ActualText" : `ActualText=${JSON.stringify(actual)}`);
    }
    return found;
  }

  function textOf(kid: PDFObject, page: PDFRef | undefined): string | Found | { link: string } {
    const object = document.context.lookup(kid);
    if (object instanceof PDFNumber) return texts.get(page as PDFRef)?.get(object.asNumber()) ?? "";
    const dictionary = object as PDFDict;
    const type = nameOf(dictionary, "Type");
    if (type === "MCR") {
      const number = dictionary.lookup(PDFName.of("MCID"), PDFNumber).asNumber();
      return texts.get(dictionary.get(PDFName.of("Pg")) as PDFRef)?.get(number) ?? "";
    }
    if (type !== "OBJR") return read(dictionary, page);
    const annotation = dictionary.lookup(PDFName.of("Obj"), PDFDict);
    return { link: stringOf(annotation, "Contents") ?? "" };
  }
}

/** Text without white space and marks of direction. */
function plain(text: string): string {
  return text.replace(/[\s\u200E\u200F]/g, "");
}

/** What kind of artifact text is that belongs to none. */
function artifactOf(marks: ReadonlyArray<{ tag: string; properties?: unknown }>): string {
  const { properties } = marks.find(({ tag }) => tag === "Artifact") ?? {};
  if (!(properties instanceof Map)) return "none";
  const said = ["Subtype", "Type"].map((key) => properties.get(key)).find((value) => value);
  return String(said).replace("/", "");
}

function mcidOf(properties: unknown): number | undefined {
  const value = properties instanceof Map ? properties.get("MCID") : undefined;
  return typeof value === "number" ? value : undefined;
}

function saidOf(element: PDFDict): string[] {
  const said = ["Lang", "Alt", "E", "ID"].flatMap((key) => {
    const value = stringOf(element, key);
    return value === undefined ? [] : [`${key}=${JSON.stringify(value)}`];
  });
  const attributes = element.lookup(PDFName.of("A"));
  const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  for (const one of list) {
    if (!(one instanceof PDFDict)) continue;
    for (const [key, value] of one.entries()) {
      const name = key.decodeText();
      // Where a picture stands differs with the layout.
      if (name !== "O")
        said.push(name === "BBox" ? name : `${name}=${String(value).replace("/", "")}`);
    }
  }
  return said;
}

function stringOf(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key));
  const isText = value instanceof PDFString || value instanceof PDFHexString;
  return isText ? value.decodeText() : undefined;
}

function nameOf(dictionary: PDFDict, key: string): string {
  return dictionary.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? "";
}

// Longer texts are told by their ends.
const longest = 120;

/** A structure as lines: an element, what is said of it, its text; below it, further in, what it holds. */
export function describeStructure({ top, artifacts }: FoundStructure): string {
  const lines: string[] = [];
  const write = (element: Found, indent: string) => {
    const { type, said, kids } = element;
    const [only] = kids;
    const short = kids.length === 1 && typeof only === "string";
    lines.push([`${indent}${type}`, ...said, ...(short ? [quoted(only)] : [])].join(" "));
    if (short) return;
    for (const kid of kids) {
      if (typeof kid === "string") lines.push(`${indent}  ${quoted(kid)}`);
      else if ("type" in kid) write(kid, `${indent}  `);
      else lines.push(`${indent}  → ${kid.link}`);
    }
  };
  write(top, "");
  for (const page of artifacts) {
    const told = Object.entries(page).map(([kind, text]) => ` ${kind} ${quoted(text.trim())}`);
    lines.push(`Artifacts${told.join("")}`);
  }
  return `${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  if (text.length <= longest) return JSON.stringify(text);
  const words = text.trim().split(/\s+/).length;
  return `${JSON.stringify(text.slice(0, 40))} … ${JSON.stringify(text.slice(-40))} (${words} words)`;
}
