import { setImmediate } from "node:timers/promises";
import type { Browser } from "puppeteer-core";
import type { Printed } from "../types.ts";
import { BrowserError, launchBrowser, readyBrowser } from "./browser.ts";
import { pageScript } from "./bundle.ts";
import type { Fetching } from "./executable.ts";
import { isLost } from "./is-lost.ts";
import { Lost } from "./lost.ts";
import { type PrintJob, printIn, type Tab } from "./print.ts";
import { readyTab } from "./ready-tab.ts";
import { stopped } from "./stopped.ts";

/** Prints documents, several at once; one browser behind it. */
export interface Press {
  /**
   * Starts the browser and opens tabs ahead of the first document. Resolves when the browser's process is there;
   * whether it came up says the first document.
   * @param documents
   *   How many will be printed; after the last the browser ends, while whoever asked for it goes on.
   */
  warm(documents: number): Promise<void>;
  /**
   * @throws
   *   When the browser fails twice. What is wrong with a document is a fault of it.
   */
  print(job: PrintJob): Promise<Printed>;
  close(): Promise<void>;
}

/** How a press is opened. */
export interface PressOptions {
  /** Documents at once. */
  jobs: number;
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds that one document may take; else two minutes. */
  timeout?: number | undefined;
  /** Is told how far a browser is that has to be fetched first. */
  onFetch?: Fetching | undefined;
}

/** A tab, and the browser it is in. */
interface HostedTab extends Tab {
  host: Promise<Browser>;
}

// Printing keeps what laying out leaves behind; a fresh tab now and then keeps memory flat.
const documentsPerTab = 50;

/** Opens a press: the browser is started for the first document, or ahead of it, and serves all that follow. */
export function openPress({ jobs, env, timeout, onFetch }: PressOptions): Press {
  let browser: Promise<Browser> | undefined;
  const script = pageScript();
  const idle: Promise<HostedTab>[] = [];
  const waiting: Array<() => void> = [];
  let running = 0;
  let warmed = 0;
  let expected = 0;
  let printed = 0;
  let closed = false;
  let ended: Promise<void> = Promise.resolve();

  /** Opens a tab in the browser there is, else in a new one. */
  async function openTab(): Promise<HostedTab> {
    browser ??= launchBrowser(env);
    const host = browser;
    try {
      return { ...(await readyTab(await host, await script)), host };
    } catch (cause) {
      forget(host);
      throw new Lost("no tab", { cause });
    }
  }

  /** Has the next document start a new browser, if this is the one there is. */
  function forget(host: Promise<Browser>): void {
    host.then((one) => one.close()).catch(() => {});
    if (browser !== host) return;
    browser = undefined;
    idle.length = 0;
  }

  async function once(job: PrintJob): Promise<Printed> {
    const tab = await (idle.shift() ?? openTab());
    try {
      const printed = await printIn(tab, job, timeout);
      tab.printed++;
      if (tab.printed < documentsPerTab) idle.unshift(Promise.resolve(tab));
      else await tab.page.close();
      return printed;
    } catch (error) {
      const lost = await isLost(tab, error);
      // One that hangs may take long to go.
      tab.page.close().catch(() => {});
      if (!lost) return failed(error);
      if (!tab.isCrashed()) forget(tab.host);
      throw new Lost("no more tab", { cause: error });
    }
  }

  /** Ends the browser; a document that comes after all gets a new one. */
  async function end(): Promise<void> {
    const ending = browser;
    browser = undefined;
    idle.length = 0;
    await (await ending)?.close();
  }

  return {
    async warm(documents) {
      expected = documents;
      const ready = browser === undefined ? readyBrowser(env, { onFetch }) : undefined;
      browser ??= ready?.then((start) => start());
      browser?.catch(() => {});
      for (; warmed < Math.min(documents, jobs); warmed++) {
        const tab = openTab();
        tab.catch(() => {});
        idle.push(tab);
      }
      await ready?.catch(() => {});
      // Its process comes to be before whoever waits goes on to keep this thread busy.
      await setImmediate();
    },
    async print(job) {
      if (running >= jobs) await new Promise<void>((resolve) => waiting.push(resolve));
      running++;
      try {
        // What was lost with its browser or tab is printed once more.
        return await once(job).catch((error) => {
          if (closed || !(error instanceof Lost)) throw error;
          return once(job).catch(failed);
        });
      } finally {
        running--;
        waiting.shift()?.();
        if (++printed === expected && running === 0) ended = end().catch(() => {});
      }
    },
    async close() {
      closed = true;
      await ended;
      await end();
    },
  };
}

/** What stopped a document, as a fault of it. */
function failed(error: unknown): Printed {
  if (error instanceof Lost && error.cause instanceof BrowserError) throw error.cause;
  const fault = stopped(error);
  if (!fault) throw error;
  return { pdf: new Uint8Array(), pages: [], words: 0, faults: [fault] };
}
