/**
 * Fills up pages to a number that folds.
 * @param pages
 *   How many pages there are.
 * @param multiple
 *   What their number has to be a multiple of.
 * @param backCover
 *   Whether the last page goes on the back cover: then blanks go before it, as a binder puts them, else after all;
 *   so they do on a single sheet that would be bare inside.
 * @returns
 *   Indices of the pages from 0, in the order of reading; `undefined` is a blank.
 */
export function gather(
  pages: number,
  multiple: number,
  backCover: boolean,
): Array<number | undefined> {
  const blanks = Array<undefined>((multiple - (pages % multiple)) % multiple).fill(undefined);
  const all = Array.from({ length: pages }, (_, index) => index);
  const isInsideBare = pages < multiple && blanks.length > 1;
  const cover = backCover && !isInsideBare ? all.splice(-1) : [];
  return [...all, ...blanks, ...cover];
}
