import type { CDPSession, Page } from "puppeteer-core";

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
  const session = await page.createCDPSession();
  const done = work.finally(() => session.detach().catch(() => {}));
  const late = await Promise.race([done.then(() => false), after(milliseconds, true)]);
  if (!late) return done;
  done.catch(() => {});
  const place = await Promise.race([stop(session).then(reached), after(patience, "")]).catch(
    () => "",
  );
  throw new Error(`no end after ${place} ${milliseconds / 1000} s`);
}

/** A script that never ends hears of nothing else. */
function stop(session: CDPSession): Promise<unknown> {
  return session.send("Runtime.terminateExecution");
}

function after<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds).unref());
}
