import { join, relative } from "node:path";
import { shellWord } from "../complaints/shell-word.ts";
import type { World } from "../world/world.ts";
import { isTextName } from "./text-name.ts";

/** Documents of programs that can save plain text. */
const documents = /^[^.~].*\.(docx?|html?|odt|pages|pdf|rtf|wpd)$/i;
const markdown = /^[^.].*\.(markdown|mdown|mkdn?|mdwn|text)$/i;

/**
 * Says what to do about a folder without a text.
 * @param world
 *   Disk.
 * @param path
 *   Absolute path of the folder.
 * @param names
 *   Names in it.
 * @returns
 *   One sentence, about what somebody most likely took for a text.
 */
export async function explainEmpty(
  world: World,
  path: string,
  names: readonly string[],
): Promise<string> {
  const other = names.find((name) => markdown.test(name));
  if (other) return `Give “${other}” a name that ends in .md.`;
  const document = names.find((name) => documents.test(name));
  if (document)
    return `Open “${document}” where it was written and save it as plain text (.txt) with the encoding UTF-8.`;
  for (const name of names.filter((one) => !/^\.|^node_modules$/.test(one))) {
    const inner = join(path, name);
    if ((await namesIn(world, inner)).some(isTextName))
      return `There are texts in a folder of it: npx handbill build ${shellWord(relative(world.cwd, inner))}.`;
  }
  return "“npx handbill new my-work” makes a work to start from.";
}

/** None of what is no folder, or may not be read. */
async function namesIn(world: World, path: string): Promise<string[]> {
  try {
    return (await world.stat(path))?.kind === "folder" ? await world.list(path) : [];
  } catch {
    return [];
  }
}
