import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import type { PageFont } from "../../pdf/font.ts";
import { decodeStream } from "../../pdf/stream.ts";
import { readTrueType } from "../../pdf/true-type.ts";
import { deflated } from "../deflate.ts";
import { addEmptyGlyphs } from "./add-empty-glyphs.ts";
import { type EmptyGlyph, type EmptyGlyphs, findEmptyGlyphs } from "./empty-glyph.ts";
import { type ShownCodes, unsaid } from "./shown-codes.ts";
import { widenGlyph } from "./widen-glyph.ts";

/**
 * The codes of one font. A code says which glyph is shown and what it stands for; Chromium knows one text
 * for a glyph, but a glyph stands now for this, now for that: part of a ligature, a joiner that looks like a
 * space, a letter whose mark is a glyph of its own. So codes are added until each says one thing.
 */
export interface FontCodes {
  /** The code that shows the glyph of another as a text. */
  codeFor(code: number, text: string): number;
  /** A code that shows nothing and stands for a text, as narrow as can be; advance in thousandths of the font size. */
  emptyFor(text: string): { code: number; advance: number } | undefined;
  /** The same, with an advance. */
  spaceFor(text: string): { code: number; advance: number } | undefined;
  /** The same, where the font has nothing without ink that is wide, of a glyph that nobody uses. */
  carrierFor(text: string): { code: number; advance: number } | undefined;
  /** What a code stands for now. */
  text(code: number): string | undefined;
  advance(code: number): number;
  /** Writes what was added into the font. */
  write(): void;
}

// Thousandths of the font size.
const carrierWidth = 500;
// One for what takes no room, one to be widened.
const addedGlyphs = 2;

/**
 * Opens the codes of a font.
 * @param dictionary
 *   A composite font with two bytes a code, each the number of a glyph.
 * @param read
 *   The font as it was read, and what it says of the codes that are shown.
 */
export function openCodes(
  dictionary: PDFDict,
  { font, shown }: { font: PageFont; shown: ShownCodes },
): FontCodes {
  const descendant = dictionary.lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
  const texts = new Map<number, string>();
  const added = new Map<string, number>();
  const glyphs = new Map<number, number>();
  const widths = new Map<number, number>();
  let free: number | undefined;
  let empties: EmptyGlyphs | undefined;
  let widened: number | undefined;

  function add(glyph: number, text: string, width: number): number {
    const name = `${glyph} ${text}`;
    const known = added.get(name);
    if (known !== undefined) return known;
    free ??= firstFree(descendant);
    const code = free++;
    added.set(name, code);
    glyphs.set(code, glyph);
    widths.set(code, width);
    texts.set(code, text);
    return code;
  }

  function advance(code: number): number {
    return rounded(shown.of(code).width * 1000);
  }

  function show(glyph: EmptyGlyph | undefined, text: string) {
    return glyph && { code: add(glyph.glyph, text, glyph.advance), advance: glyph.advance };
  }

  function found(): EmptyGlyphs {
    empties ??= emptiesOf(descendant);
    return empties;
  }

  /** The same; a font that has none, a subset of a few letters, is given some. */
  function given(): EmptyGlyphs {
    if (!found().narrow) empties = addEmpties(descendant);
    return found();
  }

  function widen(text: string) {
    const glyph = given().spare?.glyph;
    if (glyph === undefined) return undefined;
    widened = glyph;
    return { code: add(glyph, text, carrierWidth), advance: carrierWidth };
  }

  return {
    codeFor(code, text) {
      const said = texts.get(code) ?? saidBy(font, code);
      if (said === text) return code;
      if (said !== "") return add(code, text, advance(code));
      texts.set(code, text);
      return code;
    },
    emptyFor: (text) => show(given().narrow, text),
    spaceFor: (text) => show(found().wide, text),
    carrierFor: (text) => show(found().wide, text) ?? widen(text),
    text: (code) => texts.get(code) ?? font.text(code),
    advance: (code) => widths.get(code) ?? advance(code),
    write() {
      if (texts.size > 0) writeTexts(dictionary, texts);
      if (glyphs.size > 0) writeGlyphs(descendant, glyphs);
      for (const { code } of shown.all()) if (!widths.has(code)) widths.set(code, advance(code));
      writeWidths(descendant, widths);
      if (widened !== undefined) widenIn(descendant, widened);
    },
  };
}

