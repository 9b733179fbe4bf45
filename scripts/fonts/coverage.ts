import { Blob, Face } from "harfbuzzjs";
import type { FaceRow } from "./faces/face.ts";
import { type FaceName, faces, readCut, readFaceFile } from "./faces.ts";
import { slicedCoverage } from "./join-slices.ts";

const known = new Map<FaceName, Promise<ReadonlySet<number>>>();

/**
 * Code points that every cut of a face has a glyph for, read once a process.
 * @param face
 *   Name of the face.
 * @param text
 *   Characters in question: of a face in slices nothing else is told.
 * @returns
 *   Code points.
 */
export function coverage(face: FaceName, text: string): Promise<ReadonlySet<number>> {
  const row: FaceRow = faces[face];
  if (row.form === "sliced") {
    return slicedCoverage((file) => readFaceFile(face, file), row.cuts[0], text);
  }
  let points = known.get(face);
  if (points === undefined) {
    points = read(face);
    known.set(face, points);
  }
  return points;
}

async function read(face: FaceName): Promise<ReadonlySet<number>> {
  const sets = await Promise.all(
    faces[face].cuts.map(async (cut) => {
      const bytes = await readCut(face, cut, "");
      return new Set(new Face(new Blob(bytes)).collectUnicodes());
    }),
  );
  const [first = new Set<number>(), ...others] = sets;
  return new Set([...first].filter((point) => others.every((set) => set.has(point))));
}
