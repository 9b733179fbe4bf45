import type { Browser } from "puppeteer-core";
import type { Tab } from "./print.ts";

/** Milliseconds in which a browser that is well says which it is. */
const patience = 5000;

/**
 * Tells whether a tab failed because it is gone, or its browser is, or hangs.
 * @param tab
 *   The tab.
 */
export async function isLost({ page, isCrashed }: Tab): Promise<boolean> {
  return isCrashed() || !(await isWell(page.browser()));
}

async function isWell(browser: Browser): Promise<boolean> {
  if (!browser.connected) return false;
  const answer = browser.version().then(
    () => true,
    () => false,
  );
  const silence = new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref());
  return Promise.race([answer, silence]);
}
