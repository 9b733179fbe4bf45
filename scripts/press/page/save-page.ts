import type { Fit } from "./fit-type.ts";

/** How a text is set whose last page would be nearly empty. */
export interface Saving {
  /** Share of a page: one that is filled less is not worth its paper. */
  last: number;
  /** Space between blocks, as shares of what styles say, to be tried in this order. */
  spaces: readonly number[];
}

/** A text laid out, as far as it matters here. */
interface Laid {
  pages: readonly unknown[];
  /** Share of its last page that its text takes. */
  last: number;
  /** Tables in which words are cut. */
  broken: readonly unknown[];
  clear(): void;
}

/**
 * Lays a text out anew, with less space between its blocks, where a few lines would stand on its last page alone and this
 * brings them back.
 * @param usual
 *   The text as its styles have it, which stands in the tab.
 * @param lay
 *   Lays the text out.
 * @param saving
 *   When, and with how much space.
 * @returns
 *   The text as it stands last, in the tab.
 */
export async function savePage<Text extends Laid>(
  usual: Text,
  lay: (fit: Fit) => Promise<Text>,
  { last, spaces }: Saving,
): Promise<Text> {
  const { pages, broken } = usual;
  if (pages.length === 1 || usual.last > last) return usual;
  usual.clear();
  for (const space of spaces) {
    const tight = await lay({ "--fit--space": `${space}` });
    const isSaved = tight.pages.length < pages.length && tight.broken.length <= broken.length;
    // So much may be saved that a few lines stand alone again.
    if (isSaved && (tight.last > last || space === spaces.at(-1))) return tight;
    tight.clear();
  }
  return lay({});
}
