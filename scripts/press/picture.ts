import { launchBrowser } from "./browser.ts";
import { BrowserError } from "./browser-error.ts";

/** Pixels a CSS pixel: fine enough to print, small enough to send. */
const density = 2;

/**
 * Draws a page as pixels, in a browser of its own.
 * @param html
 *   Document, its fonts within it as `data:`.
 * @param size
 *   Of the page, CSS pixels.
 * @param env
 *   `HANDBILL_BROWSER`: path of another Chromium to use.
 * @returns
 *   PNG.
 * @throws {BrowserError}
 *   When no browser starts, or it breaks down.
 */
export async function drawPng(
  html: string,
  size: { width: number; height: number },
  env: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array> {
  const browser = await launchBrowser(env, { frames: true });
  try {
    const page = await browser.newPage();
    await page.setOfflineMode(true);
    await page.setViewport({ ...size, deviceScaleFactor: density });
    await page.setContent(html);
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    return await page.screenshot({ type: "png" });
  } catch {
    throw new BrowserError("the browser broke down while it drew the picture of the sheets");
  } finally {
    await browser.close();
  }
}
