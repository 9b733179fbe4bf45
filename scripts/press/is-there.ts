import { access, constants, stat } from "node:fs/promises";

/**
 * Says whether a file is there.
 * @param path
 *   Of the file.
 * @param use
 *   `run`: as a program that can be started.
 */
export async function isThere(path: string, use?: "run"): Promise<boolean> {
  try {
    await access(path, use === "run" ? constants.X_OK : constants.F_OK);
    // Folders may be “run” as well: entered.
    return use !== "run" || (await stat(path)).isFile();
  } catch {
    return false;
  }
}
