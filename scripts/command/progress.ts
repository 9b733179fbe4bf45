import type { Progress } from "../build/parts.ts";
import { oneLine } from "../complaints/one-line.ts";

/** Somewhere to write: standard error. */
export interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far a build is. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Shows how much of a browser, in bytes, has been fetched. */
  fetching(done: number, total: number): void;
  /** Says since when one waits for changes. */
  waiting(since: Date): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

const barLength = 20;

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

/**
 * Makes a progress line: one that is written over on a terminal, a line an edition elsewhere.
 * @param terminal
 *   Where to write.
 */
export function progressLine(terminal: Terminal): ProgressLine {
  let fetches = false;
  const erase = terminal.isTTY ? "\r\u001b[K" : "";
  return {
    show({ done, total, work, language, format }) {
      const line = oneLine(`[${done}/${total}] ${work.id} ${language} ${format}`);
      terminal.write(terminal.isTTY ? erase + line : `${line}\n`);
    },
    fetching(done, total) {
      if (!terminal.isTTY) {
        if (!fetches)
          terminal.write(`Fetching a browser to print with, once (${megabytes(total)} MB)\n`);
        fetches = true;
        return;
      }
      const full = Math.round((done / total) * barLength);
      const bar = "█".repeat(full).padEnd(barLength, "░");
      const size = `${megabytes(done)} of ${megabytes(total)} MB`;
      terminal.write(`${erase}Fetching a browser to print with, once: ${bar} ${size}`);
    },
    waiting(since) {
      const [time] = since.toTimeString().split(" ");
      terminal.write(`Watching for changes since ${time}; Ctrl-C ends it.\n`);
    },
    clear() {
      if (erase) terminal.write(erase);
    },
  };
}
