import type { Browser, Page } from "puppeteer-core";

let opened = 0;

/**
 * Opens a tab that draws no frames of its own: nobody looks at it, it is laid out and printed. A browser that
 * can't do without frames opens an ordinary one.
 * @param browser
 *   The browser.
 */
export async function openStill(browser: Browser): Promise<Page> {
  const url = `about:blank#${opened++}`;
  // Never detached: with its first session Puppeteer loses the browser's target itself.
  const session = await browser.target().createCDPSession();
  try {
    await session.send("Target.createTarget", { url, enableBeginFrameControl: true });
  } catch {
    return browser.newPage();
  }
  const target = await browser.waitForTarget((one) => one.url() === url);
  return (await target.page()) as Page;
}
