import { access, constants } from "node:fs/promises";

/**
 * Says whether a file is there.
 * @param path
 *   Of the file.
 * @param use
 *   `run`: as a program that can be started.
 */
export function isThere(path: string, use?: "run"): Promise<boolean> {
  return access(path, use === "run" ? constants.X_OK : constants.F_OK).then(
    () => true,
    () => false,
  );
}
