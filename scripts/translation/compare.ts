import type { Point } from "unist";
import { complain } from "../complain.ts";
import { plural } from "../plural.ts";
import type { Document } from "../types.ts";
import { align } from "./align.ts";
import { type Kind, type KindName, kinds } from "./kinds.ts";
import { pair } from "./pair.ts";
import type { Part } from "./parts.ts";
import { placeFor, sectionsOf } from "./sections.ts";
import { structureOf } from "./structure.ts";

/** Two texts that should hold the same. */
interface Comparison {
  original: Document;
  translation: Document;
  /** Place in the original for a part that only the translation has, `line:column`. */
  inOriginal(part: Part): string;
  /** Place in the translation for a part that only the original has. */
  inTranslation(part: Part): string;
}

/**
 * Compares what a translation may not change: headings, tables, figures, notes, links, placeholders.
 * @param original
 *   The text as it was written.
 * @param translation
 *   The same in another language. What it lacks or adds is a complaint on its file, `translation-missing` or
 *   `translation-added`, that names the place in both files.
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
    for (const [one, other] of pairs) compareSizes(texts, one, other);
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

function compareSizes(texts: Comparison, one: Part, other: Part): void {
  for (const [name, size] of Object.entries(one.sizes)) {
    const own = other.sizes[name] ?? 0;
    if (own === size) continue;
    complain(
      texts.translation.manuscript.file,
      own < size ? "translation-missing" : "translation-added",
      pointOf(other.place ?? texts.inTranslation(one)),
      `This table has ${plural(own, name)}, and the original's ${plural(size, name)}`,
      `Compare ${at(texts.original, one.place ?? texts.inOriginal(other))} and make them the same.`,
    );
  }
}

function at({ manuscript }: Document, place: string): string {
  return `${manuscript.file.path}:${place}`;
}

function pointOf(place: string): Point {
  const [line = 1, column = 1] = place.split(":").map(Number);
  return { line, column };
}
