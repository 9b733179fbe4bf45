import { PDFDict, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { deflated } from "../../../pdf/deflated.ts";
import { decodeStream } from "../../../pdf/stream.ts";
import { readTrueType } from "../../../pdf/true-type.ts";
import { addEmptyGlyphs } from "./add-empty-glyphs.ts";
import { type EmptyGlyph, findBlank } from "./empty-glyph.ts";

// Thousandths of the font size that widths differ by: readers see no gap that is half as wide.
const step = 5;
// What a font without a program counts as its glyphs, and how many one can have.
const mostGlyphs = 0x8000;
const allGlyphs = 0xffff;
const fontFile = PDFName.of("FontFile2");

/** The glyphs without ink of a font: its blank, and others that it is given, of any width. */
export class EmptyGlyphSupply {
  readonly #descriptor: PDFDict;
  #blank: { glyph: EmptyGlyph | undefined } | undefined;
  #read: { glyphs: number | undefined } | undefined;
  /** Those that it is given, by advance. */
  readonly #given = new Map<number, number>();

  /**
   * @param descendant
   *   A font whose codes are numbers of glyphs (`CIDFontType2`).
   */
  constructor(descendant: PDFDict) {
    this.#descriptor = descendant.lookup(PDFName.of("FontDescriptor"), PDFDict);
  }

  /** How many glyphs the font has of its own. */
  get count(): number {
    return this.#glyphs ?? mostGlyphs;
  }

  /** The blank that the font itself has, if there is one with an advance. */
  get blank(): EmptyGlyph | undefined {
    if (!this.#blank) {
      const program = this.#program;
      this.#blank = { glyph: program && findBlank(program) };
    }
    return this.#blank.glyph;
  }

  /** One without an advance. */
  get narrow(): EmptyGlyph | undefined {
    return this.#give(0);
  }

  /** One with an advance, as good as that. */
  wide(width: number): EmptyGlyph | undefined {
    return this.#give(Math.max(1, Math.round(width / step)) * step);
  }

  /** Adds to the font what it was given. */
  write(): void {
    const program = this.#given.size > 0 ? this.#program : undefined;
    const longer = program && addEmptyGlyphs(program, [...this.#given.keys()]);
    const { context } = this.#descriptor;
    const [reference, file] = [this.#descriptor.get(fontFile), this.#descriptor.lookup(fontFile)];
    if (!longer || !(file instanceof PDFStream) || !(reference instanceof PDFRef)) return;
    context.assign(reference, deflated(context, longer, file.dict));
  }

  #give(advance: number): EmptyGlyph | undefined {
    const first = this.#glyphs;
    if (first === undefined) return undefined;
    const glyph = this.#given.get(advance) ?? first + this.#given.size;
    if (glyph >= allGlyphs) return undefined;
    this.#given.set(advance, glyph);
    return { glyph, advance };
  }

  get #glyphs(): number | undefined {
    if (!this.#read) {
      const program = this.#program;
      this.#read = { glyphs: program && readTrueType(program)?.glyphs };
    }
    return this.#read.glyphs;
  }

  get #program(): Uint8Array | undefined {
    const file = this.#descriptor.lookup(fontFile);
    return file instanceof PDFStream ? decodeStream(file) : undefined;
  }
}
