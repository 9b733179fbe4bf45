import type { Candidate } from "./assign.ts";
import { clustersOf } from "./clusters.ts";
import { coverage } from "./coverage.ts";
import { covers } from "./covers.ts";
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
  const chain: Candidate<FaceName>[] = [];
  // What has been lacking so far; a face that only lends is asked for no more than that.
  let left = clustersOf(text);
  const add = async (name: FaceName, lends: boolean) => {
    const points = await coverage(name, lends ? left.join("") : text);
    left = left.filter((cluster) => !covers(points, cluster));
    chain.push({ name, points, signs: faces[name].signs, lends });
  };
  const lenders: FaceName[] = [];
  for (const row of own) {
    const there = installed(row, role);
    const first = row.lends === undefined ? there.length : 1;
    for (const name of there.slice(0, first)) await add(name, false);
    lenders.push(...there.slice(first));
  }
  for (const name of roles[role].chain) await add(name, false);
  for (const name of lenders) await add(name, true);
  for (const row of scripts) {
    if (own.includes(row) || !row.characters.test(left.join(""))) continue;
    for (const name of installed(row, role)) await add(name, true);
  }
  for (const name of roles[role].signs) await add(name, false);
  return chain as [Candidate<FaceName>, ...Candidate<FaceName>[]];
}

// One package a script is enough: a role whose own face isn't there takes the other's.
function installed(row: ScriptRow, role: FaceRole): FaceName[] {
  const { manner } = roles[role];
  const other = manner === "serif" ? row.sans : row.serif;
  const wished = isInstalled(row[manner][0]) ? row[manner] : [...other, ...row[manner]];
  return [...new Set(wished)].filter(isInstalled);
}
