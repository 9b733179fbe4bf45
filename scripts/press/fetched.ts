import { BrowserError } from "./browser-error.ts";
import type { Executable, Fetching } from "./executable.ts";
import { placeOnce } from "./place-once.ts";

/** Which is fetched: the one that the driver of our version was made for. */
export const buildId = "148.0.7778.97";

/** How a browser is fetched. */
export interface FetchOptions {
  /** Is told how far it is. */
  onFetch?: Fetching | undefined;
  /** Where from, if not from where its makers keep it. */
  baseUrl?: string | undefined;
}

/**
 * Fetches the browser that the driver was made for, at first use: the small one without windows.
 * @param home
 *   Folder for what is fetched.
 * @param options
 *   Who is told of it, and where from.
 * @returns
 *   The browser, on disk.
 * @throws {BrowserError}
 *   When there is none for this system, or it cannot be fetched.
 */
export async function fetchedBrowser(
  home: string,
  { onFetch, baseUrl }: FetchOptions = {},
): Promise<Executable> {
  // Only now: few systems need it.
  const { Browser, computeExecutablePath, detectBrowserPlatform, install } = await import(
    "@puppeteer/browsers"
  );
  const browser = Browser.CHROMEHEADLESSSHELL;
  const platform = detectBrowserPlatform();
  if (!platform) throw new BrowserError("no browser is made for this system");
  const what = { browser, buildId, platform };
  const told = onFetch && { downloadProgressCallback: onFetch };
  const from = baseUrl === undefined ? {} : { baseUrl };
  try {
    const folder = await placeOnce(home, `fetched-${buildId}`, async (cacheDir) => {
      await install({ ...what, cacheDir, ...told, ...from });
      return buildId;
    });
    return { path: computeExecutablePath({ ...what, cacheDir: folder }), env: {} };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new BrowserError(`it cannot be fetched (${reason})`);
  }
}
