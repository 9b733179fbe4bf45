/** Finishes files in a thread of its own; see `finishing.ts`. */
import { parentPort } from "node:worker_threads";
import { type FinishJob, finishAndVerify } from "../finish/finish-and-verify.ts";
import type { Fault } from "../types.ts";

/** What comes in. */
export interface Order {
  number: number;
  job: FinishJob;
}

/** What goes out: a file and its faults, or why there is none. */
export type Answer =
  | { number: number; pdf: Uint8Array; faults: Fault[] }
  | { number: number; problem: string };

parentPort?.on("message", async ({ number, job }: Order) => {
  parentPort?.postMessage(await answer(number, job));
});

async function answer(number: number, job: FinishJob): Promise<Answer> {
  try {
    return { number, ...(await finishAndVerify(job)) };
  } catch (error) {
    return { number, problem: error instanceof Error ? error.message : String(error) };
  }
}
