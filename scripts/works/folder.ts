import { basename, join } from "node:path";
import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { World } from "../world/world.ts";
import { explainEmpty } from "./empty.ts";
import { findInside } from "./inside.ts";
import { findFile } from "./loose.ts";
import { makeManuscript } from "./manuscript.ts";
import { textless, unmarked, untagged } from "./not-built.ts";
import { readOriginals } from "./originals.ts";
import { canonicalTag, languagesIn } from "./tags.ts";
import { readText } from "./text.ts";
import { isTextName } from "./text-name.ts";
import { unread } from "./unread.ts";
import { makeWork } from "./work.ts";
import { readWorkFile, workFileName } from "./work-file.ts";
import type { Found, WorkFlags } from "./works.ts";

// Papers that lie beside texts in every second folder on earth.
const aboutTheFolder = /^(readme|licen[cs]e|changelog|contributing|manual|notes?-to-self)\b/i;

/**
 * Finds the texts in a folder: a work's, or those of every work in it.
 * @param world
 *   Disk.
 * @param path
 *   Absolute path of the folder.
 * @param flags
 *   What flags say.
 * @returns
 *   Texts and files; one with a complaint when there is no text.
 */
export async function findFolder(world: World, path: string, flags: WorkFlags): Promise<Found> {
  const names = await world.list(path);
  if (names.includes(workFileName)) return findWork(world, path, names, flags);
  const found: Found = { manuscripts: [], files: [], originals: [] };
  const unbuilt = new Set<VFile>();
  const folders = await foldersOf(world, path, names);
  if (!folders.some((folder) => folder.isWork) && looksLikeWork(names))
    return findWork(world, path, names, flags);
  for (const folder of folders) {
    if (folder.error) add(found, unread(world, folder.path, folder.error));
    else if (folder.isWork) add(found, await findFolder(world, folder.path, flags));
    else if (folder.hasTexts) unbuilt.add(unmarked(world, folder.path));
  }
  found.files.push(...unbuilt);
  for (const name of names.filter(isTextName)) {
    if (aboutTheFolder.test(name)) continue;
    const find = (text: string) => findFile(world, text, flags);
    add(found, await findInside(world, path, join(path, name), find));
  }
  // Where nothing is made of a folder, it is not enough to be told of folders in it in passing.
  if (found.files.every((one) => unbuilt.has(one))) {
    const file = new VFile({ path, cwd: world.cwd });
    const note = await explainEmpty(world, path, names);
    complain(file, "input-empty", undefined, "There is no text in this folder", note);
    found.files.push(file);
  }
  return found;
}

/** Whether a folder without a work's file is one: most of its texts are named by languages, not one or two by chance. */
function looksLikeWork(names: string[]): boolean {
  const texts = names.filter((name) => isTextName(name) && !aboutTheFolder.test(name));
  const tagged = texts.filter(isTagged);
  if (tagged.length > 0 && names.some((name) => /^work\.ya?ml\b/i.test(name))) return true;
  return tagged.length > 0 && 2 * tagged.length >= texts.length;
}

async function findWork(
  world: World,
  path: string,
  names: string[],
  flags: WorkFlags,
): Promise<Found> {
  const { values, file } = await readWorkFile(world, path, names);
  const found: Found = { manuscripts: [], files: file ? [file] : [], originals: [] };
  const tagged = names.filter(isTagged);
  const said = { values: values ?? {}, flags };
  const place = { folder: path, name: basename(path), languages: languagesIn(names) };
  const work = await makeWork(world, place, said);
  for (const name of tagged) {
    const language = tagOf(name) ?? "";
    if (flags.languages && !flags.languages.includes(language)) continue;
    const text = await readText(world, path, join(path, name));
    const manuscript = makeManuscript(work, said, language, text);
    found.manuscripts.push(manuscript);
    found.files.push(text);
  }
  for (const name of names.filter((name) => isTextName(name) && !isTagged(name)))
    if (!aboutTheFolder.test(name)) found.files.push(untagged(world, join(path, name)));
  if (found.manuscripts.length === 0)
    found.files.push(textless(world, path, languagesIn(names), flags.languages));
  if (!values) return { ...found, manuscripts: [] };
  found.originals = await readOriginals(world, { path, names, values }, found.manuscripts, flags);
  return found;
}

/** What a folder in a folder is, or what the system says instead. */
async function lookInto(world: World, path: string) {
  try {
    const names = await world.list(path);
    return { isWork: names.includes(workFileName), hasTexts: names.some(isTagged) };
  } catch (error) {
    return { isWork: false, hasTexts: false, error };
  }
}

async function foldersOf(world: World, path: string, names: string[]) {
  const folders = [];
  for (const name of names.filter((name) => !name.startsWith("."))) {
    const inner = join(path, name);
    if ((await world.stat(inner))?.kind !== "folder") continue;
    folders.push({ path: inner, ...(await lookInto(world, inner)) });
  }
  return folders;
}

function add(found: Found, more: Found): void {
  found.manuscripts.push(...more.manuscripts);
  found.files.push(...more.files);
  found.originals.push(...more.originals);
}

function isTagged(name: string): boolean {
  return isTextName(name) && tagOf(name) !== undefined;
}

function tagOf(name: string): string | undefined {
  return canonicalTag(name.replace(/\.[^.]*$/, ""));
}
