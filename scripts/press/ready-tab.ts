import type { Browser } from "puppeteer-core";
import { inTime } from "./in-time.ts";
import type { Tab } from "./print.ts";
import { openStill } from "./tab.ts";

/** Milliseconds in which a tab is there, on a machine that has much else to do. */
const patience = 60_000;

/**
 * Opens a tab to print in.
 * @param browser
 *   The browser.
 * @param script
 *   Our script, which is put into it.
 * @throws
 *   When the browser is no more, or takes too long.
 */
export async function readyTab(browser: Browser, script: string): Promise<Tab> {
  // Some of Puppeteer's questions to a browser that has gone meanwhile are never answered.
  const gone = new Promise<never>((_, reject) => browser.once("disconnected", reject));
  return inTime(Promise.race([open(browser, script), gone]), patience, () => {
    throw new Error("no tab opened");
  });
}

async function open(browser: Browser, script: string): Promise<Tab> {
  const page = await openStill(browser);
  const crash = new Promise<never>((_, reject) => page.once("error", reject));
  let isCrashed = false;
  crash.catch(() => {
    isCrashed = true;
  });
  await Promise.race([prepare(), crash]);
  return { page, printed: 0, faces: new Set(), crash, isCrashed: () => isCrashed };

  async function prepare(): Promise<void> {
    await page.setOfflineMode(true);
    // A blank page is in quirks mode.
    await page.setContent("<!doctype html><title></title>");
    await page.evaluate(script);
  }
}
