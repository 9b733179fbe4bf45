import { book, type FaceRow, signs, upright } from "./face.ts";

/**
 * Faces of Latin, Greek and Cyrillic, and of signs: static TrueType files, since Chromium prints variable
 * fonts and CFF outlines as Type 3.
 *
 * What the static files hold (read with HarfBuzz from the versions in `package.json`):
 * Source Serif 4: old-style and lining, proportional and tabular figures (`onum lnum pnum tnum`), small
 * capitals (`smcp c2sc`), superiors (`sups`), ligatures, kerning and mark positioning; its default figures
 * are lining and proportional. No U+2011, no U+2016, no arrows beyond the four plain ones.
 * Noto Serif and Noto Sans: the same set, with all of Latin, Greek and Cyrillic.
 * Atkinson Hyperlegible Next: proportional figures by default, `tnum`, `sups` for 1, 2 and 3 only, kerning
 * and marks; neither ligatures, small capitals nor old-style figures; Western and Central European Latin only.
 * Noto Sans Mono: all letters and signs of one width, those of Latin, Greek and Cyrillic; upright only.
 */
export const books = {
  "source-serif": book("source-serif-4", "SourceSerif4"),
  "noto-serif": book("noto-serif", "NotoSerif"),
  atkinson: book("atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext"),
  "noto-sans": book("noto-sans", "NotoSans"),
  "noto-mono": { ...upright("noto-sans-mono", "NotoSansMono"), features: "code" },
  mathematics: signs("noto-sans-math", "NotoSansMath"),
  symbols: signs("noto-sans-symbols-2", "NotoSansSymbols2"),
  emoji: signs("noto-emoji", "NotoEmoji"),
} as const satisfies Record<string, FaceRow>;
