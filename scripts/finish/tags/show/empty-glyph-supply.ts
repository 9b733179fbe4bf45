import { PDFDict, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { decodeStream } from "../../../pdf/stream.ts";
import { readTrueType } from "../../../pdf/true-type.ts";
import { deflated } from "../../deflate.ts";
import { addEmptyGlyphs } from "./add-empty-glyphs.ts";
import { type EmptyGlyph, type EmptyGlyphs, findEmptyGlyphs } from "./empty-glyph.ts";
import { widenGlyph } from "./widen-glyph.ts";

// Thousandths of the font size.
const carrierWidth = 500;
// One for what takes no room, one to be widened.
const addedGlyphs = 2;
// What a font without a program counts as its glyphs.
const mostGlyphs = 0x8000;
const fontFile = PDFName.of("FontFile2");

/** The glyphs without ink of a font: those that its program has, and where it lacks them, some that it is given. */
export class EmptyGlyphSupply {
  readonly #descriptor: PDFDict;
  #known: EmptyGlyphs | undefined;
  #widened: number | undefined;

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

  /** The widest, if there is one with an advance. */
  get wide(): EmptyGlyph | undefined {
    return this.#found.wide;
  }

  /** The narrowest; a font that has none, a subset of a few letters, is given one. */
  get narrow(): EmptyGlyph | undefined {
    return this.#given.narrow;
  }

  /** One that nobody uses, and that has an advance as soon as the font is written. */
  widen(): EmptyGlyph | undefined {
    this.#widened = this.#given.spare?.glyph ?? this.#widened;
    return this.#given.spare && { glyph: this.#given.spare.glyph, advance: carrierWidth };
  }

  /** Writes the advance that a glyph was given into the font. */
  write(): void {
    const program = this.#program;
    if (this.#widened === undefined || !program) return;
    this.#write(widenGlyph(program, this.#widened, carrierWidth));
  }

  get #found(): EmptyGlyphs {
    const program = this.#known ? undefined : this.#program;
    this.#known ??= program ? findEmptyGlyphs(program) : {};
    return this.#known;
  }

  get #given(): EmptyGlyphs {
    if (!this.#found.narrow) {
      const program = this.#program;
      const longer = program && addEmptyGlyphs(program, addedGlyphs);
      if (longer) this.#write(longer);
      this.#known = longer ? findEmptyGlyphs(longer) : {};
    }
    return this.#found;
  }

  get #program(): Uint8Array | undefined {
    const file = this.#descriptor.lookup(fontFile);
    return file instanceof PDFStream ? decodeStream(file) : undefined;
  }

  #write(program: Uint8Array): void {
    const { context } = this.#descriptor;
    const [reference, file] = [this.#descriptor.get(fontFile), this.#descriptor.lookup(fontFile)];
    if (!(file instanceof PDFStream) || !(reference instanceof PDFRef)) return;
    context.assign(reference, deflated(context, program, file.dict));
  }
}
