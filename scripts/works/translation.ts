import type { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { Matter } from "../types.ts";
import type { FrontMatter } from "./schema.ts";

const top = { line: 1, column: 1 };

/**
 * What a text is a translation of, how far it is and by whom. A text in another language than its work's
 * is one; it counts as unreviewed until it says otherwise.
 * @param own
 *   Its front matter.
 * @param language
 *   Its tag.
 * @param original
 *   Tag of the language that its work was written in.
 * @param file
 *   The text; complaints go on it.
 * @returns
 *   Nothing of a text that is no translation.
 */
export function translationOf(
  own: FrontMatter,
  language: string,
  original: string,
  file: VFile,
): Pick<Matter, "translates" | "translation" | "translator"> {
  const { translation, translator } = own;
  if (own.translates === language) ofItself(file, language);
  const translates = own.translates ?? (language === original ? undefined : original);
  if (translates === undefined && translation === undefined && translator === undefined) return {};
  if (translation === undefined) unmarked(file, translates);
  return {
    ...(translates !== undefined && { translates }),
    ...(translator !== undefined && { translator }),
    translation: translation ?? "unreviewed",
  };
}

function unmarked(file: VFile, translates: string | undefined): void {
  complain(
    file,
    "translation-unmarked",
    top,
    `This is set as an unreviewed translation${translates === undefined ? "" : ` of ${translates}`}`,
    "Say how far it is in the front matter, “translation: reviewed” for one; if it is the original, write its language in work.yaml.",
  );
}

function ofItself(file: VFile, language: string): void {
  complain(
    file,
    "front-matter-value",
    top,
    `“translates” names ${language}, which is the language of this text`,
    "Write the language it was translated from, or delete the line.",
  );
}
