import { once } from "node:events";
import type { Browser } from "puppeteer-core";
import { inTime } from "./in-time.ts";

/** Milliseconds that a browser has to go by itself, and then to be gone: together less than a build that was stopped may take. */
const patience = 1500;

/**
 * Makes a browser's `close` end it in any case: one that hangs hears of nothing.
 * @param browser
 *   The browser; it is changed.
 * @param kill
 *   Ends it with all of its processes, at once.
 * @returns
 *   The same browser.
 */
export function closeSurely(browser: Browser, kill: () => void): Browser {
  const close = browser.close.bind(browser);
  const program = browser.process();
  browser.close = async () => {
    await inTime(
      close().catch(() => {}),
      patience,
      () => undefined,
    );
    const isRunning = program?.exitCode === null && program.signalCode === null;
    const gone = isRunning ? once(program, "exit") : Promise.resolve([]);
    kill();
    await inTime(gone, patience, () => []);
  };
  return browser;
}
