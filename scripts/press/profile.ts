import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

const prefix = "profile-";
/** No build takes a day, in milliseconds: a folder older than that is what a killed process left. */
const longest = 24 * 60 * 60 * 1000;

/**
 * Makes the folder a browser keeps its own files in, and removes those that were left behind.
 * @param home
 *   Folder of ours.
 * @returns
 *   Path of an empty folder.
 */
export async function makeProfile(home: string): Promise<string> {
  const profile = await mkdtemp(path.join(home, prefix));
  const { mtimeMs: now } = await stat(profile);
  for (const name of await readdir(home)) {
    if (!name.startsWith(prefix)) continue;
    const other = path.join(home, name);
    const found = await stat(other).catch(() => undefined);
    if (found && now - found.mtimeMs > longest) await rm(other, { recursive: true, force: true });
  }
  return profile;
}

/**
 * Removes the folder of a browser that has ended. At once, since nothing may come after; what can't be removed
 * is swept another day.
 * @param profile
 *   Its path.
 */
export function removeProfile(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true });
  } catch {}
}
