import { inTime } from "./in-time.ts";
import type { Tab } from "./print.ts";
import { stopped } from "./stopped.ts";

/** Milliseconds in which a browser or a tab that is well answers. */
const patience = 5000;

/**
 * Tells whether a tab failed because it is gone, or its browser is, or hangs.
 * @param tab
 *   The tab.
 * @param error
 *   What it failed with.
 */
export async function isLost({ page, isCrashed }: Tab, error: unknown): Promise<boolean> {
  const browser = page.browser();
  if (isCrashed() || !browser.connected || !(await answers(browser.version()))) return true;
  // Printing fails before one hears of the crash behind it; a tab that a text keeps busy does not answer either.
  return !stopped(error) && !(await answers(page.evaluate("0")));
}

function answers(question: Promise<unknown>): Promise<boolean> {
  const answer = question.then(
    () => true,
    () => false,
  );
  return inTime(answer, patience, () => false);
}
