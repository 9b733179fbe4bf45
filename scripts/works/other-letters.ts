import { basename } from "node:path";
import type { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";

/** Scripts by what Intl calls them, where Unicode says it otherwise. */
const letters: Readonly<Record<string, string>> = {
  Hans: "Hani",
  Hant: "Hani",
  Jpan: "Hira",
  Kore: "Hang",
};

/**
 * Tells whether a text cannot be in the language that its name happens to be the tag of: `my` is Burmese, yet the
 * letters are Latin ones.
 * @param text
 *   The text.
 * @param tag
 *   Canonical tag; one that names a script is meant.
 */
export function isInOtherLetters(text: VFile, tag: string): boolean {
  const { script = "Latn" } = new Intl.Locale(tag).maximize();
  if (script === "Latn" || new Intl.Locale(tag).script) return false;
  const own = new RegExp(`\\p{Script=${letters[script] ?? script}}`, "u");
  return /\p{Script=Latin}/u.test(String(text)) && !own.test(String(text));
}

/**
 * Says so.
 * @param text
 *   The text; the complaint goes on it.
 * @param tag
 *   Canonical tag.
 * @param instead
 *   What it is taken for.
 */
export function tellOtherLetters(text: VFile, tag: string, instead: string): void {
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
  complain(
    text,
    "not-a-language",
    { line: 1, column: 1 },
    `The name of this file, “${tag}”, is the tag of ${name}, but its letters are Latin; it is taken for ${instead}`,
    `Give it a name that is no language's tag, such as my-${basename(text.path)}; if it is ${name}, write “lang: ${tag}-Latn” into its front matter.`,
  );
}
