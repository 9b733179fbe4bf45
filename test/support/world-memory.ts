import { posix } from "node:path";
import type { WatchedWorld } from "../../scripts/world/world.ts";

/** What a world in memory starts with. */
export interface Files {
  /** Absolute path to text, bytes, `{ link }` to another absolute path, or `"fifo"` as `{ other: true }`. */
  [path: string]: string | Uint8Array | { link: string } | { other: true };
}

/** A world in memory, and what was done to it. */
export interface MemoryWorld extends WatchedWorld {
  files: Map<string, Files[string]>;
  /** Paths in the order they were put in place. */
  written: string[];
  /** Saves that happen while somebody waits for changes, one after the other; steps of one follow at once. */
  saves: Array<Array<() => void>>;
  /** Content of a file as text; throws when it is not there. */
  text(path: string): string;
}

/**
 * Makes a world of its own for a test: no disk, a clock that stands still.
 * @param files
 *   Absolute POSIX paths and what is at them; folders follow from the paths.
 * @param options
 *   Working folder (default `/home`) and environment (default none).
 */
export function memoryWorld(
  files: Files,
  options: { cwd?: string; env?: Record<string, string> } = {},
): MemoryWorld {
  const held = new Map(Object.entries(files));
  const written: string[] = [];
  const saves: MemoryWorld["saves"] = [];
  let steps: Array<() => void> = [];
  const get = (path: string) => held.get(resolve(held, path));
  const names = (path: string) => childrenOf(held, resolve(held, path));
  return {
    cwd: options.cwd ?? "/home",
    env: options.env ?? {},
    now: () => new Date("2001-02-03T04:05:06Z"),
    files: held,
    written,
    saves,
    text: (path) => decode(must(get(path), path)),
    async stat(path) {
      const found = get(path);
      if (found !== undefined) {
        if (isOther(found)) return { kind: "other", size: 0, stamp: "" };
        return { kind: "file", size: bytesOf(found).length, stamp: decode(found) };
      }
      return names(path).length > 0 ? { kind: "folder", size: 0, stamp: "" } : undefined;
    },
    list: async (path) => names(path),
    read: async (path) => bytesOf(must(get(path), path)),
    real: async (path) => resolve(held, path),
    async replace(path, bytes) {
      held.set(resolve(held, path), bytes);
      written.push(path);
    },
    async remove(path) {
      held.delete(path);
    },
    async change(_paths, most, signal) {
      // Whoever waits long waits for a save, else for its end.
      if (most > 500) steps = saves.shift() ?? [];
      const step = steps.shift();
      step?.();
      // Nobody waits for ever in a test.
      await new Promise(setImmediate);
      return step !== undefined && !signal.aborted;
    },
  };
}

function resolve(held: Map<string, Files[string]>, path: string): string {
  let real = "/";
  for (const part of posix.normalize(path).split("/").filter(Boolean)) {
    real = posix.join(real, part);
    const found = held.get(real);
    if (typeof found === "object" && "link" in found) real = resolve(held, found.link);
  }
  return real;
}

function childrenOf(held: Map<string, Files[string]>, folder: string): string[] {
  const prefix = folder === "/" ? "/" : `${folder}/`;
  const inside = [...held.keys()].filter((path) => path.startsWith(prefix));
  return [...new Set(inside.map((path) => path.slice(prefix.length).split("/")[0] ?? ""))].sort();
}

function isOther(found: Files[string]): found is { other: true } {
  return typeof found === "object" && "other" in found;
}

function bytesOf(found: Files[string]): Uint8Array {
  if (typeof found === "string") return new TextEncoder().encode(found);
  if (found instanceof Uint8Array) return found;
  throw new Error("not a regular file");
}

function decode(found: Files[string]): string {
  return new TextDecoder().decode(bytesOf(found));
}

function must<T>(found: T | undefined, path: string): T {
  if (found === undefined) throw Object.assign(new Error(`no file ${path}`), { code: "ENOENT" });
  return found;
}
