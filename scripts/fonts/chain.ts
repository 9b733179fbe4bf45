import type { Candidate } from "./assign.ts";
import { coverage } from "./coverage.ts";
import { type FaceName, type FaceRole, faces, roles } from "./faces.ts";

/**
 * The faces that may serve a role, with what they have.
 * @param role
 *   What is to be set.
 * @returns
 *   Candidates, the wished-for face first.
 */
export async function chainOf(
  role: FaceRole,
): Promise<[Candidate<FaceName>, ...Candidate<FaceName>[]]> {
  const [first, ...others] = roles[role].chain;
  return [await candidate(first), ...(await Promise.all(others.map(candidate)))];
}

async function candidate(name: FaceName): Promise<Candidate<FaceName>> {
  return { name, points: await coverage(name), signs: faces[name].signs };
}
