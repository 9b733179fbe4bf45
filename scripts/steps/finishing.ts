import { Worker } from "node:worker_threads";
import type { FinishJob } from "../finish/finish-and-verify.ts";
import type { Fault } from "../types.ts";
import type { Answer } from "./finish-worker.ts";

/** Finishes files beside everything else. */
export interface Finishing {
  /** Begins what takes time before the first file. */
  start(): void;
  /**
   * @throws {Error}
   *   When the bytes aren't a PDF.
   */
  finish(job: FinishJob): Promise<{ pdf: Uint8Array; faults: Fault[] }>;
  /** Ends the thread as soon as it is idle; what is finished after that begins another. */
  end(): void;
}

interface Waiting {
  resolve(finished: { pdf: Uint8Array; faults: Fault[] }): void;
  reject(error: Error): void;
}

/**
 * Opens a thread in which files are finished while the next editions are read and laid out. It ends when it is told
 * to, or with the process.
 */
export function openFinishing(): Finishing {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let count = 0;
  let isOver = false;

  function open(): Worker {
    const opened = startWorker();
    opened.on("message", (answer: Answer) => {
      const { resolve, reject } = waiting.get(answer.number) as Waiting;
      waiting.delete(answer.number);
      if (waiting.size === 0) rest(opened);
      if ("problem" in answer) reject(new Error(answer.problem));
      else resolve(answer);
    });
    opened.on("error", (problem) => {
      const error = problem instanceof Error ? problem : new Error(String(problem));
      worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
    // Idle, it keeps no process from ending; whoever listens holds on to it, so this is last.
    opened.unref();
    return opened;
  }

  function rest(opened: Worker): void {
    opened.unref();
    if (!isOver) return;
    worker = undefined;
    opened.terminate();
  }

  function begin(): Worker {
    isOver = false;
    worker ??= open();
    return worker;
  }

  return {
    start() {
      begin();
    },
    end() {
      isOver = true;
      if (worker && waiting.size === 0) rest(worker);
    },
    finish(job) {
      const worker = begin();
      worker.ref();
      const number = count++;
      const done = new Promise<{ pdf: Uint8Array; faults: Fault[] }>((resolve, reject) =>
        waiting.set(number, { resolve, reject }),
      );
      worker.postMessage({ number, job });
      return done;
    },
  };
}

// Threads of a clone have to be told how TypeScript is read.
const inClone = /\/scripts\/steps\/[^/]*$/.test(import.meta.url);

// Megabytes. A file's objects all go together when it is done: collecting them before costs a quarter of the time.
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

function startWorker(): Worker {
  if (!inClone)
    return new Worker(new URL("../finish-worker.js", import.meta.url), { resourceLimits });
  const source = new URL("./finish-worker.ts", import.meta.url).href;
  // A thread made of a text looks for packages where the command was typed.
  const reader = import.meta.resolve("tsx/esm/api");
  const code = `import(${JSON.stringify(reader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(code, { eval: true, resourceLimits });
}
