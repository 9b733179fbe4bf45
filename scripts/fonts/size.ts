import { scriptRow } from "../tables/scripts.ts";
import { type FaceName, faces } from "./faces.ts";
import { scripts } from "./scripts.ts";

/**
 * How large a face is to be set beside another, so that both look of one size: the root size of a text suits its main
 * face.
 * @param face
 *   A face that serves what the main one lacks.
 * @param main
 *   The main face.
 * @returns
 *   CSS `size-adjust`; nothing when both are set alike, or the face is of signs and goes with any.
 */
export function sizeBeside(face: FaceName, main: FaceName): string | undefined {
  const [own, other] = [sizeOf(face), sizeOf(main)];
  return own === undefined || other === undefined || own === other
    ? undefined
    : `${Math.round((own / other) * 1000) / 10}%`;
}

/** Size of a face beside Latin. */
function sizeOf(face: FaceName): number | undefined {
  if (faces[face].signs) return undefined;
  const row = scripts.find(({ sans, serif }) => serif.includes(face) || sans.includes(face));
  return scriptRow(row?.codes[0] ?? "Latn").size;
}
