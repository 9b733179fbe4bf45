import { setImmediate } from "node:timers/promises";
import { ProtocolError, TimeoutError } from "puppeteer-core";
import type { Fault, Printed } from "../types.ts";
import { BrowserError } from "./browser-error.ts";
import type { Fetching } from "./executable.ts";
import { Lost } from "./lost.ts";
import { type PrintJob, printIn } from "./print.ts";
import { stopped } from "./stopped.ts";
import { openTabs } from "./tabs.ts";

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

/** Opens a press: the browser is started for the first document, or ahead of it, and serves all that follow. */
export function openPress({ jobs, env, timeout, onFetch }: PressOptions): Press {
  const tabs = openTabs(env, onFetch);
  const waiting: Array<() => void> = [];
  let running = 0;
  let expected = 0;
  let printed = 0;
  let closed = false;
  let ended: Promise<void> = Promise.resolve();

  async function once(job: PrintJob): Promise<Printed> {
    const tab = await tabs.take();
    try {
      const printed = await printIn(tab, job, timeout);
      await tabs.giveBack(tab);
      return printed;
    } catch (error) {
      if (!(await tabs.giveUp(tab, error))) return failed(error);
      throw new Lost("no more tab", { cause: error });
    }
  }

  return {
    async warm(documents) {
      expected = documents;
      await tabs.warm(Math.min(documents, jobs));
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
        if (++printed === expected && running === 0) ended = tabs.end().catch(() => {});
      }
    },
    async close() {
      closed = true;
      await ended;
      await tabs.end();
    },
  };
}

/** What stopped a document, as a fault of it. */
function failed(error: unknown): Printed {
  if (error instanceof Lost && error.cause instanceof BrowserError) throw error.cause;
  const fault = stopped(error) ?? (isOfDriver(error) ? unprinted : undefined);
  if (!fault) throw error;
  return { pdf: new Uint8Array(), pages: [], words: 0, faults: [fault] };
}

const unprinted: Fault = {
  rule: "browser-lost",
  reason: "the browser could not print the pages",
  note: "Close other programs, so that there is more memory, and build again; if that does not help, take large images out.",
};

/** Whether an error speaks of the protocol between the browser and its driver, which is nothing to readers. */
function isOfDriver(error: unknown): boolean {
  return error instanceof ProtocolError || error instanceof TimeoutError;
}
