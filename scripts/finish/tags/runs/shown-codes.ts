import { blank } from "./characters.ts";

/** What the reader of a page needs to know of a font. */
export interface GlyphMetrics {
  /** Thousandths of the font size. */
  advance(code: number): number;
  text(code: number): string | undefined;
  /** Whether a code shows something, where that is known. */
  hasInk?(code: number): boolean | undefined;
}

/** A code as a page shows it. */
export interface ShownCode {
  code: number;
  /** Its advance at size 1; see `true-widths.ts`. */
  width: number;
  /** What the font says of it. */
  given: number;
  /** Where in its run the advance was measured, if it was. */
  measured: number;
  /** What the font says that it stands for; empty where it says nothing. */
  hint: string;
  /** Whether it has an advance and stands for something that has one too. */
  plain: boolean;
  /** Whether that is white space. */
  blank: boolean;
}

/** What a font says of its codes. */
export interface ShownCodes {
  of(code: number): ShownCode;
  /** All that were asked for, by code. */
  all(): ShownCode[];
}

/**
 * Opens what a font says of its codes, to be asked again and again.
 * @param font
 *   Composite; nothing where a page names one that it doesn't have.
 */
export function openShownCodes(font: GlyphMetrics | undefined): ShownCodes {
  const known: ShownCode[] = [];
  return {
    of(code) {
      known[code] ??= readCode(font, code);
      return known[code];
    },
    all: () => known.filter(Boolean),
  };
}

/**
 * Opens what all fonts of a document say.
 * @param fonts
 *   Of a page: its fonts by resource name.
 * @returns
 *   The same, of their codes.
 */
export function openAllCodes<Page>(
  fonts: (page: Page) => (name: string) => GlyphMetrics | undefined,
): (page: Page) => (name: string) => ShownCodes {
  const opened = new Map<GlyphMetrics | undefined, ShownCodes>();
  return (page) => {
    const named = fonts(page);
    return (name) => {
      const font = named(name);
      const known = opened.get(font) ?? openShownCodes(font);
      opened.set(font, known);
      return known;
    };
  };
}

/** What Chromium writes for a glyph that no character has of its own. */
export const unsaid = "\u0000";
/** What has no advance of its own. */
export const unplain = /[\p{Mn}\p{Cf}]/u;

function readCode(font: GlyphMetrics | undefined, code: number): ShownCode {
  const width = (font?.advance(code) ?? 0) / 1000;
  const text = font?.text(code) ?? "";
  // Of some glyphs that no character has of its own Chromium says what those beside them stand for.
  const hint = text === unsaid || (text === " " && font?.hasInk?.(code)) ? "" : text;
  return {
    ...{ code, width, given: width, measured: Number.POSITIVE_INFINITY },
    hint,
    plain: width > 0 && hint !== "" && !unplain.test(hint),
    blank: blank.test(hint),
  };
}
