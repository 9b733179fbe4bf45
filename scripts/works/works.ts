import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import { VFile as File, type VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { CopyName } from "../tables/copies.ts";
import type { FormatName, PaperName } from "../tables/formats.ts";
import type { StatusName } from "../tables/statuses.ts";
import type { Manuscript } from "../types.ts";
import { matchPattern } from "../world/pattern.ts";
import type { World } from "../world/world.ts";
import { findFolder } from "./folder.ts";
import { findFile } from "./loose.ts";
import { explainMissing } from "./missing.ts";

/** What flags say of works; a flag not given is `undefined`. */
export interface WorkFlags {
  formats?: FormatName[] | undefined;
  copies?: CopyName[] | undefined;
  /** Canonical BCP 47 tags: which languages of a folder; the first for a loose file that tells none. */
  languages?: string[] | undefined;
  paper?: PaperName | undefined;
  status?: StatusName | undefined;
}

/** Works found: texts to set, and every file with something to say about it. */
export interface Found {
  manuscripts: Manuscript[];
  /** The manuscripts' files among them. */
  files: VFile[];
  /** Originals of translations that are not asked for themselves, to compare with. */
  originals: Manuscript[];
}

/**
 * Finds the texts that inputs stand for.
 * @param world
 *   Disk.
 * @param inputs
 *   Paths of files and folders, as typed: a work's folder, a folder of works, a loose text, or a pattern of such names.
 * @param flags
 *   What flags say; they win over the texts' own words.
 * @returns
 *   Manuscripts in the order of the inputs, then by name. A fault is a message on a file; a file
 *   with an error is still listed and not to be built.
 */
export async function findWorks(world: World, inputs: string[], flags: WorkFlags): Promise<Found> {
  const found: Found = { manuscripts: [], files: [], originals: [] };
  const seen = new Set<string>();
  const paths = await Promise.all(inputs.map((input) => matchPattern(world, input, isInput)));
  for (const path of paths.flat()) {
    const { manuscripts, files, originals } = await findInput(world, path, flags, inputs);
    found.originals.push(...originals);
    for (const file of files) if (!seen.has(file.path)) found.files.push(file);
    for (const one of manuscripts) if (!seen.has(one.file.path)) found.manuscripts.push(one);
    for (const file of files) seen.add(file.path);
    // The disk answers at once: whoever else waits for this thread gets a turn here.
    await setImmediate();
  }
  refuseCollisions(found.manuscripts);
  const asked = new Set(found.manuscripts.map(({ file }) => file.path));
  found.originals = found.originals.filter(({ file }) => !asked.has(file.path));
  return found;
}

async function findInput(
  world: World,
  path: string,
  flags: WorkFlags,
  inputs: readonly string[],
): Promise<Found> {
  try {
    const kind = (await world.stat(path))?.kind;
    if (kind === "folder") return await findFolder(world, path, flags);
    if (kind && isInput(path, kind)) return await findFile(world, path, flags);
    if (kind) return refused(world, path, notText, howToText(path));
    return refused(world, path, ...(await explainMissing(world, path, inputs)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const reason = `This cannot be read, or something in it cannot (${code})`;
    return refused(
      world,
      path,
      reason,
      "Ask for leave to read it, or copy it to a folder of yours.",
    );
  }
}

function isInput(name: string, kind: string): boolean {
  return kind === "folder" || (kind === "file" && /\.(md|txt)$/i.test(name));
}

function refused(world: World, path: string, reason: string, note: string): Found {
  const file = new File({ path, cwd: world.cwd });
  complain(file, "input-missing", undefined, reason, note);
  return { manuscripts: [], files: [file], originals: [] };
}

const notText = "This is not a text that Handbill reads";

function howToText(path: string): string {
  const name = basename(path);
  const renamed = name.replace(/\.(markdown|mdown|mkdn?|mdwn|text)$/i, ".md");
  if (renamed !== name) return `Name it ${renamed}.`;
  return "Give it a .md or .txt file, or a folder of them; a document of a word processor is saved as plain text (.txt) there.";
}

function refuseCollisions(manuscripts: Manuscript[]): void {
  const places = new Map<string, Manuscript[]>();
  for (const one of manuscripts) {
    // Some disks do not tell capitals or composed accents apart.
    const place = `${one.work.id}/${one.language}`.normalize("NFC").toLowerCase();
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  for (const rivals of places.values()) {
    if (rivals.length < 2) continue;
    for (const { file, work, language } of rivals) {
      const other = rivals.find((rival) => rival.file !== file)?.file.path ?? "";
      complain(
        file,
        "output-collision",
        { line: 1, column: 1 },
        `This text and ${other} would be written to the same place, ${work.id}/${language}`,
        "Rename one of the two, or build them with different --out folders.",
      );
    }
  }
}
