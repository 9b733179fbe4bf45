import { type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { WatchedWorld } from "./world.ts";

/** A save is many events, and a busy folder never rests: milliseconds after the first that count as one with it. */
const together = 40;

/**
 * Waits until the disk tells of a change at some places; see `WatchedWorld.change`. There is a longest wait since disks
 * on other computers may tell nothing.
 */
export const changeAt: WatchedWorld["change"] = ({ paths, folders }, most, signal) =>
  new Promise((resolve) => {
    // Whoever saves puts another file in the place of the old one: only its folder hears of that.
    const watched = new Set([...folders, ...[...paths].map((path) => dirname(path))]);
    const watchers = [...watched].flatMap((folder) =>
      watchFolder(folder, (path) => {
        if (!folders.has(folder) && !paths.has(path)) return;
        clearTimeout(timer);
        timer = setTimeout(() => end(true), together);
        for (const one of watchers) one.close();
      }),
    );
    const end = (seen: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      for (const one of watchers) one.close();
      resolve(seen);
    };
    const stop = () => end(false);
    let timer = setTimeout(stop, most);
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
  });

/** None where there is no folder, or where the system watches no more of them. */
function watchFolder(folder: string, tell: (path: string) => void): FSWatcher[] {
  try {
    const watcher = watch(folder, (_event, name) =>
      tell(name === null ? folder : join(folder, name)),
    );
    return [watcher.on("error", () => watcher.close())];
  } catch {
    return [];
  }
}
