import { resolve } from "node:path";
import type { VFile } from "vfile";
import { isBroken, settle } from "../complaints/faults.ts";
import type { Document, Manuscript, SheetOptions } from "../types.ts";
import { refuseOutput } from "../works/output.ts";
import { findWorks, type WorkFlags } from "../works/works.ts";
import { type Batch, makeEdition } from "./make.ts";
import type { Made, Parts } from "./parts.ts";
import { type Plan, plansOf } from "./plans.ts";
import { readTexts } from "./read-texts.ts";

/** What to build; see `command/options.ts` for the flags behind it. */
export interface BuildOptions extends WorkFlags, SheetOptions {
  /** Paths, as typed. */
  inputs: string[];
  /** Folder for the editions; as typed. */
  out: string;
  /** Editions printed at once. */
  jobs: number;
  /** Seconds since 1970 for every date in the outputs; else the text's `modified`. */
  epoch?: number | undefined;
  /** `false`: find what is wrong and write nothing. */
  write: boolean;
}

/** What came of a build. */
export interface BuildResult {
  /** Every file with something said about it and every text, in a fixed order. */
  files: VFile[];
  /** In the order of texts and formats. */
  made: Made[];
}

/**
 * Makes every edition of every text.
 * @param parts
 *   World, steps, signal.
 * @param options
 *   What to build.
 * @returns
 *   Files with their complaints, and what was written. An edition with a fault is not written; the
 *   others are. Never throws for what a text, a step or the disk does.
 */
export async function build(parts: Parts, options: BuildOptions): Promise<BuildResult> {
  const { world } = parts;
  const { manuscripts, files, originals } = await findWorks(world, options.inputs, options);
  const out = resolve(world.cwd, options.out);
  const refusals = options.write ? await refuseOutput(world, out, manuscripts) : [];
  if (refusals.length > 0) return finish([...files, ...refusals], []);
  const chosen = parts.choose?.(manuscripts, originals) ?? manuscripts;
  const plans = chosen
    .filter(({ file }) => !isBroken(file))
    .flatMap((manuscript) => plansOf(manuscript, { ...options, out }));
  const texts = [...new Set(plans.map(({ manuscript }) => manuscript))];
  const others = [...originals, ...manuscripts.filter((one) => !chosen.includes(one))];
  const read = readTexts(parts, texts, options.jobs + ahead, others);
  const batch = await openBatch(parts, plans, options);
  const made = await makeAll(batch, plans, read, options.jobs + ahead);
  return finish([...files, ...batch.outputs], made);
}

/** More than the press takes are under way, so that it never waits for the next page. */
const ahead = 2;

/** Opens what editions share; the browser starts as soon as it is known that there is something to print. */
async function openBatch(
  parts: Parts,
  plans: readonly Plan[],
  { jobs, write, epoch }: BuildOptions,
): Promise<Batch> {
  const prints = plans.filter(({ output }) => write && output.copies.length > 0);
  const press = parts.steps.openPress(jobs);
  if (prints.length > 0) await press.warm(prints.length);
  const state = { outputs: [], pressFailed: false, writing: [], fonts: new Map() };
  return { ...parts, ...state, press, write, epoch };
}

/** Makes editions, so many at a time, and closes the press; a build that is stopped waits for what is being written. */
async function makeAll(
  batch: Batch,
  plans: Plan[],
  read: (manuscript: Manuscript) => Promise<Document | undefined>,
  atOnce: number,
): Promise<(Made | undefined)[]> {
  const made: (Made | undefined)[] = [];
  const total = plans.length;
  let done = 0;
  const work = inTurn(atOnce, plans, batch.signal, async ({ manuscript, ...plan }, index) => {
    const document = await read(manuscript);
    if (document) made[index] = await makeEdition(batch, { ...plan, document });
    const { work, language } = manuscript;
    // What was under way when all was stopped is not made.
    if (batch.signal?.aborted) return;
    batch.onProgress?.({ done: ++done, total, work, language, format: plan.format });
  });
  try {
    await Promise.race([work, aborted(batch.signal)]);
  } finally {
    await batch.press.close();
    await Promise.all(batch.writing);
  }
  return made;
}

function finish(files: VFile[], made: (Made | undefined)[]): BuildResult {
  for (const file of files) settle(file);
  return { files, made: made.filter((one) => one !== undefined) };
}

async function inTurn<T>(
  jobs: number,
  items: T[],
  signal: AbortSignal | undefined,
  run: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length && !signal?.aborted) {
      const index = next++;
      await run(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((settled) => {
    if (signal?.aborted) settled();
    signal?.addEventListener("abort", () => settled(), { once: true });
  });
}
