import type { ByteWriter } from "../../../pdf/byte-writer.ts";
import type { Matrix } from "../../../pdf/matrix.ts";
import type { Shown } from "./spelled-run.ts";

// What is finer than a hundred-thousandth of a unit no printer shows, be it a thousandth of the type size or a point.
const decimals = 5;
const finest = 10 ** decimals;
// What Chromium writes of a place, so that no pixel changes.
const exactly = 1e7;
// What it writes as nought.
const nothing = 1e-6;
// In text space. Places are single floats in Chromium, which are no finer in the middle of a line.
const tolerance = 3e-5;

/** Where text begins, and how. */
export interface TextStart {
  /** Resource name. */
  font: string;
  size: number;
  matrix: Matrix;
}

/** Writes a text object: glyphs from left to right, in as few strings as can be, with the steps between them. */
export class GlyphWriter {
  readonly #out: ByteWriter;
  readonly #unit: number;
  /** Where the last string began. */
  #x = 0;
  #y = 0;
  /** Whether one was shown: where nothing is said of its place, the next stands behind it. */
  #shown = false;
  /** The height of the string that isn't ended yet. */
  #level = Number.NaN;
  /** Where the next of its glyphs would stand. */
  #end = 0;

  /**
   * @param out
   *   Gets what is written.
   */
  constructor(out: ByteWriter, { font, size, matrix }: TextStart) {
    this.#out = out;
    this.#unit = size / 1000;
    out.text(`BT\n/${font} ${exact(size)} Tf\n${matrix.map(exact).join(" ")} Tm\n`);
  }

  /**
   * Shows a glyph.
   * @param code
   *   Of two bytes.
   * @param x
   *   Where, in text space.
   * @param y
   *   Its height there.
   * @param advance
   *   As the font has it.
   */
  glyph(code: number, x: number, y: number, advance: number): void {
    const out = this.#out;
    if (!(Math.abs(y - this.#level) < nothing)) {
      this.#endString();
      this.#beginString(x, y);
    } else {
      const off = this.#end - x;
      if (off > tolerance || off < -tolerance) this.#step(off);
    }
    out.code(code);
    this.#end += advance;
  }

  /** Shows a glyph that is known with its place. */
  show({ code, x, y, advance }: Shown): void {
    this.glyph(code, x, y, advance);
  }

  /** Steps back, as shortly as can be said: in whole thousandths of the type size mostly. */
  #step(off: number): void {
    const exact = off / this.#unit;
    let unit = 1;
    let step = Math.round(exact);
    while (Math.abs(exact - step) * this.#unit > tolerance && unit < finest) {
      unit *= 10;
      step = Math.round(exact * unit) / unit;
    }
    this.#out.text(">");
    this.#out.decimal(Math.round(step * finest), decimals);
    this.#out.text("<");
    this.#end -= step * this.#unit;
  }

  /**
   * Shows the hyphen that a line's end has put into a word. It says that it is one, since pdf.js passes over soft hyphens
   * and would see two words; to who follows the structure it is a soft one (ISO 32000-1, 14.9.4).
   */
  lineHyphen(shown: Shown): void {
    this.operation("/Span <</ActualText <FEFF00AD>>> BDC\n");
    this.show(shown);
    this.operation("EMC\n");
  }

  /** Writes an operation between strings. */
  operation(text: string): void {
    this.#endString();
    this.#out.text(text);
  }

  /** Shows a glyph of another font behind all. */
  spare(font: string, code: number): void {
    this.#endString();
    this.#out.text(`/${font} `);
    number(this.#out, this.#unit * 1000);
    this.#out.text(" Tf [<");
    this.#out.code(code);
    this.#out.text(">] TJ\n");
  }

  end(): void {
    this.#endString();
    this.#out.text("ET");
  }

  #beginString(x: number, y: number): void {
    const dx = Math.round((x - this.#x) * exactly) / exactly;
    const dy = Math.round((y - this.#y) * exactly) / exactly;
    // What is rounded off must not add up.
    this.#x += dx;
    this.#y += dy;
    if (this.#shown || dx !== 0 || dy !== 0) this.#out.text(`${exact(dx)} ${exact(dy)} Td `);
    this.#out.text("[<");
    this.#shown = true;
    this.#level = y;
    this.#end = x;
  }

  #endString(): void {
    if (Number.isNaN(this.#level)) return;
    this.#out.text(">] TJ\n");
    this.#level = Number.NaN;
  }
}

/** As Chromium wrote it; what is too small for that it writes as nought. */
function exact(value: number): string {
  return Math.abs(value) < nothing ? "0" : String(value);
}

function number(out: ByteWriter, value: number): void {
  out.decimal(Math.round(value * finest), decimals);
}
