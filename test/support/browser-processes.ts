import { readdir, readFile } from "node:fs/promises";

/** A process of a browser. */
export interface BrowserProcess {
  id: number;
  /** What it does for the browser: `renderer`, `zygote` …; `browser` for the first of them. */
  type: string;
}

/**
 * Finds the processes of browsers whose own files lie in a folder, on Linux.
 * @param home
 *   Absolute path of the folder.
 */
export async function browserProcesses(home: string): Promise<BrowserProcess[]> {
  const all = await Promise.all(
    (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(look),
  );
  const there = all.filter((one) => one !== undefined);
  const groups = new Set(
    there.filter(({ line }) => line.includes(`=${home}`)).map(({ group }) => group),
  );
  return there
    .filter(({ group }) => groups.has(group))
    .map(({ id, line }) => ({ id, type: /--type=([\w-]+)/.exec(line)?.[1] ?? "browser" }));
}

async function look(name: string) {
  try {
    const line = (await readFile(`/proc/${name}/cmdline`, "utf8")).replaceAll("\0", " ");
    const stat = await readFile(`/proc/${name}/stat`, "utf8");
    // Behind the name, which may hold anything: state, parent, group.
    const group = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2];
    return { id: Number(name), line, group };
  } catch {
    return undefined;
  }
}
