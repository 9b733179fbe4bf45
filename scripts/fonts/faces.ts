import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** What a piece of text is set in. */
export type FaceRole = "serif" | "sans";

/** One file of a face. */
export interface Cut {
  style: "normal" | "italic";
  weight: 400 | 700;
  /** Path inside the package. */
  file: string;
  /** PostScript name, as it stands in a PDF after the subset prefix. */
  name: string;
}

/** One face. */
export interface FaceRow {
  /** npm package that carries its files. */
  package: string;
  /** The regular cut first; a style that a face hasn't is set in its first cut. */
  cuts: readonly [Cut, ...Cut[]];
  /** Whether it serves signs only, whatever letters it has. */
  signs: boolean;
}

/**
 * Faces by name: static TrueType files, since Chromium prints variable fonts and CFF outlines as Type 3.
 *
 * What the static files hold (read with HarfBuzz from the versions in `package.json`):
 * Source Serif 4: old-style and lining, proportional and tabular figures (`onum lnum pnum tnum`), small
 * capitals (`smcp c2sc`), superiors (`sups`), ligatures, kerning and mark positioning; its default figures
 * are lining and proportional. No U+2011, no U+2016, no arrows beyond the four plain ones.
 * Noto Serif and Noto Sans: the same set, with all of Latin, Greek and Cyrillic.
 * Atkinson Hyperlegible Next: proportional figures by default, `tnum`, `sups` for 1, 2 and 3 only, kerning
 * and marks; neither ligatures, small capitals nor old-style figures; Western and Central European Latin only.
 */
export const faces = {
  "source-serif": family("source-serif-4", "SourceSerif4"),
  "noto-serif": family("noto-serif", "NotoSerif"),
  atkinson: family("atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext"),
  "noto-sans": family("noto-sans", "NotoSans"),
  mathematics: single("noto-sans-math", "NotoSansMath"),
  symbols: single("noto-sans-symbols-2", "NotoSansSymbols2"),
} as const satisfies Record<string, FaceRow>;

/** Name of a face. */
export type FaceName = keyof typeof faces;

/** CSS family and faces by role, the wished-for face first. */
export const roles = {
  serif: {
    family: "Handbill Serif",
    chain: ["source-serif", "noto-serif", "mathematics", "symbols"],
  },
  sans: {
    family: "Handbill Sans",
    chain: ["atkinson", "noto-sans", "mathematics", "symbols"],
  },
} as const satisfies Record<
  FaceRole,
  { family: string; chain: readonly [FaceName, ...FaceName[]] }
>;

const require = createRequire(import.meta.url);
const files = new Map<string, Promise<Uint8Array>>();

/**
 * The bytes of one cut, read once a process.
 * @param face
 *   Name of the face.
 * @param cut
 *   One of its cuts.
 * @returns
 *   The whole font file; not to be changed.
 */
export function readCut(face: FaceName, cut: Cut): Promise<Uint8Array> {
  let file = files.get(cut.name);
  if (file === undefined) {
    file = readFile(require.resolve(`${faces[face].package}/${cut.file}`));
    files.set(cut.name, file);
  }
  return file;
}

function family(folder: string, name: string): FaceRow {
  return {
    package: `@expo-google-fonts/${folder}`,
    signs: false,
    cuts: [
      cut(name, "normal", 400, "400Regular", "Regular"),
      cut(name, "italic", 400, "400Regular_Italic", "Italic"),
      cut(name, "normal", 700, "700Bold", "Bold"),
      cut(name, "italic", 700, "700Bold_Italic", "BoldItalic"),
    ],
  };
}

function single(folder: string, name: string): FaceRow {
  return {
    package: `@expo-google-fonts/${folder}`,
    signs: true,
    cuts: [cut(name, "normal", 400, "400Regular", "Regular")],
  };
}

function cut(
  name: string,
  style: Cut["style"],
  weight: Cut["weight"],
  folder: string,
  postscript: string,
): Cut {
  return { style, weight, file: `${folder}/${name}_${folder}.ttf`, name: `${name}-${postscript}` };
}
