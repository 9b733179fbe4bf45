import type { Page } from "puppeteer-core";
import { inTime } from "./in-time.ts";

/** Milliseconds in which a page that was stopped has to say how far it was. */
const patience = 2000;

/**
 * Ends what a page does when it takes too long.
 * @param page
 *   Page of the browser.
 * @param milliseconds
 *   How long it may take.
 * @param work
 *   What it does.
 * @param reached
 *   Asks the page, once it stands still, for the place in the source that it was at.
 * @throws
 *   `no end after <place> <seconds> s`.
 */
export async function byDeadline<T>(
  page: Page,
  milliseconds: number,
  work: Promise<T>,
  reached: () => Promise<string>,
): Promise<T> {
  const late = await inTime(
    work.then(() => false),
    milliseconds,
    () => true,
  );
  if (!late) return work;
  work.catch(() => {});
  const place = await inTime(stop(page).then(reached), patience, () => "").catch(() => "");
  throw new Error(`no end after ${place} ${milliseconds / 1000} s`);
}

/** A script that never ends hears of nothing else. */
async function stop(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Runtime.terminateExecution");
}
