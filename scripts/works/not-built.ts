import { basename, extname } from "node:path";
import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { World } from "../world/world.ts";
import { tagMeant } from "./tags.ts";
import { workFileName } from "./work-file.ts";

/**
 * Says of a work that none of its texts is built.
 * @param world
 *   For its working folder.
 * @param path
 *   Absolute path of the work's folder.
 * @param own
 *   Languages it has texts in, none of them asked for.
 * @param languages
 *   Languages asked for; absent: all.
 * @returns
 *   The folder with the complaint, `language-missing` or `input-empty`.
 */
export function textless(
  world: World,
  path: string,
  own: readonly string[],
  languages: readonly string[] | undefined,
): VFile {
  const file = new VFile({ path, cwd: world.cwd });
  if (languages && own.length > 0) {
    const reason = `This work has no text in the language asked for (${languages.join(", ")})`;
    const note = `It has ${own.join(", ")}; another is named like ${languages[0]}.md.`;
    complain(file, "language-missing", undefined, reason, note);
  } else {
    const note = "Name each text by its language: en.md, es.md, zh-Hans.md.";
    complain(file, "input-empty", undefined, "This work has no text", note);
  }
  return file;
}

/**
 * Says of a text in a work that it is not built, since it is not named by a language.
 * @param world
 *   For its working folder.
 * @param path
 *   Absolute path of the text.
 * @returns
 *   A file with the complaint, `not-a-language`, and no text.
 */
export function untagged(world: World, path: string): VFile {
  const file = new VFile({ path, cwd: world.cwd });
  const reason = "This is not built: its name is not that of a language";
  const tag = tagMeant(basename(path).replace(/\.[^.]*$/, ""));
  const note = tag
    ? `Did you mean ${tag}${extname(path)}?`
    : "Name a text by its language, such as en.md.";
  complain(file, "not-a-language", { line: 1, column: 1 }, reason, note);
  return file;
}

/**
 * Says of a folder of texts within another that it is not built, since nothing says that it is a work.
 * @param world
 *   For its working folder.
 * @param path
 *   Absolute path of the folder.
 * @returns
 *   The folder with the complaint, `work-file-missing`.
 */
export function unmarked(world: World, path: string): VFile {
  const file = new VFile({ path, cwd: world.cwd });
  const note = `If it is a work, put a file named ${workFileName} into it; it may be empty.`;
  complain(file, "work-file-missing", undefined, "This folder of texts is not built", note);
  return file;
}
