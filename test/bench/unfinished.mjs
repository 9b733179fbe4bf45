/** Loaded before the command: files are handed back as the browser printed them, to see what finishing costs. */
import { EventEmitter } from "node:events";
import { createRequire, syncBuiltinESMExports } from "node:module";

const threads = createRequire(import.meta.url)("node:worker_threads");

threads.Worker = class extends EventEmitter {
  postMessage({ number, job: { pdf } }) {
    setImmediate(() => this.emit("message", { number, pdf, faults: [] }));
  }
  ref() {}
  unref() {}
};
syncBuiltinESMExports();
