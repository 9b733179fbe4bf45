import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";

const prefix = "profile-";
/** Names of folders that nobody owns for long. */
const ours = /^(?:profile|unpack|fonts)-/;
/** Nothing of ours takes a day, in milliseconds: what is older was left by a process that was killed. */
const longest = 24 * 60 * 60 * 1000;
/** Name of the socket by which others see that a folder's owner lives: it answers as long as the process is there. */
const alive = "alive";

/** The folder a browser keeps its own files in. */
export interface Profile {
  path: string;
  /** Removes it. At once, since nothing may come after; what can't be removed is swept another time. */
  remove(): void;
}

/**
 * Makes the folder a browser keeps its own files in, and removes those that were left behind.
 * @param home
 *   Folder of ours.
 * @returns
 *   An empty folder, but for the sign that it is in use.
 */
export async function makeProfile(home: string): Promise<Profile> {
  const profile = await mkdtemp(path.join(home, prefix));
  const server = await listen(path.join(profile, alive));
  const { mtimeMs: now } = await stat(profile);
  for (const name of await readdir(home)) {
    const other = path.join(home, name);
    if (ours.test(name) && other !== profile && (await isLeft(other, now)))
      await rm(other, { recursive: true, force: true }).catch(() => {});
  }
  return {
    path: profile,
    remove() {
      server?.close();
      try {
        rmSync(profile, { recursive: true, force: true });
      } catch {}
    },
  };
}

/** Whether the owner of a folder is dead; where it gave no sign, whether the folder is too old to have one. */
async function isLeft(folder: string, now: number): Promise<boolean> {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(path.join(folder, alive), () => resolve("yes"));
    socket.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? ""));
    socket.unref();
    socket.once("connect", () => socket.destroy());
  });
  if (answer === "yes") return false;
  if (answer === "ECONNREFUSED") return true;
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && now - found.mtimeMs > longest;
}

/** `undefined` where there is no such thing: then age decides. */
function listen(file: string): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", () => resolve(undefined));
    server.listen(file, () => resolve(server.unref()));
  });
}
