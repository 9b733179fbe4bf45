import { spawnSync } from "node:child_process";
import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync } from "node:zlib";
import { extract } from "tar-fs";
import { BrowserError } from "./browser-error.ts";
import type { Executable } from "./executable.ts";
import { isThere } from "./is-there.ts";
import { placeOnce } from "./place-once.ts";

const require = createRequire(import.meta.url);

/**
 * Unpacks the browser that comes with Handbill, for Linux on x64, at first use.
 * @param home
 *   Folder for what is unpacked.
 * @throws {BrowserError}
 *   When it doesn't run here.
 */
export async function shippedBrowser(home: string): Promise<Executable> {
  const packed = path.resolve(path.dirname(require.resolve("@sparticuz/chromium")), "../../bin");
  const { version } = JSON.parse(await readFile(path.join(packed, "../package.json"), "utf8"));
  const unpack = async (aside: string) => {
    const { path: executable, env } = executableIn(aside);
    const program = brotliDecompressSync(await readFile(path.join(packed, "chromium.br")));
    await writeFile(executable, program);
    await chmod(executable, 0o700);
    await addLibraries(aside, executable, path.join(packed, "al2023.tar.br"));
    const tried = spawnSync(executable, ["--version"], { env, encoding: "utf8" });
    if (tried.status === 0) return `${tried.stdout.trim()}\n${program.length} bytes\n`;
    throw new BrowserError(`the browser does not run here: ${tried.stderr || tried.error}`);
  };
  return executableIn(await placeOnce(home, `chromium-${version}`, unpack, isWhole));
}

/** Whether the program is as long as its mark says (older marks do not), and may be started. */
async function isWhole(folder: string, mark: string): Promise<boolean> {
  const { path: executable } = executableIn(folder);
  if (!(await isThere(executable, "run"))) return false;
  const length = /^(\d+) bytes$/m.exec(mark)?.[1];
  return length === undefined || (await stat(executable)).size === Number(length);
}

function executableIn(folder: string): Executable {
  return {
    path: path.join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: path.join(folder, "lib") },
  };
}

/** Adds the shared libraries the package brings, on a system that lacks one of them. */
async function addLibraries(folder: string, executable: string, archive: string): Promise<void> {
  if (spawnSync(executable, ["--version"], { env: {} }).status === 0) return;
  const tar = brotliDecompressSync(await readFile(archive));
  await pipeline(Readable.from([tar]), extract(folder));
}
