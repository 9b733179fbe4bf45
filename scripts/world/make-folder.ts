import { statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder with those it is in, one by one: Node's own way of making them all waits for ever where the
 * system says that there is no such folder of one whose parent is there.
 * @param folder
 *   Absolute path.
 * @param mode
 *   Who may do what in folders that are made.
 * @throws {Error}
 *   The system's, where one can't be made.
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder), mode);
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    // Another process may have made it in between.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
