import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { nearest } from "../complaints/nearest.ts";
import type { World } from "./world.ts";

/** Largest file read, in bytes: a scanned poster fits, a device that never ends does not. */
const limit = 64 * 1024 * 1024;

/** Bytes, or why they were refused: a clause such as `"it lies outside the publication's folder"`. */
export type Reading =
  | { bytes: Uint8Array }
  | { refused: string; rule: "file-missing" | "file-size" | "path-outside" };

const notFile = {
  folder: "it is a folder; name a file in it",
  other: "it is a pipe or a device, not a file",
} as const;

/**
 * Reads a file that a publication names, if it is the publication's own.
 * @param world
 *   Disk.
 * @param folder
 *   Absolute path of the folder that no read may leave.
 * @param path
 *   Absolute path of the file; its links are followed, and where they lead is what counts.
 * @returns
 *   The bytes, or the reason for having none. Never throws for what the path is.
 */
export async function readWithin(world: World, folder: string, path: string): Promise<Reading> {
  if (path.includes("\0")) return outside("its name holds a character no file name can");
  try {
    const found = await world.stat(path);
    if (!found) {
      const twin = await twinOf(world, folder, path);
      return typeof twin === "string" ? await readWithin(world, folder, twin) : twin;
    }
    const real = await world.real(path);
    if (!isWithin(await world.real(folder), real))
      return outside("it lies outside the publication's folder");
    const { kind } = found;
    if (kind !== "file") return { refused: notFile[kind], rule: "file-missing" };
    if (found.size > limit)
      return { refused: `it is larger than ${limit / 1024 / 1024} MiB`, rule: "file-size" };
    return { bytes: await world.read(real) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    return { refused: `it cannot be read (${code})`, rule: "file-missing" };
  }
}

/**
 * Finds a file, in folders, whose name is spelled with other characters that look the same: a Mac takes a letter and its
 * accent for one name with the letter that has it, other systems do not.
 */
async function twinOf(world: World, folder: string, path: string): Promise<string | Reading> {
  const missing = { refused: "there is no such file", rule: "file-missing" } as const;
  if (path === folder || !isWithin(folder, path)) return missing;
  const there = (await world.stat(dirname(path))) ? dirname(path) : undefined;
  const around = there ?? (await twinOf(world, folder, dirname(path)));
  if (typeof around !== "string") return around;
  if ((await world.stat(around))?.kind !== "folder") return missing;
  if (!isWithin(await world.real(folder), await world.real(around))) return missing;
  const name = basename(path);
  if (!there && (await world.stat(join(around, name)))) return join(around, name);
  const names = await world.list(around);
  const twin = names.find((one) => one !== name && one.normalize() === name.normalize());
  if (names.includes(name) && !path.endsWith(sep))
    return { ...missing, refused: "it is a link that leads nowhere" };
  // Another may be such a link as well.
  if (twin !== undefined && (await world.stat(join(around, twin)))) return join(around, twin);
  const near = nearest(name, names);
  return near ? { ...missing, refused: `${missing.refused}; did you mean “${near}”?` } : missing;
}

/**
 * Tells whether a path is a folder or lies in it.
 * @param folder
 *   Absolute path, links resolved.
 * @param path
 *   Absolute path, links resolved.
 */
export function isWithin(folder: string, path: string): boolean {
  // Windows has no way from one disk to another but the whole path.
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function outside(refused: string): Reading {
  return { refused, rule: "path-outside" };
}
