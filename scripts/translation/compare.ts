import { relative } from "node:path";
import { complain } from "../complaints/complain.ts";
import { plural } from "../complaints/plural.ts";
import { pointOf } from "../complaints/point-of.ts";
import type { Document } from "../types.ts";
import { align } from "./align.ts";
import { type Kind, type KindName, kinds } from "./kinds.ts";
import { numbersApart } from "./numbers.ts";
import { pair } from "./pair.ts";
import type { Part } from "./parts.ts";
import { passagesOf } from "./passages.ts";
import { type Counterparts, placeFor, sectionsOf } from "./sections.ts";
import { structureOf } from "./structure.ts";

/** Two texts that should hold the same. */
interface Comparison {
  original: Document;
  translation: Document;
  /** Place in the original for a part that only the translation has, `line:column`. */
  inOriginal(part: Pick<Part, "section">): string;
  /** Place in the translation for a part that only the original has. */
  inTranslation(part: Pick<Part, "section">): string;
}

/**
 * Compares what a translation may not change: headings, tables, figures, notes, links, placeholders, telephone and other numbers,
 * and how many paragraphs and list items a section has.
 * @param original
 *   The text as it was written.
 * @param translation
 *   The same in another language. What it lacks or adds is a complaint on its file, `translation-missing` or
 *   `translation-added`, that names the place in both files; another number is one too, `translation-number`, and that it is older,
 *   `translation-older`.
 */
export function compareTranslation(original: Document, translation: Document): void {
  const [from, to] = [structureOf(original), structureOf(translation)];
  const [there, back] = sectionsOf(align(from.headings, to.headings).pairs);
  const texts: Comparison = {
    original,
    translation,
    inOriginal: ({ section }) => placeFor(section, back, from.headings, original),
    inTranslation: ({ section }) => placeFor(section, there, to.headings, translation),
  };
  for (const [name, kind] of Object.entries(kinds) as [KindName, Kind][]) {
    const match = kind.ordered ? align : pair;
    const { pairs, missing, added } = match(from[name], to[name], there);
    for (const part of missing) sayMissing(texts, part);
    for (const part of added) sayAdded(texts, part);
    for (const [one, other] of pairs)
      for (const [part, count] of Object.entries(one.sizes))
        compareCounts(texts, {
          whole: "table",
          part,
          original: { count, place: one.place ?? texts.inOriginal(other) },
          translation: {
            count: other.sizes[part] ?? 0,
            place: other.place ?? texts.inTranslation(one),
          },
        });
  }
  comparePassages(texts, there);
  compareNumbers(texts, there);
  compareDates(texts);
}

/** Compares when both were last changed, as far as both say: to the day, or to the month. */
function compareDates({ original, translation }: Comparison): void {
  const [theirs, own] = [original.matter.modified, translation.matter.modified];
  // One date for the whole work says nothing of this text.
  if (!theirs || !own || !translation.manuscript.given.has("modified")) return;
  const length = Math.min(theirs.length, own.length);
  if (own.slice(0, length) >= theirs.slice(0, length)) return;
  complain(
    translation.manuscript.file,
    "translation-older",
    undefined,
    `The original was changed after this translation: ${theirs}, and this ${own}`,
    `Read ${nameOf(original)} again; then write “modified: ${theirs}” here too.`,
  );
}

/** Compares sections that have the same ones after them; where a heading is missing, that says enough. */
function comparePassages(texts: Comparison, there: Counterparts): void {
  const [from, to] = [passagesOf(texts.original), passagesOf(texts.translation)];
  for (const [section, passages] of from.entries()) {
    const other = there.get(section);
    if (other === undefined) continue;
    const next = section + 1 < from.length ? there.get(section + 1) : to.length;
    if (next !== other + 1) continue;
    for (const part of ["paragraph", "list item"] as const)
      compareCounts(texts, {
        whole: "section",
        part,
        original: { count: passages[part], place: texts.inOriginal({ section: other }) },
        translation: { count: to[other]?.[part] ?? 0, place: texts.inTranslation({ section }) },
      });
  }
}

/** Says where a number became another one. */
function compareNumbers(texts: Comparison, there: Counterparts): void {
  const { original, translation } = texts;
  for (const apart of numbersApart(original, translation, there)) {
    const [theirs, own] = [apart.original, apart.translation].map(({ numbers }) =>
      numbers.join(", "),
    );
    complain(
      translation.manuscript.file,
      "translation-number",
      pointOf(apart.translation.place ?? texts.inTranslation({ section: 0 })),
      `The original has ${theirs} here, and this translation ${own}`,
      `Compare ${at(original, apart.original.place ?? texts.inOriginal({ section: 0 }))}; where both are right, nothing is to be done.`,
    );
  }
}

function sayMissing(texts: Comparison, part: Part): void {
  complain(
    texts.translation.manuscript.file,
    "translation-missing",
    pointOf(texts.inTranslation(part)),
    `The original has ${part.name}, and this translation does not`,
    `It stands at ${at(texts.original, part.place ?? texts.inOriginal(part))}; put it in at the same place.`,
  );
}

function sayAdded(texts: Comparison, part: Part): void {
  complain(
    texts.translation.manuscript.file,
    "translation-added",
    pointOf(part.place ?? texts.inTranslation(part)),
    `This translation has ${part.name}, and the original does not`,
    `Compare ${at(texts.original, texts.inOriginal(part))}; take it out, or put it into the original too.`,
  );
}

/** How many parts of a kind a section or a table has, in both texts, and where it stands in them. */
interface Counts {
  whole: "section" | "table";
  part: string;
  original: { count: number; place: string };
  translation: { count: number; place: string };
}

function compareCounts(texts: Comparison, { whole, part, original, translation }: Counts): void {
  const [theirs, own] = [original.count, translation.count];
  if (own === theirs) return;
  complain(
    texts.translation.manuscript.file,
    own < theirs ? "translation-missing" : "translation-added",
    pointOf(translation.place),
    `This ${whole} has ${plural(own, part)}, the original's has ${theirs}`,
    `Compare ${at(texts.original, original.place)} and make them the same.`,
  );
}

function at(text: Document, place: string): string {
  return `${nameOf(text)}:${place}`;
}

// An original that is only compared with is not among the files whose paths a report shortens.
function nameOf({ manuscript: { file } }: Document): string {
  return relative(file.cwd, file.path);
}
