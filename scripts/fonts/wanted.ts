import { type FaceName, type FaceRole, faces, isInstalled, roles } from "./faces.ts";
import { scripts } from "./scripts.ts";

/**
 * The package that would have a face for a character.
 * @param character
 *   One that no installed face has.
 * @param script
 *   ISO 15924 code of the text: the same Han character is drawn differently in each country.
 * @param role
 *   What the text is set in.
 * @param isThere
 *   Whether a face can be used.
 * @returns
 *   npm package to install; nothing when we know of none, or it is there already and lacks the character.
 */
export function packageFor(
  character: string,
  script: string,
  role: FaceRole,
  isThere: (face: FaceName) => boolean = isInstalled,
): string | undefined {
  const rows = scripts.filter((row) => row.characters.test(character));
  // A Japanese text takes its Han characters from its own face, though they aren't what tells it is Japanese.
  const isHan = rows.some((row) => row.lends);
  const own = scripts.filter(
    (row) => row.codes.includes(script) && (rows.includes(row) || (isHan && row.lends)),
  );
  const firsts = [...own, ...rows].map((row) => row[roles[role].manner][0]);
  const wanted = firsts.find((face) => !isThere(face));
  return wanted === undefined ? undefined : faces[wanted].package;
}
