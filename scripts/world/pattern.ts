import { join, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { isWithin } from "./within.ts";
import type { Found, World } from "./world.ts";

type Wanted = (name: string, kind: Found["kind"]) => boolean;

/** Signs that stand for others in a name. */
const magic = /[*?[{]/;
/** Nobody keeps texts there. */
const passedOver = /^\.|^node_modules$/;

/**
 * Finds what a pattern stands for, where a shell has left that to us: Windows does, and quotation marks make others.
 * @param world
 *   Disk.
 * @param typed
 *   Path as typed: `a.md`, `texts/*.md`, `{one,two}/??.txt`, `**` for folders however deep.
 * @param isWanted
 *   Which of what has such a name is meant: by name, and whether it is a file or a folder.
 * @returns
 *   Absolute paths, those in folders that are meant left out. Where nothing matches, where the folder
 *   before the pattern is not there, and of what is no pattern: one path, of what should be there.
 */
export async function matchPattern(
  world: World,
  typed: string,
  isWanted: Wanted,
): Promise<string[]> {
  const path = resolve(world.cwd, typed);
  if (!magic.test(typed) || (await kindOf(world, path))) return [path];
  const parts = typed.split(sep === "\\" ? /[\\/]/ : "/");
  const first = parts.findIndex((part) => magic.test(part));
  const folder = resolve(world.cwd, first === 0 ? "." : `${parts.slice(0, first).join("/")}/`);
  if (!(await kindOf(world, folder))) return [folder];
  const rest = parts.slice(first).filter(Boolean);
  // Names have brackets and plus signs far more often than somebody means an expression by them.
  const plain = rest.join("/").replace(/[()|+]/g, "\\$&");
  const isMatch = picomatch(plain, { noextglob: true, nonegate: true, posix: true });
  const depth = rest.includes("**") ? Number.POSITIVE_INFINITY : rest.length;
  const found = await search(world, folder, { isMatch, isWanted }, { before: "", depth });
  return found.length > 0 ? found : [path];
}

async function search(
  world: World,
  folder: string,
  which: { isMatch: (way: string) => boolean; isWanted: Wanted },
  { before, depth }: { before: string; depth: number },
): Promise<string[]> {
  const found: string[] = [];
  for (const name of await namesIn(world, folder)) {
    const path = join(folder, name);
    const kind = passedOver.test(name) ? undefined : await kindOf(world, path);
    if (kind === undefined) continue;
    if (which.isMatch(before + name) && which.isWanted(name, kind)) found.push(path);
    else if (kind === "folder" && depth > 1 && !(await leadsUp(world, path, folder)))
      found.push(
        ...(await search(world, path, which, { before: `${before}${name}/`, depth: depth - 1 })),
      );
  }
  return found;
}

/** None of a folder that may not be read, or is a file. */
async function namesIn(world: World, folder: string): Promise<string[]> {
  try {
    return await world.list(folder);
  } catch {
    return [];
  }
}

/** A link to a folder above would be followed for ever. */
async function leadsUp(world: World, path: string, folder: string): Promise<boolean> {
  return isWithin(await world.real(path), await world.real(folder));
}

/** What cannot be asked about is there. */
async function kindOf(world: World, path: string): Promise<Found["kind"] | undefined> {
  try {
    return (await world.stat(path))?.kind;
  } catch {
    return "other";
  }
}
