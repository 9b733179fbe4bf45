import { PDFDict, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { decodeStream } from "../../../pdf/stream.ts";
import { readTrueType } from "../../../pdf/true-type.ts";
import { deflated } from "../../deflate.ts";
import { addEmptyGlyphs } from "./add-empty-glyphs.ts";
import { type EmptyGlyph, findBlank } from "./empty-glyph.ts";

// Thousandths of the font size: of one for what takes no room, and of one for what does.
const advances = [0, 500] as const;
// What a font without a program counts as its glyphs.
const mostGlyphs = 0x8000;
const fontFile = PDFName.of("FontFile2");

/** The glyphs without ink of a font: its blank, and some that it is given. */
export class EmptyGlyphSupply {
  readonly #descriptor: PDFDict;
  #blank: { glyph: EmptyGlyph | undefined } | undefined;
  #given: { first: number | undefined } | undefined;

  /**
   * @param descendant
   *   A font whose codes are numbers of glyphs (`CIDFontType2`); its program is changed where that is asked for.
   */
  constructor(descendant: PDFDict) {
    this.#descriptor = descendant.lookup(PDFName.of("FontDescriptor"), PDFDict);
  }

  /** How many glyphs the font has. */
  get count(): number {
    const program = this.#program;
    return (program && readTrueType(program)?.glyphs) ?? mostGlyphs;
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

  /** One with an advance. */
  get wide(): EmptyGlyph | undefined {
    return this.#give(1);
  }

  #give(index: 0 | 1): EmptyGlyph | undefined {
    this.#given ??= { first: this.#add() };
    const { first } = this.#given;
    return first === undefined ? undefined : { glyph: first + index, advance: advances[index] };
  }

  /** Adds both to the font; gives the number of the first. */
  #add(): number | undefined {
    const program = this.#program;
    const longer = program && addEmptyGlyphs(program, advances);
    const { count } = this;
    if (!longer) return undefined;
    const { context } = this.#descriptor;
    const [reference, file] = [this.#descriptor.get(fontFile), this.#descriptor.lookup(fontFile)];
    if (!(file instanceof PDFStream) || !(reference instanceof PDFRef)) return undefined;
    context.assign(reference, deflated(context, longer, file.dict));
    return count;
  }

  get #program(): Uint8Array | undefined {
    const file = this.#descriptor.lookup(fontFile);
    return file instanceof PDFStream ? decodeStream(file) : undefined;
  }
}
