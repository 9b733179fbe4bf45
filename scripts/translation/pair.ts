import type { Matching, Part } from "./parts.ts";
import type { Counterparts } from "./sections.ts";

/**
 * Puts parts side by side whose order a translator may change: those of one section first, then those that moved.
 * @param original
 *   Parts.
 * @param translation
 *   Parts.
 * @param sections
 *   Which section of the translation each of the original is.
 * @returns
 *   Pairs have the same key.
 */
export function pair(
  original: readonly Part[],
  translation: readonly Part[],
  sections: Counterparts,
): Matching {
  const near = take(
    original,
    translation,
    (one, other) => sections.get(one.section) === other.section,
  );
  const far = take(near.missing, near.added, () => true);
  return { ...far, pairs: [...near.pairs, ...far.pairs] };
}

function take(
  original: readonly Part[],
  translation: readonly Part[],
  suits: (one: Part, other: Part) => boolean,
): Matching {
  const byKey = new Map<string, Set<Part>>();
  for (const other of translation)
    byKey.set(other.key, (byKey.get(other.key) ?? new Set()).add(other));
  const result: Matching = { pairs: [], missing: [], added: [] };
  for (const one of original) {
    const others = byKey.get(one.key) ?? new Set();
    const other = [...others].find((candidate) => suits(one, candidate));
    if (other === undefined) result.missing.push(one);
    else result.pairs.push([one, other]);
    if (other !== undefined) others.delete(other);
  }
  const left = new Set([...byKey.values()].flatMap((others) => [...others]));
  result.added = translation.filter((other) => left.has(other));
  return result;
}
