import { PDFDict, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import type { PageFont } from "../../../pdf/font.ts";
import type { ShownCodes } from "../runs/shown-codes.ts";
import { type FontCodes, openCodes } from "./codes.ts";

/** Of a page, by resource name: its fonts, and what they say of their codes. */
export interface PageFonts {
  fonts(page: PDFPage): (name: string) => PageFont | undefined;
  codes(page: PDFPage): (name: string) => ShownCodes;
}

/** The codes of all fonts that pages show text with, each font opened once. */
export class PageCodes {
  readonly #fonts: PageFonts;
  readonly #opened = new Map<PageFont, FontCodes>();

  /**
   * @param fonts
   *   What pages show text with.
   */
  constructor(fonts: PageFonts) {
    this.#fonts = fonts;
  }

  /** The codes of a font of a page, by resource name. */
  of(page: PDFPage, name: string): FontCodes {
    const font = this.#fonts.fonts(page)(name) as PageFont;
    const known = this.#opened.get(font);
    if (known) return known;
    const dictionary = fontsOf(page)?.lookup(PDFName.of(name), PDFDict) as PDFDict;
    const opened = openCodes(dictionary, { font, shown: this.#fonts.codes(page)(name) });
    this.#opened.set(font, opened);
    return opened;
  }

  /** A font of a page that has a space, and its codes. */
  spareOf(page: PDFPage): { font: string; codes: FontCodes } | undefined {
    for (const key of fontsOf(page)?.keys() ?? []) {
      const font = key.decodeText();
      const codes = this.of(page, font);
      if (codes.spaceFor(" ")) return { font, codes };
    }
    return undefined;
  }

  /** Writes what was added into the fonts. */
  write(): void {
    for (const codes of this.#opened.values()) codes.write();
  }
}

function fontsOf(page: PDFPage): PDFDict | undefined {
  return page.node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
}
