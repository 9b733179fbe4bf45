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
 * @param lay
 *   Lays the text out.
 * @param saving
 *   When, and with how much space.
 * @returns
 *   The text as it stands last, in the tab.
 */
export async function savePage<Text extends Laid>(
  lay: (fit: Fit) => Promise<Text>,
  { last, spaces }: Saving,
): Promise<Text> {
  const usual = await lay({});
  const { pages, broken } = usual;
  if (pages.length === 1 || usual.last > last) return usual;
  usual.clear();
  for (const space of spaces) {
    const tight = await lay({ "--fit--space": `${space}` });
    if (tight.pages.length < pages.length && tight.broken.length <= broken.length) return tight;
    tight.clear();
  }
  return lay({});
}
