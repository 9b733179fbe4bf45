import { type FaceRole, faces, isInstalled } from "./faces.ts";
import { scripts } from "./scripts.ts";

/**
 * The package that would have a face for a character.
 * @param character
 *   One that no installed face has.
 * @param script
 *   ISO 15924 code of the text: the same Han character is drawn differently in each country.
 * @param role
 *   What the text is set in.
 * @returns
 *   npm package to install; nothing when we know of none, or it is there already and lacks the character.
 */
export function packageFor(character: string, script: string, role: FaceRole): string | undefined {
  const rows = scripts.filter((row) => row.characters.test(character));
  const own = rows.filter((row) => row.codes.includes(script));
  const firsts = [...own, ...rows].map((row) => row[role][0]);
  const wanted = firsts.find((face) => !isInstalled(face));
  return wanted === undefined ? undefined : faces[wanted].package;
}
