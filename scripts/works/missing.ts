import { basename, dirname, join, relative, resolve } from "node:path";
import { nearest } from "../complaints/nearest.ts";
import { shellWord } from "../complaints/shell-word.ts";
import { type FormatName, formatNames } from "../tables/formats.ts";
import type { World } from "../world/world.ts";
import { isTextName } from "./text-name.ts";

/** What is built where nothing is named; `command/options.ts` fills it in. */
const usual = "source";
const example = "npx handbill build minutes.md";

/**
 * Says what is wrong with an input that is not there, and what to do.
 * @param world
 *   Disk.
 * @param path
 *   Absolute path.
 * @param inputs
 *   All inputs, as typed.
 */
export async function explainMissing(
  world: World,
  path: string,
  inputs: readonly string[],
): Promise<[reason: string, note: string]> {
  const typed = inputs.find((one) => resolve(world.cwd, one) === path) ?? relative(world.cwd, path);
  const nothing = "There is no file or folder of this name";
  if (typed === "-")
    return [
      "Handbill reads files, not what is piped to it",
      `Save it as a file first: ${example}.`,
    ];
  // Elsewhere it is read as a flag.
  if (typed.startsWith("-"))
    return [
      nothing,
      `Whatever stands behind “--” is the name of a text. Flags stand before it: npx handbill build ${typed} … -- minutes.md.`,
    ];
  if (/^\w+:\/\//.test(typed))
    return ["Handbill fetches nothing", `Save it as a .md or .txt file first: ${example}.`];
  const near = (await spacedName(world, typed, inputs)) ?? (await spelling(world, path));
  if (near) return [nothing, near];
  if (/[*?]/.test(typed)) return ["No text and no folder has a name like this", howToMatch];
  if (formatNames.includes(typed as FormatName))
    return [nothing, `To make only this format: --format ${typed}.`];
  if (typed === usual)
    return [nothing, `It is what is built where nothing is named; name your text: ${example}.`];
  return [
    nothing,
    `Check the spelling and the folder you are in; a text is built by its name: ${example}.`,
  ];
}

const howToMatch =
  "“*” stands for any letters of a name, “**” for folders however deep: texts/*.md is every .md file in the folder texts.";

/** A shell makes several words of a name with spaces. */
async function spacedName(
  world: World,
  typed: string,
  inputs: readonly string[],
): Promise<string | undefined> {
  const at = inputs.indexOf(typed);
  for (let from = 0; from <= at; from++)
    for (let to = inputs.length; to > Math.max(at, from + 1); to--) {
      const name = inputs.slice(from, to).join(" ");
      if (await world.stat(resolve(world.cwd, name)))
        return `A name with spaces stands in quotation marks: ${shellWord(name)}.`;
    }
  return undefined;
}

/** The nearest name beside it, where there is one. */
async function spelling(world: World, path: string): Promise<string | undefined> {
  const folder = dirname(path);
  const names = (await world.stat(folder))?.kind === "folder" ? await world.list(folder) : [];
  const inputs = names.filter((name) => /^[^.]{3,}$/.test(name) || isTextName(name));
  const typed = basename(path);
  const whole = inputs.find((name) => name.replace(/\.[^.]*$/, "") === typed);
  const name = whole ?? nearest(typed, inputs);
  return name && `Did you mean ${shellWord(relative(world.cwd, join(folder, name)))}?`;
}