/** The first code above all glyphs of the font. */
function firstFree(descendant: PDFDict): number {
  const program = programOf(descendant);
  return (program && readTrueType(program)?.glyphs) ?? 0x8000;
}

function emptiesOf(descendant: PDFDict): EmptyGlyphs {
  const program = programOf(descendant);
  return program ? findEmptyGlyphs(program) : {};
}

function addEmpties(descendant: PDFDict): EmptyGlyphs {
  const program = programOf(descendant);
  const longer = program && addEmptyGlyphs(program, addedGlyphs);
  if (!longer) return {};
  writeProgram(descendant, longer);
  return findEmptyGlyphs(longer);
}

/** What a font says of a code. */
function saidBy(font: PageFont, code: number): string {
  const text = font.text(code) ?? "";
  return text === unsaid ? "" : text;
}

function programOf(descendant: PDFDict): Uint8Array | undefined {
  const file = descriptorOf(descendant).lookup(fontFile);
  return file instanceof PDFStream ? decodeStream(file) : undefined;
}

/** Writes the font's program with a glyph that has an advance now. */
function widenIn(descendant: PDFDict, glyph: number): void {
  const program = programOf(descendant);
  if (program) writeProgram(descendant, widenGlyph(program, glyph, carrierWidth));
}

function writeProgram(descendant: PDFDict, program: Uint8Array): void {
  const descriptor = descriptorOf(descendant);
  const [reference, file] = [descriptor.get(fontFile), descriptor.lookup(fontFile)];
  if (!(file instanceof PDFStream) || !(reference instanceof PDFRef)) return;
  descendant.context.assign(reference, deflated(descendant.context, program, file.dict));
}

function descriptorOf(descendant: PDFDict): PDFDict {
  return descendant.lookup(PDFName.of("FontDescriptor"), PDFDict);
}

const fontFile = PDFName.of("FontFile2");

function writeTexts(dictionary: PDFDict, texts: ReadonlyMap<number, string>): void {
  const old = dictionary.lookup(PDFName.of("ToUnicode"));
  const stream = old instanceof PDFStream ? Buffer.from(decodeStream(old)).toString("latin1") : "";
  const entries = [...texts].sort(([one], [other]) => one - other);
  let blocks = "";
  // A block holds a hundred entries (Adobe technical note 5411).
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks += `${block.length} beginbfchar\n`;
    for (const [code, text] of block) blocks += `<${hex(code)}> <${utf16(text)}>\n`;
    blocks += "endbfchar\n";
  }
  const written = stream.includes("endcmap")
    ? stream.replace("endcmap", () => `${blocks}endcmap`)
    : wholeMap(blocks);
  const reference = dictionary.get(PDFName.of("ToUnicode"));
  const bytes = deflated(dictionary.context, Buffer.from(written, "latin1"));
  if (reference instanceof PDFRef) dictionary.context.assign(reference, bytes);
  else dictionary.set(PDFName.of("ToUnicode"), dictionary.context.register(bytes));
}

function wholeMap(blocks: string): string {
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** Writes which glyph each added code shows, beside all others which show the glyph of their own number. */
function writeGlyphs(descendant: PDFDict, glyphs: ReadonlyMap<number, number>): void {
  const last = Math.max(...glyphs.keys());
  const map = Buffer.alloc((last + 1) * 2);
  for (let code = 0; code <= last; code++) map.writeUInt16BE(glyphs.get(code) ?? code, code * 2);
  const { context } = descendant;
  descendant.set(PDFName.of("CIDToGIDMap"), context.register(deflated(context, map)));
}

/** Writes how wide codes are, those that follow each other in one list (ISO 32000-1, 9.7.4.3). */
function writeWidths(descendant: PDFDict, widths: ReadonlyMap<number, number>): void {
  const list: Array<number | number[]> = [];
  let before = Number.NaN;
  for (const [code, width] of [...widths].sort(([one], [other]) => one - other)) {
    if (code === before + 1) (list.at(-1) as number[]).push(width);
    else list.push(code, [width]);
    before = code;
  }
  descendant.set(PDFName.of("W"), descendant.context.obj(list));
}

/** As fine as widths are measured. */
function rounded(width: number): number {
  return Math.round(width * 1e5) / 1e5;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, "0").toUpperCase();
}

function utf16(text: string): string {
  let digits = "";
  for (let at = 0; at < text.length; at++) digits += hex(text.charCodeAt(at));
  return digits;
}
