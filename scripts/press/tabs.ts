import type { Browser } from "puppeteer-core";
import { launchBrowser, readyBrowser } from "./browser.ts";
import { pageScript } from "./bundle.ts";
import type { Fetching } from "./executable.ts";
import { isLost } from "./is-lost.ts";
import { Lost } from "./lost.ts";
import type { Tab } from "./print.ts";
import { readyTab } from "./ready-tab.ts";

/** Tabs of one browser; a new browser comes when that one is lost. */
export interface Tabs {
  /** Starts the browser and opens tabs, so many in all, ahead of need. Resolves when its process is about to be. */
  warm(count: number): Promise<void>;
  /**
   * Lends a tab.
   * @throws {Lost}
   *   When the browser gives none.
   */
  take(): Promise<HostedTab>;
  /** Takes back a tab that has printed. */
  giveBack(tab: HostedTab): Promise<void>;
  /** Puts away a tab that failed; tells whether it is lost, with its browser or alone. */
  giveUp(tab: HostedTab, error: unknown): Promise<boolean>;
  /** Ends the browser; whoever takes a tab after that gets a new one. */
  end(): Promise<void>;
}

/** A tab, and the browser it is in. */
export interface HostedTab extends Tab {
  host: Promise<Browser>;
}

// Printing keeps what laying out leaves behind; a fresh tab now and then keeps memory flat.
const documentsPerTab = 50;

/**
 * Keeps the tabs of a press. The browser starts with the first, or ahead of it.
 * @param env
 *   As for `launchBrowser`.
 * @param onFetch
 *   Is told how far a browser is that has to be fetched first.
 */
export function openTabs(
  env: Readonly<Record<string, string | undefined>>,
  onFetch?: Fetching | undefined,
): Tabs {
  let browser: Promise<Browser> | undefined;
  const script = pageScript();
  const idle: Promise<HostedTab>[] = [];
  let warmed = 0;

  /** Opens a tab in the browser there is, else in a new one. */
  async function open(): Promise<HostedTab> {
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

  return {
    async warm(count) {
      const ready = browser === undefined ? readyBrowser(env, { onFetch }) : undefined;
      browser ??= ready?.then((start) => start());
      browser?.catch(() => {});
      for (; warmed < count; warmed++) {
        const tab = open();
        tab.catch(() => {});
        idle.push(tab);
      }
      await ready?.catch(() => {});
    },
    async take() {
      return idle.shift() ?? open();
    },
    async giveBack(tab) {
      tab.printed++;
      if (tab.printed < documentsPerTab) idle.unshift(Promise.resolve(tab));
      else await tab.page.close();
    },
    async giveUp(tab, error) {
      const lost = await isLost(tab, error);
      // One that hangs may take long to go.
      tab.page.close().catch(() => {});
      if (lost && !tab.isCrashed()) forget(tab.host);
      return lost;
    },
    async end() {
      const ending = browser;
      browser = undefined;
      idle.length = 0;
      await (await ending)?.close();
    },
  };
}
