import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { changeAt } from "./change.ts";
import { openHalves, type Writers } from "./halves.ts";
import { makeFolder } from "./make-folder.ts";
import type { WatchedWorld, World } from "./world.ts";

/** The real world, which can be left at any moment. */
export interface DiskWorld extends WatchedWorld {
  /** Removes what is half written; for the last moment of the process, so without waiting. */
  abandon(): void;
}

/**
 * Makes the real world. It is asked at once what a thread would take ten times as long to come back with: a build
 * begins with a dozen questions about every text.
 * @param cwd
 *   Working folder, absolute.
 * @param env
 *   Environment variables.
 * @param writers
 *   Our own process id, and whether another (by id) still runs: a half-written file whose writer is
 *   gone is swept. Without it only what is old.
 * @returns
 *   Disk, clock and environment. Its functions throw the system's own errors (`code` says which).
 */
export function diskWorld(
  cwd: string,
  env: Record<string, string | undefined>,
  writers?: Writers,
): DiskWorld {
  const halves = openHalves(writers);
  return {
    cwd,
    env,
    now: () => new Date(),
    stat: statOf,
    async list(path) {
      // The default order is by code unit, the same on every machine.
      return readdirSync(path).sort();
    },
    read: readRegular,
    real: async (path) => realpathSync.native(path),
    async replace(path, bytes) {
      const folder = dirname(path);
      await makeFolder(folder);
      const half = halves.begin(folder);
      await writeThenRename(half, path, bytes);
      halves.end(half);
    },
    remove: (path) => rm(path, { force: true }),
    change: changeAt,
    abandon: halves.abandon,
  };
}

async function statOf(path: string): ReturnType<World["stat"]> {
  try {
    const found = statSync(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
    // Whatever is written changes the second, a file that takes another's place the third.
    const stamp = [found.size, found.ctimeMs, found.ino].join(" ");
    return { kind, size: found.size, stamp };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

// Not blocking: opening a pipe that nobody writes to would wait for ever. Not following: whoever
// asks has resolved the links already, and one put there since is not what was checked.
async function readRegular(path: string): Promise<Uint8Array> {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${basename(path)} is not a regular file`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

async function writeThenRename(temporary: string, path: string, bytes: Uint8Array): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(temporary, "r+");
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(temporary, path);
  } catch (error) {
    await handle?.close();
    await rm(temporary, { force: true });
    throw error;
  }
}

/** What the system says where there is nothing: a path through a file, links in a circle, no such name. */
const missing = new Set(["ELOOP", "ENAMETOOLONG", "ENOENT", "ENOTDIR"]);

function isMissing(error: unknown): boolean {
  return missing.has((error as NodeJS.ErrnoException).code ?? "");
}
