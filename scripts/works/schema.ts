import * as v from "valibot";
import { copyNames } from "../tables/copies.ts";
import { formatNames, paperNames } from "../tables/formats.ts";
import { statusNames } from "../tables/statuses.ts";
import { translationNames } from "../tables/translations.ts";
import { canonicalTag } from "./tags.ts";

// Each message says what is expected, to be read after “should be”.
const text = someText("text", "text, with something in it");
const names = "a name or a list of names";
// One alone is a list of one, so that a fault in a list is at its own item.
const texts = v.pipe(
  v.unknown(),
  v.transform((value) => (Array.isArray(value) ? value : [value])),
  v.array(someText(names, names)),
);
const tag = v.pipe(
  v.string("a language tag such as en or zh-Hans"),
  v.check((value) => canonicalTag(value) !== undefined, "a language tag such as en or zh-Hans"),
  v.transform((value) => canonicalTag(value) ?? value),
);
const date = v.pipe(
  v.string("a date such as 2017-10-24, or a month such as 2017-10"),
  v.check(isDate, "a date such as 2017-10-24, or a month such as 2017-10"),
);
const yesOrNo = v.boolean("true or false");

/** How lines may be asked to run; `vertical` is understood and refused. */
const writings = ["horizontal", "vertical"] as const;

/** Values a key can have, where they are few; a wrong one gets a “did you mean”. */
export const choices: Readonly<Record<string, readonly string[]>> = {
  copies: copyNames,
  formats: formatNames,
  paper: paperNames,
  status: statusNames,
  translation: translationNames,
  writing: writings,
};

/** Keys whose value is kept as it was typed where YAML would see a number: `version: 1.10`. */
export const asTyped: readonly string[] = ["description", "subtitle", "title", "version"];

// What a text may say of itself and a work may say of all its texts.
const shared = {
  authors: v.optional(texts),
  modified: v.optional(date),
  organisations: v.optional(texts),
  qr: v.optional(yesOrNo),
  status: v.optional(v.picklist(statusNames, `one of ${statusNames.join(", ")}`)),
  version: v.optional(text),
};

/** Front matter of a text. */
export const frontMatter = v.strictObject({
  ...shared,
  description: v.optional(text),
  lang: v.optional(tag),
  subtitle: v.optional(text),
  title: v.optional(text),
  translates: v.optional(tag),
  translation: v.optional(v.picklist(translationNames, `one of ${translationNames.join(", ")}`)),
  translator: v.optional(texts),
  writing: v.optional(v.picklist(writings, `one of ${writings.join(", ")}`)),
});

/** The file `work.yaml`. */
export const workFile = v.strictObject({
  ...shared,
  copies: v.optional(
    v.pipe(
      v.array(
        v.picklist(copyNames, `one of ${copyNames.join(", ")}`),
        "a list of copies such as [screen, imposed]",
      ),
      v.nonEmpty("a list with a copy in it"),
    ),
  ),
  formats: v.optional(
    v.pipe(
      v.array(
        v.picklist(formatNames, `one of ${formatNames.join(", ")}`),
        "a list of formats such as [booklet, web]",
      ),
      v.nonEmpty("a list with a format in it"),
    ),
  ),
  id: v.optional(
    v.pipe(v.string("text"), v.regex(/^[a-z0-9][a-z0-9-]*$/, "small letters, digits and hyphens")),
  ),
  language: v.optional(tag),
  paper: v.optional(v.picklist(paperNames, `one of ${paperNames.join(", ")}`)),
  publisher: v.optional(texts),
});

/** Checked front matter. */
export type FrontMatter = v.InferOutput<typeof frontMatter>;
/** Checked `work.yaml`. */
export type WorkFile = v.InferOutput<typeof workFile>;

function someText(expected: string, full: string) {
  return v.pipe(
    v.string(expected),
    v.transform((value) => value.replace(/\s+/g, " ").trim()),
    v.nonEmpty(full),
  );
}

function isDate(value: string): boolean {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // 30 February parses as 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
