import type { Fault } from "../types.ts";
import { finishPdf } from "./finish.ts";
import type { Expectation, FinishOptions } from "./options.ts";
import { verifyFinish } from "./verify.ts";

/** A file to finish, and what it is held to. */
export interface FinishJob {
  pdf: Uint8Array;
  options: FinishOptions;
  expected: Expectation;
}

/**
 * Finishes a file and reads it again.
 * @param job
 *   What the browser printed, what the file says of itself, what it must be.
 * @returns
 *   The finished file, and what is wrong with it.
 * @throws {Error}
 *   When the bytes aren't a PDF.
 */
export async function finishAndVerify({
  pdf,
  options,
  expected,
}: FinishJob): Promise<{ pdf: Uint8Array; faults: Fault[] }> {
  const finished = await finishPdf(pdf, options);
  return { pdf: finished, faults: await verifyFinish(finished, expected) };
}
