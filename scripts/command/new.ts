import { join, relative, resolve } from "node:path";
import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import { oneLine } from "../complaints/one-line.ts";
import { shellWord } from "../complaints/shell-word.ts";
import { starter } from "../tables/starter.ts";
import { whyUnwritten } from "../tables/write-errors.ts";
import type { World } from "../world/world.ts";

/** What came of making a work. */
export interface NewWork {
  /** Files written; or the folder, with a complaint on it. */
  files: VFile[];
  /** What was written and what to do next, for a person; empty when nothing was written. */
  welcome: string;
}

/**
 * Writes a small work to start from.
 * @param world
 *   Disk.
 * @param folder
 *   Path of the folder for it, as typed; made when it is not there.
 * @returns
 *   Files and a welcome; when something is there already, a complaint, and nothing is written.
 */
export async function newWork(world: World, folder: string): Promise<NewWork> {
  const path = resolve(world.cwd, folder);
  const file = new VFile({ path, cwd: world.cwd });
  try {
    if (await isTaken(world, path)) {
      const note = "Choose a name that is not taken, or an empty folder.";
      complain(file, "folder-taken", undefined, "There is something here already", note);
      return { files: [file], welcome: "" };
    }
    const written = Object.entries(starter).map(([name, text]) => {
      return new VFile({ path: join(path, name), cwd: world.cwd, value: text });
    });
    await writeAll(world, written);
    const names = written.map((one) => `  ${oneLine(relative(world.cwd, one.path))}\n`).join("");
    const next = `Change the words, then make its editions: npx handbill build ${shellWord(folder)}\n`;
    return { files: written, welcome: names + next };
  } catch (error) {
    const reason = `The work could not be written: ${whyUnwritten(error)}`;
    complain(
      file,
      "write-failed",
      undefined,
      reason,
      "Choose a folder that you may write to, or make room if the disk is full.",
    );
    return { files: [file], welcome: "" };
  }
}

/** Writes all files or leaves none: half a work would stand in the way of the next attempt. */
async function writeAll(world: World, files: VFile[]): Promise<void> {
  try {
    for (const one of files) await world.replace(one.path, new TextEncoder().encode(String(one)));
  } catch (error) {
    for (const one of files) await world.remove(one.path).catch(() => {});
    throw error;
  }
}

async function isTaken(world: World, path: string): Promise<boolean> {
  const found = await world.stat(path);
  if (!found) return false;
  return found.kind !== "folder" || (await world.list(path)).length > 0;
}
