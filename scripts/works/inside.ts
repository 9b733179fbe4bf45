import { basename } from "node:path";
import { isWithin } from "../world/within.ts";
import type { World } from "../world/world.ts";
import { type Unread, unread } from "./unread.ts";
import type { Found } from "./works.ts";

const note = "Put the file itself into the folder.";

/**
 * Finds what a text in a folder is. Nobody typed its name, so it may not lead out of the folder; and what is wrong with
 * it is no reason to leave the others unbuilt.
 * @param world
 *   Disk.
 * @param folder
 *   Absolute path of the folder.
 * @param path
 *   Absolute path of the text.
 * @param find
 *   Finds its work.
 * @returns
 *   What was found; a file with a complaint where the text lies elsewhere or cannot be read.
 */
export async function findInside(
  world: World,
  folder: string,
  path: string,
  find: (path: string) => Promise<Found>,
): Promise<Found> {
  try {
    if (!(await world.stat(path))) return unread(world, path, whyMissing(path));
    if (isWithin(await world.real(folder), await world.real(path))) return await find(path);
    return unread(world, path, {
      rule: "path-outside",
      reason: "it is a link to a file outside the folder",
      note,
    });
  } catch (error) {
    return unread(world, path, error);
  }
}

/** Why there is nothing of a name that the folder has. */
function whyMissing(path: string): Unread {
  const rule = "file-missing";
  // What of a name is no UTF-8 reads so, and is found by it no more.
  if (basename(path).includes("\u{fffd}"))
    return { rule, reason: "its name is not in UTF-8", note: "Give it another name." };
  return { rule, reason: "it is a link that leads nowhere", note };
}
