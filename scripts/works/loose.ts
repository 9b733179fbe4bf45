import { basename, dirname } from "node:path";
import { complain } from "../complaints/complain.ts";
import { mistakenTags } from "../tables/mistaken-tags.ts";
import type { World } from "../world/world.ts";
import { makeManuscript } from "./manuscript.ts";
import { readMatter } from "./matter.ts";
import { readOriginals } from "./originals.ts";
import { isInOtherLetters, tellOtherLetters } from "./other-letters.ts";
import { languagesIn, splitTag, tagMeant } from "./tags.ts";
import { readText } from "./text.ts";
import { makeWork } from "./work.ts";
import { readWorkFile, workFileName } from "./work-file.ts";
import type { Found, WorkFlags } from "./works.ts";

/**
 * Finds the work that a single text is, or the one it belongs to.
 * @param world
 *   Disk.
 * @param path
 *   Absolute path of a `.md` or `.txt` file.
 * @param flags
 *   What flags say.
 * @returns
 *   The text. Its language: from its front matter, else its name, else the flag, else English.
 */
export async function findFile(world: World, path: string, flags: WorkFlags): Promise<Found> {
  // The path somebody typed may be a link; the folder it leads to is the work's.
  const real = await world.real(path);
  const folder = dirname(real);
  const names = await world.list(folder);
  const { rest, tag } = splitTag(basename(path).replace(/\.[^.]*$/, ""));
  const text = await readText(world, folder, path);
  const isOfWork = names.includes(workFileName) && rest === tag;
  const isChance = !isOfWork && rest === tag && isInOtherLetters(text, tag);
  const own = isOfWork ? tag : (silently(text) ?? (isChance ? undefined : tag));
  const language = own ?? flags.languages?.[0] ?? "en";
  if (own === undefined && isChance) tellOtherLetters(text, rest, language);
  else if (own === undefined && !flags.languages) sayMistaken(text, rest);
  const { values, file } = isOfWork ? await readWorkFile(world, folder, names) : { values: {} };
  const files = file ? [file, text] : [text];
  if (!values) return { manuscripts: [], files, originals: [] };
  const name = isOfWork ? basename(folder) : rest;
  // Which text is the original does not hang on how many of them are built.
  const languages = isOfWork ? languagesIn(names) : [language];
  const work = await makeWork(world, { folder, name, languages }, { values, flags });
  const manuscripts = [makeManuscript(work, { values, flags }, language, text)];
  const beside = { path: folder, names: isOfWork ? names : [], values };
  return { manuscripts, files, originals: await readOriginals(world, beside, manuscripts, flags) };
}

function sayMistaken(text: Found["files"][number], stem: string): void {
  const end = stem.slice(stem.lastIndexOf(".") + 1);
  const tag = Object.hasOwn(mistakenTags, end.toLowerCase()) ? tagMeant(end) : undefined;
  if (!tag) return;
  const name = `${stem.slice(0, -end.length)}${tag}`;
  complain(
    text,
    "not-a-language",
    { line: 1, column: 1 },
    `“${end}” is not the tag of a language, so this text is taken for English`,
    `Did you mean ${tag}? Name the file ${name}.md, or write “lang: ${tag}” into its front matter.`,
  );
}

// The language decides how a text is read, so its front matter is looked at once before; a fault in
// it is told when the text is.
function silently(text: Found["files"][number]): string | undefined {
  const before = text.messages.length;
  const { values } = readMatter(text);
  text.messages.length = before;
  return values.lang;
}
