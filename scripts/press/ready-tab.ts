import type { Browser } from "puppeteer-core";
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
  const late = new Promise<never>((_, reject) =>
    setTimeout(reject, patience, new Error("no tab opened")).unref(),
  );
  return Promise.race([open(browser, script), late]);
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
