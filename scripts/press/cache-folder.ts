import { constants } from "node:fs";
import { access, lstat } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { makeFolder } from "../world/make-folder.ts";
import { BrowserError } from "./browser-error.ts";
import { userNumber } from "./user-number.ts";

/**
 * Finds a folder of the user's own, that no one else can write to, for what is unpacked.
 * @param env
 *   `XDG_CACHE_HOME`.
 * @throws {BrowserError}
 *   When there is none.
 */
export async function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const uid = userNumber();
  const candidates = [
    env.XDG_CACHE_HOME && path.join(env.XDG_CACHE_HOME, "handbill"),
    path.join(homeFolder(), ".cache", "handbill"),
    path.join(tmpdir(), `handbill-${uid}`),
  ];
  // An empty HOME would put it where the command was typed.
  for (const folder of candidates)
    if (folder && path.isAbsolute(folder) && (await isPrivate(folder, uid))) return folder;
  throw new BrowserError(
    `no folder for the browser: none of ${candidates.filter(Boolean).join(", ")} can be written`,
  );
}

/** Nothing where the system knows none. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return "";
  }
}

async function isPrivate(folder: string, uid: number): Promise<boolean> {
  try {
    await makeFolder(folder, 0o700);
    await access(folder, constants.W_OK);
    const found = await lstat(folder);
    return found.isDirectory() && (uid === -1 || found.uid === uid);
  } catch {
    return false;
  }
}
