import { readdir, readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What a run holds in memory at one moment, bytes. */
export interface Memory {
  /** Objects and buffers in use in this process, garbage aside. */
  live: number;
  /** The browser's processes; nothing on systems that don't tell. */
  browser?: number | undefined;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Measures what is in use now. */
export async function measureMemory(): Promise<Memory> {
  collect();
  const { external, heapUsed } = process.memoryUsage();
  return { live: heapUsed + external, browser: await browserMemory() };
}

interface Process {
  id: number;
  parent: number;
  resident: number;
}

async function browserMemory(): Promise<number | undefined> {
  const names = await readdir("/proc").catch(() => []);
  const ids = names.filter((name) => /^\d+$/.test(name));
  if (ids.length === 0) return undefined;
  const all = (await Promise.all(ids.map(processOf))).filter((one) => one !== undefined);
  const below = (parent: number): Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.id)]);
  return below(process.pid).reduce((sum, { resident }) => sum + resident, 0);
}

/** A process as Linux tells of it; nothing of one that has just ended. */
async function processOf(id: string): Promise<Process | undefined> {
  const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
  const number = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(status)?.[1]);
  const parent = number("PPid");
  if (Number.isNaN(parent)) return undefined;
  return { id: Number(id), parent, resident: (number("VmRSS") || 0) * 1024 };
}
