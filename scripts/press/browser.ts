import puppeteer, { type Browser } from "puppeteer-core";
import { whyUnwritten } from "../tables/write-errors.ts";
import { BrowserError } from "./browser-error.ts";
import { cacheFolder } from "./cache-folder.ts";
import { type Fetching, findExecutable } from "./executable.ts";
import { fontConfiguration } from "./font-configuration.ts";
import { inTime } from "./in-time.ts";
import { makeProfile, type Profile } from "./profile.ts";
import { closeSurely } from "./sure-close.ts";
import { userNumber } from "./user-number.ts";

/**
 * Starts the browser that comes with Handbill: the executable of `@sparticuz/chromium` on Linux (x64),
 * the one puppeteer fetches elsewhere, or one that is installed. Its network is dead, its fonts are only those of the page, its
 * environment is empty but for what it needs, and it is reached by a pipe, not a port.
 * @param env
 *   `HANDBILL_BROWSER`: path of another Chromium to use.
 * @param options
 *   What it is for.
 * @throws {BrowserError}
 *   When none starts.
 */
export async function launchBrowser(env: Environment, options?: BrowserOptions): Promise<Browser> {
  const start = await readyBrowser(env, options);
  return start();
}

/** What a browser is for. */
export interface BrowserOptions {
  /** Whether its tabs draw what they hold on their own; a press prints without. */
  frames?: boolean;
  /** Is told how far it is, where one has to be fetched. */
  onFetch?: Fetching | undefined;
}

/**
 * Makes ready what a browser needs on disk.
 * @param env
 *   As for `launchBrowser`.
 * @param options
 *   The same.
 * @returns
 *   Starts the browser; its process is there a turn of the event loop later.
 * @throws {BrowserError}
 *   When there is none, or no place for what it needs.
 */
export async function readyBrowser(
  env: Environment,
  { frames = false, onFetch }: BrowserOptions = {},
): Promise<() => Promise<Browser>> {
  const home = await cacheFolder(env);
  try {
    const found = await findExecutable(home, env.HANDBILL_BROWSER, onFetch);
    const fonts = await fontConfiguration(home);
    const profile = await makeProfile(home);
    const own = { FONTCONFIG_FILE: fonts, HOME: home, LANG: "C.UTF-8", TZ: "UTC" };
    return () => start(found.path, profile, { ...found.env, ...own }, frames);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new BrowserError(
      `what the browser needs cannot be put into ${home}: ${whyUnwritten(error)}`,
      "Make room there, or name another folder as XDG_CACHE_HOME.",
    );
  }
}

/** Milliseconds in which a browser starts. */
const patience = 20_000;

/** A browser has not answered in time. */
class Late extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

async function start(
  executablePath: string,
  profile: Profile,
  env: Record<string, string>,
  frames: boolean,
): Promise<Browser> {
  const force = new AbortController();
  try {
    const launching = puppeteer.launch({
      executablePath,
      headless: "shell",
      pipe: true,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      timeout: patience,
      signal: force.signal,
      args: flags(userNumber() === 0, frames),
      userDataDir: profile.path,
      env,
    });
    // Puppeteer waits without end for one that dies before it is listened to.
    const browser = await inTime<Browser>(launching, patience, () => {
      throw new Late();
    });
    browser.process()?.once("exit", () => profile.remove());
    return closeSurely(browser, () => force.abort());
  } catch (error) {
    force.abort();
    profile.remove();
    // What else is said is of the driver's own inside.
    const late = error instanceof Late || (error as Error).name === "TimeoutError";
    const reason = late ? "it does not answer" : "it ended before it could be used";
    throw new BrowserError(`the browser at ${executablePath} does not start: ${reason}`);
  }
}

function flags(isRoot: boolean, frames: boolean): string[] {
  return [
    "--disable-gpu",
    "--disable-software-rasterizer",
    // Lets a tab be asked for that draws no frames; see `tab.ts`.
    ...(frames ? [] : ["--enable-begin-frame-control"]),
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
