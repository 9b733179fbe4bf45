import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import type { PageFont } from "../../pdf/font.ts";
import { compositeWidths } from "../../pdf/font-widths.ts";
import { decodeStream } from "../../pdf/stream.ts";
import { readTrueType } from "../../pdf/true-type.ts";
import { deflated } from "../deflate.ts";
import { addEmptyGlyphs } from "./add-empty-glyphs.ts";
import { type EmptyGlyph, type EmptyGlyphs, findEmptyGlyphs } from "./empty-glyph.ts";
import { writeGlyphs, writeTexts, writeWidths } from "./font-maps.ts";
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
      // Of a code that was added, the glyph that it shows.
      if (said !== "")
        return add(glyphs.get(code) ?? code, text, widths.get(code) ?? advance(code));
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
      const measured = shown.all().map(({ code }): [number, number] => [code, advance(code)]);
      // Those first that only drawings within the page show, which were not looked at.
      writeWidths(descendant, [...compositeWidths(descendant), ...measured, ...widths]);
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

/** As fine as widths are measured. */
function rounded(width: number): number {
  return Math.round(width * 1e5) / 1e5;
}
