import { type Candidate, clustersOf, covers } from "./assign.ts";
import { coverage } from "./coverage.ts";
import { type FaceName, type FaceRole, faces, isInstalled, roles } from "./faces.ts";
import { scriptOf } from "./script.ts";
import { type ScriptRow, scripts } from "./scripts.ts";

/**
 * The faces that may serve a role, with what they have: those of the language's script, those of Latin, Greek
 * and Cyrillic, and of each other script that occurs; faces that are not installed are left out.
 * @param role
 *   What is to be set.
 * @param language
 *   BCP 47 tag.
 * @param text
 *   Every character that is asked for.
 * @returns
 *   Candidates, the wished-for face first.
 */
export async function chainOf(
  role: FaceRole,
  language: string,
  text: string,
): Promise<[Candidate<FaceName>, ...Candidate<FaceName>[]]> {
  const script = scriptOf(language, text);
  const own = scripts.filter((row) => row.codes.includes(script));
  const candidate = async (name: FaceName, lends: boolean) => ({
    name,
    points: await coverage(name, text),
    signs: faces[name].signs,
    lends,
  });
  const rowsOf = (rows: readonly ScriptRow[], lends: boolean) =>
    rows.flatMap((row) =>
      row[role]
        .map((name, index) => ({
          name,
          lends: lends || row.lends === "all" || (index > 0 && row.lends === "others"),
        }))
        .filter(({ name }) => isInstalled(name))
        .map((one) => candidate(one.name, one.lends)),
    );

  const [first, ...others] = roles[role].chain;
  const ours = await Promise.all(rowsOf(own, false));
  const latin = [
    await candidate(first, false),
    ...(await Promise.all(others.map((name) => candidate(name, false)))),
  ] as const;
  const left = clustersOf(text).filter(
    (cluster) => ![...ours, ...latin].some(({ points }) => covers(points, cluster)),
  );
  const rest = scripts.filter((row) => !own.includes(row) && row.characters.test(left.join("")));
  return [
    ...ours,
    ...latin,
    ...(await Promise.all(rowsOf(rest, true))),
    ...(await Promise.all(roles[role].signs.map((name) => candidate(name, false)))),
  ] as unknown as [Candidate<FaceName>, ...Candidate<FaceName>[]];
}
