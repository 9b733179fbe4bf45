import { PDFArray, PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { type CMap, readCMap } from "./cmap.ts";
import { compositeAdvance, simpleAdvance } from "./font-widths.ts";
import { decodeStream } from "./stream.ts";
import { readTrueType, type TrueType } from "./true-type.ts";
import type { Metrics } from "./walk.ts";

/** A font of a page. */
export interface PageFont extends Metrics {
  /** PostScript name without the prefix of a subset; empty where the file gives none. */
  name: string;
  subset: boolean;
  /** `Type0`, `Type1`, `MMType1`, `TrueType` or `Type3`. */
  kind: string;
  /** What is embedded; absent where nothing is. A Type 3 font is its own program. */
  program?: "Type1" | "TrueType" | "CFF" | "OpenType" | "Type3";
  /** What a code stands for, by the file's own map; `undefined` where it doesn't say. */
  text(code: number): string | undefined;
  /** Whether a code shows something, where its number is that of a glyph of a TrueType program. */
  hasInk(code: number): boolean | undefined;
}

const subsetPrefix = /^[A-Z]{6}\+/;

/**
 * Reads a font dictionary.
 * @param font
 *   Composite or simple. Encodings that are only named are taken for two bytes a code (composite) or
 *   Latin-1 (simple): what they say beyond that isn't needed to place glyphs of embedded fonts.
 * @returns
 *   What it is, how wide its glyphs are, what they stand for.
 * @throws {Error}
 *   When one of its streams cannot be decoded.
 */
export function readFont(font: PDFDict): PageFont {
  const kind = nameOf(font, "Subtype");
  const descendant =
    kind === "Type0" ? font.lookupMaybe(key("DescendantFonts"), PDFArray)?.lookup(0) : undefined;
  const real = descendant instanceof PDFDict ? descendant : font;
  const base = nameOf(font, "BaseFont") || nameOf(real, "BaseFont");
  const map = readMap(font, "ToUnicode");
  const common = {
    name: base.replace(subsetPrefix, ""),
    subset: subsetPrefix.test(base),
    kind,
    ...programOf(real, kind),
    text: (code: number) => map?.text.get(code),
    hasInk: () => undefined,
  };
  if (kind !== "Type0")
    return { ...common, codeLength: () => 1, advance: simpleAdvance(font), vertical: false };
  const encoding = readMap(font, "Encoding");
  const vertical = encoding?.vertical ?? /(^|-)V$/.test(nameOf(font, "Encoding"));
  const advance = compositeAdvance(real, vertical);
  const glyph = (code: number) => glyphOf(encoding, code);
  return {
    ...common,
    ...(encoding === undefined && { hasInk: inkOf(real) }),
    codeLength: encoding === undefined ? () => 2 : codeLength(encoding),
    advance: encoding === undefined ? advance : (code) => advance(glyph(code)),
    vertical,
  };
}

/**
 * Reads fonts by the names that resources give them, each once.
 * @param read
 *   Fonts read so far, to be shared by the pages of a file.
 * @returns
 *   Of resources: the font a name stands for, if it is one.
 */
export function fontsOf(
  read: Map<PDFDict, PageFont>,
): (resources: PDFDict | undefined) => (name: string) => PageFont | undefined {
  return (resources) => {
    const fonts = resources?.lookup(PDFName.of("Font"));
    const named = new Map<string, PageFont | undefined>();
    return (name) => {
      if (named.has(name)) return named.get(name);
      const font = fonts instanceof PDFDict ? fonts.lookup(key(name)) : undefined;
      const known = font instanceof PDFDict ? (read.get(font) ?? readFont(font)) : undefined;
      if (font instanceof PDFDict && known) read.set(font, known);
      named.set(name, known);
      return known;
    };
  };
}

/**
 * The object that a name of a content stream is: the library takes a number sign for an escape.
 * @param name
 *   As read, one character a byte.
 */
export function key(name: string): PDFName {
  return PDFName.of(name.replaceAll("#", "#23"));
}

function nameOf(dictionary: PDFDict, name: string): string {
  const value = dictionary.lookup(PDFName.of(name));
  return value instanceof PDFName ? value.decodeText() : "";
}

function readMap(font: PDFDict, name: string): CMap | undefined {
  const stream = font.lookup(PDFName.of(name));
  return stream instanceof PDFStream ? readCMap(decodeStream(stream)) : undefined;
}

function programOf(font: PDFDict, kind: string): Pick<PageFont, "program"> {
  if (kind === "Type3") return { program: "Type3" };
  const descriptor = font.lookup(PDFName.of("FontDescriptor"));
  if (!(descriptor instanceof PDFDict)) return {};
  if (descriptor.lookup(PDFName.of("FontFile")) instanceof PDFStream) return { program: "Type1" };
  if (descriptor.lookup(PDFName.of("FontFile2")) instanceof PDFStream)
    return { program: "TrueType" };
  const file = descriptor.lookup(PDFName.of("FontFile3"));
  if (!(file instanceof PDFStream)) return {};
  return { program: nameOf(file.dict, "Subtype") === "OpenType" ? "OpenType" : "CFF" };
}

function inkOf(font: PDFDict): PageFont["hasInk"] {
  let read: { program: TrueType | undefined } | undefined;
  return (code) => {
    read ??= { program: trueTypeOf(font) };
    return read.program && !read.program.isEmpty(code);
  };
}

/** The program of a font, where codes are numbers of its glyphs. */
function trueTypeOf(font: PDFDict): TrueType | undefined {
  if (font.lookup(key("CIDToGIDMap")) instanceof PDFStream) return undefined;
  const descriptor = font.lookup(key("FontDescriptor"));
  const file = descriptor instanceof PDFDict ? descriptor.lookup(key("FontFile2")) : undefined;
  return file instanceof PDFStream ? readTrueType(decodeStream(file)) : undefined;
}

function glyphOf(encoding: CMap | undefined, code: number): number {
  const range = encoding?.glyphs.find(({ first, last }) => code >= first && code <= last);
  return range === undefined ? 0 : range.glyph + code - range.first;
}

function codeLength({ spaces }: CMap): PageFont["codeLength"] {
  return (string, at) => {
    let code = 0;
    for (let length = 1; length <= 4 && at + length <= string.length; length++) {
      code = code * 256 + (string[at + length - 1] as number);
      const here = code;
      if (spaces.some((one) => one.length === length && here >= one.first && here <= one.last))
        return length;
    }
    return spaces[0]?.length ?? 2;
  };
}
