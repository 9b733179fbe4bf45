import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Who writes and doesn't say so. */
const nobody = 0;
/** No file takes an hour to write, in milliseconds. */
const longest = 60 * 60 * 1000;

/** Who writes: us by our process id, and whether another process still runs. */
export interface Writers {
  id: number;
  runs(id: number): boolean;
}

/** Files half written, each beside the one whose place it will take. */
export interface Halves {
  /**
   * Makes an empty one in a folder, from which those are swept that a writer which is gone left behind.
   * @returns
   *   Its absolute path.
   * @throws {Error}
   *   The system's own, where it can't be made.
   */
  begin(folder: string): string;
  /** Forgets one, which is whole now. */
  end(path: string): void;
  /** Removes all. */
  abandon(): void;
}

/** The id of the process that writes it, and a count. */
const name = /^\.handbill-(\d+)-\d+\.tmp$/;

/**
 * Opens a book on files half written. Everything is done at once: left to a thread, a file might come to be after the
 * process has cleaned up, or be swept as it begins.
 * @param writers
 *   Without it only that is swept which nobody can be writing any more: what is an hour old and names no writer.
 */
export function openHalves(writers?: Writers): Halves {
  const halves = new Set<string>();
  const swept = new Set<string>();
  let count = 0;
  return {
    begin(folder) {
      for (;;) {
        const half = join(folder, `.handbill-${writers?.id ?? nobody}-${count++}.tmp`);
        if (!makeFile(half)) continue;
        halves.add(half);
        if (!swept.has(folder)) sweep(folder, { writers, halves, now: statSync(half).mtimeMs });
        swept.add(folder);
        return half;
      }
    },
    end: (half) => halves.delete(half),
    abandon() {
      for (const half of halves) rmSync(half, { force: true });
    },
  };
}

/** Whether it could be made; another that names no writer may have one of this name. */
function makeFile(path: string): boolean {
  try {
    writeFileSync(path, "", { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** What tells whether somebody is still at work on a half. */
interface Work {
  writers: Writers | undefined;
  /** Ours. */
  halves: ReadonlySet<string>;
  /** What the clock of the disk says. */
  now: number;
}

function sweep(folder: string, work: Work): void {
  for (const file of readdirSync(folder)) {
    const writer = name.exec(file)?.[1];
    const path = join(folder, file);
    if (writer === undefined || work.halves.has(path)) continue;
    if (isLeft(path, Number(writer), work)) rmSync(path, { force: true });
  }
}

/** In a container a writer that is gone often had the id that we have. */
function isLeft(path: string, writer: number, { writers, now }: Work): boolean {
  if (writer !== nobody)
    return writers !== undefined && (writer === writers.id || !writers.runs(writer));
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && now - found.mtimeMs > longest;
}
