import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { books } from "./faces/books.ts";
import type { Cut, FaceRow } from "./faces/face.ts";
import { han } from "./faces/han.ts";
import { uprights } from "./faces/scripts.ts";
import { joinSlices, sliceIndex } from "./join-slices.ts";
import { makeShelf } from "./shelf.ts";
import { unpack } from "./unpack.ts";

/** What a piece of text is set in. */
export type FaceRole = "serif" | "sans" | "mono";

/** Faces by name. */
export const faces = { ...books, ...uprights, ...han } as const satisfies Record<string, FaceRow>;

/** Name of a face. */
export type FaceName = keyof typeof faces;

/**
 * CSS family by role; which faces of other scripts go with it; faces of Latin, Greek and Cyrillic, the wished-for
 * first; then those of signs.
 */
export const roles = {
  serif: {
    family: "Handbill Serif",
    manner: "serif",
    chain: ["source-serif", "noto-serif"],
    signs: ["mathematics", "symbols", "emoji"],
  },
  sans: {
    family: "Handbill Sans",
    manner: "sans",
    chain: ["atkinson", "noto-sans"],
    signs: ["mathematics", "symbols", "emoji"],
  },
  mono: {
    family: "Handbill Mono",
    manner: "sans",
    chain: ["noto-mono", "noto-sans"],
    signs: ["mathematics", "symbols", "emoji"],
  },
} as const satisfies Record<
  FaceRole,
  {
    family: string;
    manner: "serif" | "sans";
    chain: readonly [FaceName, ...FaceName[]];
    signs: readonly FaceName[];
  }
>;

const require = createRequire(import.meta.url);
// Bytes. Book faces take 5 MB, those of other scripts a tenth to half a megabyte a cut, the brush face 16.
const cuts = makeShelf<Uint8Array>(24e6, ({ byteLength }) => byteLength);

/**
 * Whether the package of a face is there: those of scripts other than Latin, Greek and Cyrillic are installed
 * by who needs them.
 * @param face
 *   Name of the face.
 * @returns
 *   Whether its files can be read.
 */
export function isInstalled(face: FaceName): boolean {
  const row: FaceRow = faces[face];
  const file = row.form === "sliced" ? sliceIndex : row.cuts[0].file;
  try {
    require.resolve(`${row.package}/${file}`);
    return true;
  } catch {
    return false;
  }
}

/**
 * A file of a face's package.
 * @param face
 *   Name of the face.
 * @param file
 *   Path inside the package.
 * @returns
 *   Its bytes.
 */
export async function readFaceFile(face: FaceName, file: string): Promise<Uint8Array> {
  // At once: a text waits for it, and what came between would take longer.
  return readFileSync(require.resolve(`${faces[face].package}/${file}`));
}

/**
 * One cut as a static TrueType font.
 * @param face
 *   Name of the face.
 * @param cut
 *   One of its cuts.
 * @param text
 *   Characters that are needed: of a face in slices only those that hold some of them are put together.
 *   Other faces are always whole.
 * @returns
 *   The font file; not to be changed.
 */
export function readCut(face: FaceName, cut: Cut, text: string): Promise<Uint8Array> {
  const row: FaceRow = faces[face];
  const read = (file: string) => readFaceFile(face, file);
  if (row.form === "sliced") return joinSlices(read, cut, text);
  return cuts.take(cut.name, async () => {
    const bytes = await read(cut.file);
    return row.form === "web" ? unpack(bytes, cut.weight) : bytes;
  });
}
