import { arch, platform } from "node:os";
import { BrowserError } from "./browser-error.ts";
import { fetchedBrowser } from "./fetched.ts";
import { installedBrowser } from "./installed.ts";
import { isThere } from "./is-there.ts";
import { shippedBrowser } from "./shipped.ts";
import { tryStart } from "./try-start.ts";

/** A browser on disk, and the variables it needs. */
export interface Executable {
  path: string;
  env: Record<string, string>;
}

/** Is told how many bytes of how many are there. */
export type Fetching = (done: number, total: number) => void;

/** Somewhere a browser may come from. */
export interface BrowserSource {
  /** What it is, for who has none. */
  name: string;
  /**
   * @throws {BrowserError}
   *   When there is none.
   */
  find(home: string, onFetch?: Fetching): Promise<Executable>;
}

/**
 * Finds the browser: the one wished for, else the one that comes with Handbill, else the one that its driver fetches,
 * else one that is installed.
 * @param home
 *   Folder for what is unpacked and fetched.
 * @param wanted
 *   Path of another browser.
 * @param onFetch
 *   Is told how far fetching is.
 * @param sources
 *   Where to look, in order.
 * @throws {BrowserError}
 *   When there is none; it says why of each.
 */
export async function findExecutable(
  home: string,
  wanted: string | undefined,
  onFetch?: Fetching,
  sources: readonly BrowserSource[] = sourcesHere(),
): Promise<Executable> {
  if (wanted) return wished(wanted);
  const reasons: string[] = [];
  for (const { name, find } of sources) {
    try {
      return await find(home, onFetch);
    } catch (error) {
      if (!(error instanceof BrowserError)) throw error;
      reasons.push(`${name}: ${error.message}`);
    }
  }
  throw new BrowserError(`no browser was found: ${reasons.join("; ")}`);
}

async function wished(path: string): Promise<Executable> {
  if (!(await isThere(path, "run")))
    throw new BrowserError(`${path} is not a program that can be started`);
  const fault = await tryStart(path);
  if (fault === undefined) return { path, env: {} };
  throw new BrowserError(`${path} cannot be started: ${fault}`);
}

function sourcesHere(): BrowserSource[] {
  const ships = platform() === "linux" && arch() === "x64";
  return [
    ...(ships ? [{ name: "the one that comes along", find: shippedBrowser }] : []),
    {
      name: "the one that is fetched",
      find: (home, onFetch) => fetchedBrowser(home, { onFetch }),
    },
    { name: "Chrome or Chromium", find: () => installedBrowser() },
  ];
}
