import { join, resolve } from "node:path";
import type { VFile } from "vfile";
import { VFile as File } from "vfile";
import { complain } from "./complain.ts";
import { starter } from "./tables/starter.ts";
import type { World } from "./world/world.ts";

/**
 * Writes a small work to start from.
 * @param world
 *   Disk.
 * @param folder
 *   Path of the folder for it, as typed; made when it is not there.
 * @returns
 *   Files written; the folder with a complaint on it when something is there already, and then
 *   nothing is written.
 */
export async function newWork(world: World, folder: string): Promise<VFile[]> {
  const path = resolve(world.cwd, folder);
  const file = new File({ path, cwd: world.cwd });
  try {
    const found = await world.stat(path);
    if (found && (found.kind !== "folder" || (await world.list(path)).length > 0)) {
      const note = "Choose a name that is not taken, or an empty folder.";
      complain(file, "folder-taken", undefined, "There is something here already", note);
      return [file];
    }
    const written = Object.entries(starter).map(([name, text]) => {
      return new File({ path: join(path, name), cwd: world.cwd, value: text });
    });
    for (const one of written) await world.replace(one.path, new TextEncoder().encode(String(one)));
    return written;
  } catch (error) {
    const reason = `The work could not be written (${(error as NodeJS.ErrnoException).code})`;
    complain(file, "write-failed", undefined, reason, "Choose a folder that you may write to.");
    return [file];
  }
}
