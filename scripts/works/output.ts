import { basename, dirname, join } from "node:path";
import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { Manuscript } from "../types.ts";
import { isWithin } from "../world/within.ts";
import type { World } from "../world/world.ts";
import { workFileName } from "./work-file.ts";

/**
 * Refuses an output folder that would put editions among the sources.
 * @param world
 *   Disk.
 * @param out
 *   Absolute path of the output folder; it need not exist.
 * @param manuscripts
 *   Texts to be built.
 * @returns
 *   A file for the folder with a complaint on it; none when the folder will do.
 */
export async function refuseOutput(
  world: World,
  out: string,
  manuscripts: Manuscript[],
): Promise<VFile[]> {
  try {
    return await refusalsOf(world, out, manuscripts);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return [refusal(world, out, `The output folder cannot be reached (${code})`)];
  }
}

async function refusalsOf(world: World, out: string, manuscripts: Manuscript[]): Promise<VFile[]> {
  const kind = (await world.stat(out))?.kind;
  if (kind !== undefined && kind !== "folder")
    return [refusal(world, out, "There is a file where the output folder should be")];
  const real = await realOf(world, out);
  for (const { work, file, language } of manuscripts) {
    const source = await realOf(world, file.path);
    const isFolder = (await world.stat(join(work.folder, workFileName))) !== undefined;
    if (isFolder && isWithin(work.folder, real))
      return [refusal(world, out, `The output folder lies inside the work “${work.id}”`)];
    if (isWithin(join(real, work.id, language), source))
      return [refusal(world, out, `The output would be written over ${basename(file.path)}`)];
  }
  return [];
}

function refusal(world: World, out: string, reason: string): VFile {
  const file = new VFile({ path: out, cwd: world.cwd });
  complain(file, "output-in-source", undefined, reason, "Choose another folder with --out.");
  return file;
}

// A folder yet to be made is where its nearest existing parent really is.
async function realOf(world: World, path: string): Promise<string> {
  if ((await world.stat(path)) !== undefined) return world.real(path);
  const parent = dirname(path);
  return parent === path ? path : join(await realOf(world, parent), basename(path));
}
