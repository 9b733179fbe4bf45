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
import puppeteer, { type Browser } from "puppeteer";
import { extract } from "tar-fs";

const require = createRequire(import.meta.url);

/** Says why no browser could be started, and what to do. */
export class BrowserError extends Error {}

/**
 * Starts the browser that comes with Handbill: the executable of `@sparticuz/chromium` on Linux (x64),
 * the one puppeteer brought elsewhere. Its network is dead, its fonts are only those of the page, its
 * environment is empty but for what it needs, and it is reached by a pipe, not a port.
 * @param env
 *   `HANDBILL_BROWSER`: path of another Chromium to use.
 * @throws {BrowserError}
 *   When none starts.
 */
export async function launchBrowser(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Browser> {
  const home = await cacheFolder(env);
  const found = await findExecutable(home, env.HANDBILL_BROWSER);
  try {
    return await puppeteer.launch({
      executablePath: found.path,
      headless: "shell",
      pipe: true,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      timeout: 20_000,
      args: flags(userInfo().uid === 0),
      env: {
        ...found.env,
        FONTCONFIG_FILE: await fontConfiguration(home),
        HOME: home,
        LANG: "C.UTF-8",
        TZ: "UTC",
      },
    });
  } catch (error) {
    throw new BrowserError(
      `the browser at ${found.path} does not start (${error instanceof Error ? error.message.split("\n")[0] : error})`,
    );
  }
}

function flags(isRoot: boolean): string[] {
  return [
    "--disable-gpu",
    "--disable-software-rasterizer",
    // Screen layout must measure what print will draw.
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-first-run",
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    // Chromium refuses its sandbox to root.
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}

interface Executable {
  path: string;
  env: Record<string, string>;
}

async function findExecutable(home: string, wanted: string | undefined): Promise<Executable> {
  if (wanted) return { path: wanted, env: {} };
  if (platform() !== "linux" || arch() !== "x64") {
    return { path: puppeteer.executablePath(), env: {} };
  }
  return unpacked(home);
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

/** A folder of the user's own that no one else can write to. */
async function cacheFolder(env: Readonly<Record<string, string | undefined>>): Promise<string> {
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

/** A fontconfig that knows one folder of ours, so that no font of the system is ever found. */
async function fontConfiguration(home: string): Promise<string> {
  const fonts = path.dirname(
    require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
  );
  const file = path.join(home, "fonts.conf");
  const text = `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${home}/fontconfig</cachedir></fontconfig>\n`;
  if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    const aside = path.join(await mkdtemp(path.join(home, "fonts-")), "fonts.conf");
    await writeFile(aside, text);
    await rename(aside, file);
    await rm(path.dirname(aside), { recursive: true });
  }
  return file;
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
