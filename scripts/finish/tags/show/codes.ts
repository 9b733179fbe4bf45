import { PDFArray, PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { PageFont } from "../../../pdf/font.ts";
import { compositeWidths } from "../../../pdf/font-widths.ts";
import { type ShownCodes, unsaid } from "../runs/shown-codes.ts";
import type { EmptyGlyph } from "./empty-glyph.ts";
import { EmptyGlyphSupply } from "./empty-glyph-supply.ts";
import { writeGlyphs, writeTexts, writeWidths } from "./font-maps.ts";

/** A code that shows nothing; its advance in thousandths of the font size. */
export interface EmptyCode {
  code: number;
  advance: number;
}

/**
 * The codes of one font. A code says which glyph is shown and what it stands for; Chromium knows one text
 * for a glyph, but a glyph stands now for this, now for that: part of a ligature, a joiner that looks like a
 * space, a letter whose mark is a glyph of its own. So codes are added until each says one thing.
 */
export interface FontCodes {
  /** The code that shows the glyph of another as a text. */
  codeFor(code: number, text: string): number;
  /** A code that shows nothing and stands for a text, as narrow as can be. */
  emptyFor(text: string): EmptyCode | undefined;
  /** The same with the advance of the font's own blank, if it has one. */
  spaceFor(text: string): EmptyCode | undefined;
  /** The same with an advance, in thousandths of the font size to a few of them. */
  carrierFor(text: string, width: number): EmptyCode | undefined;
  /** What a code stands for now. */
  text(code: number): string | undefined;
  advance(code: number): number;
  /** Writes what was added into the font. */
  write(): void;
}

/**
 * Opens the codes of a font.
 * @param dictionary
 *   A composite font with two bytes a code, each the number of a glyph.
 * @param read
 *   The font as it was read, and what it says of the codes that are shown.
 */
export function openCodes(
  dictionary: PDFDict,
  read: { font: PageFont; shown: ShownCodes },
): FontCodes {
  return new Codes(dictionary, read);
}

class Codes implements FontCodes {
  readonly #dictionary: PDFDict;
  readonly #descendant: PDFDict;
  readonly #font: PageFont;
  readonly #shown: ShownCodes;
  readonly #empties: EmptyGlyphSupply;
  /** By code, where it isn't what the font says. */
  readonly #texts = new Map<number, string>();
  /** Codes that were added, by glyph and text; their glyphs and widths. */
  readonly #added = new Map<string, number>();
  readonly #glyphs = new Map<number, number>();
  readonly #widths = new Map<number, number>();
  #free: number | undefined;

  constructor(dictionary: PDFDict, { font, shown }: { font: PageFont; shown: ShownCodes }) {
    this.#dictionary = dictionary;
    this.#descendant = dictionary
      .lookup(PDFName.of("DescendantFonts"), PDFArray)
      .lookup(0, PDFDict);
    this.#font = font;
    this.#shown = shown;
    this.#empties = new EmptyGlyphSupply(this.#descendant);
  }

  codeFor(code: number, text: string): number {
    const said = this.#texts.get(code) ?? saidBy(this.#font, code);
    if (said === text) return code;
    // Of a code that was added, the glyph that it shows.
    if (said !== "") return this.#add(this.#glyphs.get(code) ?? code, text, this.advance(code));
    this.#texts.set(code, text);
    return code;
  }

  emptyFor(text: string): EmptyCode | undefined {
    return this.#show(this.#empties.narrow, text);
  }

  spaceFor(text: string): EmptyCode | undefined {
    return this.#show(this.#empties.blank, text);
  }

  carrierFor(text: string, width: number): EmptyCode | undefined {
    return this.#show(this.#empties.wide(width), text);
  }

  text(code: number): string | undefined {
    return this.#texts.get(code) ?? this.#font.text(code);
  }

  advance(code: number): number {
    return this.#widths.get(code) ?? rounded(this.#shown.of(code).width * 1000);
  }

  write(): void {
    if (this.#texts.size > 0) writeTexts(this.#dictionary, this.#texts);
    if (this.#glyphs.size > 0) writeGlyphs(this.#descendant, this.#glyphs);
    const measured = this.#shown.all().map(({ code }) => [code, this.advance(code)] as const);
    // Those first that only drawings within the page show, which were not looked at.
    writeWidths(this.#descendant, [
      ...compositeWidths(this.#descendant),
      ...measured,
      ...this.#widths,
    ]);
    this.#empties.write();
  }

  #show(glyph: EmptyGlyph | undefined, text: string): EmptyCode | undefined {
    if (!glyph) return undefined;
    const { advance } = glyph;
    return { code: this.#add(glyph.glyph, text, advance), advance };
  }

  #add(glyph: number, text: string, width: number): number {
    const name = `${glyph} ${text}`;
    const known = this.#added.get(name);
    if (known !== undefined) return known;
    // Above all glyphs of the font.
    const code = this.#free ?? this.#empties.count;
    this.#free = code + 1;
    this.#added.set(name, code);
    this.#glyphs.set(code, glyph);
    this.#widths.set(code, width);
    this.#texts.set(code, text);
    return code;
  }
}

/** What a font says of a code. */
function saidBy(font: PageFont, code: number): string {
  const text = font.text(code) ?? "";
  return text === unsaid ? "" : text;
}

/** As fine as widths are measured. */
function rounded(width: number): number {
  return Math.round(width * 1e5) / 1e5;
}
