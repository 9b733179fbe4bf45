import type { FaceRule } from "../types.ts";
import { codePoint } from "./code-point.ts";
import type { FaceRow } from "./faces/face.ts";
import { type FaceName, type FaceRole, faces, roles } from "./faces.ts";
import { type Embed, type Keep, subset } from "./subset.ts";

/** What one face does for a text. */
export interface Share {
  name: FaceName;
  characters: ReadonlySet<string>;
  /** Whether it serves its characters only. */
  ranged: boolean;
  /** CSS `size-adjust`. */
  adjust: string | undefined;
  keep: Keep | undefined;
}

/** A style that a face is asked for. */
export interface FaceStyle {
  style: "normal" | "italic";
  weight: 400 | 700;
}

/**
 * Cuts a face down to its share of a text.
 * @param role
 *   What it is set in.
 * @param share
 *   What it does for the text.
 * @param wanted
 *   Styles; one that it has no cut for is set in the cut of its weight, else in its first.
 * @param embed
 *   Font format.
 * @returns
 *   A rule a style.
 */
export async function setFace(
  role: FaceRole,
  { adjust, characters, keep, name, ranged }: Share,
  wanted: readonly FaceStyle[],
  embed: Embed,
): Promise<FaceRule[]> {
  const { cuts }: FaceRow = faces[name];
  return Promise.all(
    wanted.map(async ({ style, weight }) => {
      const cut =
        cuts.find((one) => one.style === style && one.weight === weight) ??
        cuts.find((one) => one.weight === weight) ??
        cuts[0];
      const range = ranged ? [...characters].map(codePoint).join(",") : undefined;
      const cutting = await subset({ face: name, cut, embed, keep }, characters);
      const { family } = roles[role];
      // One file may serve two weights, and a script on its own or beside another.
      const key = `${cutting.key} ${family} ${style} ${weight}${ranged ? ` ranged ${adjust}` : ""}`;
      const file = `${cutting.key}.ttf`;
      return { ...cutting, key, file, family, style, weight: String(weight), range, adjust };
    }),
  );
}
