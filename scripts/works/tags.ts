import { nearest } from "../complaints/nearest.ts";
import { languages } from "../tables/languages.ts";
import { mistakenTags } from "../tables/mistaken-tags.ts";
import { isTextName } from "./text-name.ts";

/**
 * Writes a language tag the one way it should be written.
 * @param tag
 *   What may be a BCP 47 tag, in any case: `ES`, `zh-hans`.
 * @returns
 *   The canonical tag (`es`, `zh-Hans`), or `undefined` when it is none. Words such as `readme`, which
 *   the grammar of BCP 47 lets pass as reserved tags, are none, nor are codes of countries (`cn`).
 */
export function canonicalTag(tag: string): string | undefined {
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(tag);
    const [language = ""] = canonical.split("-");
    return /^[a-z]{2,3}$/.test(language) && !(language in mistakenTags) ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the language off the end of a file's name.
 * @param stem
 *   Name without extension: `es`, `notes.es`, `notes`.
 * @returns
 *   The rest of the name and the canonical tag; no tag when the end is not that of a language with a
 *   name in English (`agenda.old` is an old agenda).
 */
export function splitTag(stem: string): { rest: string; tag: string | undefined } {
  const dot = stem.lastIndexOf(".");
  const end = stem.slice(dot + 1);
  const tag = canonicalTag(end);
  if (tag === undefined || !isNamed(tag)) return { rest: stem, tag: undefined };
  return { rest: dot > 0 ? stem.slice(0, dot) : stem, tag };
}

/**
 * Languages of the texts among the names in a work's folder.
 * @param names
 *   File names.
 * @returns
 *   Canonical tags, in the order of the names.
 */
export function languagesIn(names: readonly string[]): string[] {
  const stems = names.filter(isTextName);
  return stems
    .map((name) => canonicalTag(name.replace(/\.[^.]*$/, "")))
    .filter((tag) => tag !== undefined);
}

/**
 * Finds the language that somebody means who wrote no tag.
 * @param typed
 *   `Spanish`, `español`, `cn`, `zh_TW`.
 * @returns
 *   A canonical tag, or `undefined` when none is near.
 */
export function tagMeant(typed: string): string | undefined {
  const word = typed.trim().toLowerCase();
  const [first = "", ...rest] = word.split(/[-_]/);
  const mistaken = Object.hasOwn(mistakenTags, first) ? mistakenTags[first] : undefined;
  if (mistaken) return canonicalTag(mistaken);
  const tag = rest.length > 0 ? canonicalTag([first, ...rest].join("-")) : undefined;
  if (rest.length > 0) return tag && isNamed(tag) ? tag : undefined;
  const names = new Map<string, string>();
  for (const tag of Object.keys(languages))
    for (const locale of [tag, "en"]) {
      const name = new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
      names.set(name.toLowerCase(), tag);
    }
  const near = word.length < 4 ? word : (nearest(word, [...names.keys()]) ?? word);
  return names.get(near);
}

function isNamed(tag: string): boolean {
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  return names.of(tag) !== undefined;
}
