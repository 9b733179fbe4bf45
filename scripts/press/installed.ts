import { BrowserError } from "./browser-error.ts";
import type { Executable } from "./executable.ts";
import { isThere } from "./is-there.ts";

// Where systems put what their own packages bring; the driver's library knows only Chrome's own places.
const packaged = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Finds a Chrome or Chromium that is installed.
 * @param places
 *   Paths to look at after those of Chrome itself.
 * @throws {BrowserError}
 *   When there is none.
 */
export async function installedBrowser(places = packaged): Promise<Executable> {
  const { Browser, ChromeReleaseChannel, computeSystemExecutablePath } = await import(
    "@puppeteer/browsers"
  );
  try {
    const path = computeSystemExecutablePath({
      browser: Browser.CHROME,
      channel: ChromeReleaseChannel.STABLE,
    });
    return { path, env: {} };
  } catch {
    for (const path of places) if (await isThere(path, "run")) return { path, env: {} };
    throw new BrowserError("none is installed");
  }
}
