import { join } from "node:path";
import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { World } from "../world/world.ts";
import { type WorkFile, workFile } from "./schema.ts";
import { readText } from "./text.ts";
import { checkYaml } from "./yaml.ts";

/** Name of the file that makes a folder a work. */
export const workFileName = "work.yaml";

/**
 * Reads a work's own file.
 * @param world
 *   Disk.
 * @param folder
 *   Absolute path of the work's folder.
 * @param names
 *   Names in it.
 * @returns
 *   Values, and the file when there is one. `undefined` values when it has a fault: that is a fault
 *   in all its texts, which would be set with wrong ones.
 */
export async function readWorkFile(
  world: World,
  folder: string,
  names: string[],
): Promise<{ values: WorkFile | undefined; file?: VFile }> {
  if (!names.includes(workFileName)) return { values: {}, ...misnamed(world, folder, names) };
  const file = await readText(world, folder, join(folder, workFileName));
  if (file.messages.length > 0) return { values: undefined, file };
  return { values: checkYaml(file, String(file), 1, workFile), file };
}

/** A file that somebody took for the work's own: editors add endings, other programs have `.yml`. */
function misnamed(world: World, folder: string, names: string[]): { file?: VFile } {
  const name = names.find((one) => /^work\.ya?ml(?:\.txt)?$/i.test(one));
  if (name === undefined) return {};
  const file = new VFile({ path: join(folder, name), cwd: world.cwd });
  const reason = `This is not read: the file of a work is named ${workFileName}`;
  complain(file, "work-file-missing", undefined, reason, `Rename it ${workFileName}.`);
  return { file };
}
