import type { Progress } from "./parts.ts";

/** Somewhere to write: standard error. */
export interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far a build is. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/**
 * Makes a progress line: one that is written over on a terminal, a line an edition elsewhere.
 * @param terminal
 *   Where to write.
 */
export function progressLine(terminal: Terminal): ProgressLine {
  const erase = terminal.isTTY ? "\r\u001b[K" : "";
  return {
    show({ done, total, work, language, format }) {
      const line = `[${done}/${total}] ${work.id} ${language} ${format}`;
      terminal.write(terminal.isTTY ? erase + line : `${line}\n`);
    },
    clear() {
      if (erase) terminal.write(erase);
    },
  };
}
