import { find } from "../preflight/finding.ts";
import { type Preflight, preflight } from "../preflight/preflight.ts";
import { matchPattern } from "../world/pattern.ts";
import type { World } from "../world/world.ts";

/** A file and what preflight says of it. */
export interface PreflightFile extends Preflight {
  /** Absolute path. */
  path: string;
}

/**
 * Looks at PDFs, one after the other.
 * @param world
 *   Disk.
 * @param inputs
 *   Paths as typed, or patterns of such.
 * @returns
 *   What was found, in the order typed; of what is no file or can't be read, that.
 */
export async function preflightFiles(
  world: World,
  inputs: readonly string[],
): Promise<PreflightFile[]> {
  const files: PreflightFile[] = [];
  const paths = await Promise.all(inputs.map((input) => matchPattern(world, input, isPdf)));
  for (const path of paths.flat()) {
    const pdf = await read(world, path);
    const missing = { pages: 0, claim: undefined, findings: [find("pdf-missing")] };
    files.push({ path, ...(pdf ? await preflight(pdf) : missing) });
  }
  return files;
}

function isPdf(name: string, kind: string): boolean {
  return kind === "file" && /\.pdf$/i.test(name);
}

async function read(world: World, path: string): Promise<Uint8Array | undefined> {
  try {
    return (await world.stat(path))?.kind === "file" ? await world.read(path) : undefined;
  } catch {
    return undefined;
  }
}
