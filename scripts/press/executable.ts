import { spawnSync } from "node:child_process";
import { constants } from "node:fs";
import {
  access,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, homedir, platform, tmpdir, userInfo } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync } from "node:zlib";
import { extract } from "tar-fs";

import { BrowserError } from "./browser-error.ts";

const require = createRequire(import.meta.url);

/** A browser on disk, and the variables it needs. */
export interface Executable {
  path: string;
  env: Record<string, string>;
}

/**
 * Finds the browser: the one wished for, else the one that comes with Handbill, unpacked at first use.
 * @param home
 *   Folder for what is unpacked.
 * @param wanted
 *   Path of another browser.
 * @throws {BrowserError}
 *   When the one that comes with Handbill does not run here.
 */
export async function findExecutable(
  home: string,
  wanted: string | undefined,
): Promise<Executable> {
  if (wanted) return { path: await program(wanted), env: {} };
  if (platform() !== "linux" || arch() !== "x64") {
    // Only there: it looks for a configuration in the working folder, and would run it.
    const { executablePath } = await import("puppeteer");
    return { path: executablePath(), env: {} };
  }
  return unpacked(home);
}

async function program(wanted: string): Promise<string> {
  try {
    await access(wanted, constants.X_OK);
    return wanted;
  } catch {
    throw new BrowserError(`${wanted} is not a program that can be started`);
  }
}

/** Unpacks the executable once: aside, then into place by a rename, so that nobody sees half of one. */
async function unpacked(home: string): Promise<Executable> {
  const packed = path.resolve(path.dirname(require.resolve("@sparticuz/chromium")), "../../bin");
  const { version } = JSON.parse(await readFile(path.join(packed, "../package.json"), "utf8"));
  const folder = path.join(home, `chromium-${version}`);
  const at = (root: string): Executable => ({
    path: path.join(root, "chromium"),
    env: { LD_LIBRARY_PATH: path.join(root, "lib") },
  });
  if (await isThere(path.join(folder, "ready"))) return at(folder);
  const aside = await mkdtemp(path.join(home, "unpack-"));
  try {
    const { path: executable, env } = at(aside);
    await writeFile(
      executable,
      brotliDecompressSync(await readFile(path.join(packed, "chromium.br"))),
    );
    await chmod(executable, 0o700);
    await addLibraries(aside, executable, path.join(packed, "al2023.tar.br"));
    const tried = spawnSync(executable, ["--version"], { env, encoding: "utf8" });
    if (tried.status !== 0)
      throw new BrowserError(`the browser does not run here: ${tried.stderr || tried.error}`);
    await writeFile(path.join(aside, "ready"), tried.stdout);
    // Whoever comes first wins; a folder without the mark is what a killed process left.
    if (!(await isThere(path.join(folder, "ready")))) {
      await rm(folder, { recursive: true, force: true });
      await rename(aside, folder);
    }
  } catch (error) {
    // Another process may have put it into place in between.
    if (!(await isThere(path.join(folder, "ready")))) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return at(folder);
}

/** Adds the shared libraries the package brings, on a system that lacks one of them. */
async function addLibraries(folder: string, executable: string, archive: string): Promise<void> {
  if (spawnSync(executable, ["--version"], { env: {} }).status === 0) return;
  const tar = brotliDecompressSync(await readFile(archive));
  await pipeline(Readable.from([tar]), extract(folder));
}

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
  const { uid } = userInfo();
  const candidates = [
    env.XDG_CACHE_HOME && path.join(env.XDG_CACHE_HOME, "handbill"),
    path.join(homedir(), ".cache", "handbill"),
    path.join(tmpdir(), `handbill-${uid}`),
  ];
  for (const folder of candidates) if (folder && (await isPrivate(folder, uid))) return folder;
  throw new BrowserError(
    `no folder for the browser: none of ${candidates.filter(Boolean).join(", ")} can be written`,
  );
}

async function isPrivate(folder: string, uid: number): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    const { uid: owner } = await lstat(folder);
    return uid === -1 || owner === uid;
  } catch {
    return false;
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
