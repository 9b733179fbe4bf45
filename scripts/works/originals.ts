import { join } from "node:path";
import type { Manuscript } from "../types.ts";
import type { World } from "../world/world.ts";
import { makeManuscript } from "./manuscript.ts";
import type { WorkFile } from "./schema.ts";
import { canonicalTag } from "./tags.ts";
import { readText } from "./text.ts";
import { isTextName } from "./text-name.ts";
import type { WorkFlags } from "./works.ts";

/** The folder of a work. */
export interface WorkFolder {
  /** Absolute path. */
  path: string;
  /** Names in it. */
  names: readonly string[];
  /** What the work's file says. */
  values: WorkFile;
}

/**
 * Reads the originals of translations that are built without them: who checks one translation alone wants to know what
 * it lacks as much as who checks them all.
 * @param world
 *   Disk.
 * @param folder
 *   The work's folder.
 * @param translations
 *   Texts of one work.
 * @param flags
 *   What flags say.
 * @returns
 *   Originals that are not among the texts, each once; what is wrong with them is on their own files.
 */
export async function readOriginals(
  world: World,
  { path, names, values }: WorkFolder,
  translations: readonly Manuscript[],
  flags: WorkFlags,
): Promise<Manuscript[]> {
  const there = new Set(translations.map(({ language }) => language));
  const wanted = new Set(translations.map(({ matter }) => matter.translates));
  const originals: Manuscript[] = [];
  for (const name of names) {
    const language = isTextName(name) && canonicalTag(name.replace(/\.[^.]*$/, ""));
    const [first] = translations;
    if (!first || !language || there.has(language) || !wanted.has(language)) continue;
    const text = await readText(world, path, join(path, name));
    originals.push(makeManuscript(first.work, { values, flags }, language, text));
    there.add(language);
  }
  return originals;
}
