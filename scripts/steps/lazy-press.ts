import type { Press } from "../build/parts.ts";
import { BrowserError } from "../press/browser-error.ts";
import type { Press as Printer } from "../press/press.ts";
import type { Fault } from "../types.ts";
import type { World } from "../world/world.ts";
import type { Finishing } from "./finishing.ts";
import { rowsOf } from "./rows.ts";

/** What a press is opened with. */
export interface PressRequest {
  /** One that is open already. */
  opened: Printer | undefined;
  /** Editions printed at once. */
  jobs: number;
  env: World["env"];
  /** Begins with the press, to be warm in time. */
  finishing: Finishing;
}

/**
 * A press for a build. It opens when it is asked for: driving a browser takes a program of its own, that a check has no
 * use for.
 * @param request
 *   What it is opened with.
 */
export function lazyPress({ opened, jobs, env, finishing }: PressRequest): Press {
  let printer = opened && Promise.resolve(opened);
  const open = async () => (await import("../press/press.ts")).openPress({ jobs, env });
  const get = () => (printer ??= open());
  return {
    async warm(editions) {
      finishing.start();
      await (await get()).warm(editions);
    },
    async print(edition, { html, faces }) {
      const { format, sheet } = rowsOf(edition);
      try {
        return await (await get()).print({ html, faces, format, sheet });
      } catch (error) {
        if (!(error instanceof BrowserError)) throw error;
        const fault: Fault = {
          rule: "browser",
          reason: error.message,
          note: error.advice ?? adviceFor(env),
        };
        return { pdf: new Uint8Array(), pages: [], words: 0, faults: [fault] };
      }
    },
    async close() {
      // Whoever opened it before has more to print.
      if (!opened) finishing.end();
      // What never opened cannot close; its printing has said so.
      await (await printer)?.close().catch(() => undefined);
    },
  };
}

function adviceFor(env: World["env"]): string {
  return env.HANDBILL_BROWSER
    ? "Name an installed Chrome or Chromium as HANDBILL_BROWSER, or take that variable away: Handbill brings a browser along."
    : "Give the path of an installed Chrome or Chromium as HANDBILL_BROWSER.";
}
