import type { Manuscript } from "../types.ts";

/**
 * Finds the originals of translations.
 * @param manuscripts
 *   Texts, originals among them.
 * @returns
 *   Translations to their originals, where those are there.
 */
export function originalsOf(manuscripts: readonly Manuscript[]): Map<Manuscript, Manuscript> {
  const named = new Map(manuscripts.map((one) => [nameOf(one, one.language), one]));
  const pairs = manuscripts.flatMap((one): [Manuscript, Manuscript][] => {
    const { translates } = one.matter;
    const original = translates === undefined ? undefined : named.get(nameOf(one, translates));
    return original === undefined || original === one ? [] : [[one, original]];
  });
  return new Map(pairs);
}

function nameOf({ work }: Manuscript, language: string): string {
  return [work.folder, work.id, language].join("\n");
}
