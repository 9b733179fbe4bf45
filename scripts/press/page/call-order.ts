import type { SourceText } from "./visible.ts";

/**
 * Puts the texts of notes into the order of the pages that call them: where pages cut a row cell by cell, the calls of
 * its second cell may be on an earlier page than those at the end of its first.
 * @param texts
 *   Texts of notes, in the order of the source.
 * @param ids
 *   Id of each note, by the `data-ref` of its element.
 * @param pages
 *   Ids of the calls of each page.
 * @returns
 *   The texts; a note that only notes call stays behind the one before it.
 */
export function inOrderOfCalls(
  texts: readonly SourceText[],
  ids: ReadonlyMap<string, string>,
  pages: readonly { calls: readonly string[] }[],
): SourceText[] {
  const called = new Map<string, number>();
  pages.forEach(({ calls }, page) => {
    for (const call of calls) {
      const note = call.replace(/^noteref-(\d+).*$/, "note-$1");
      if (!called.has(note)) called.set(note, page);
    }
  });
  let page = 0;
  const placed = texts.map((text) => {
    page = called.get(ids.get(text.group) ?? "") ?? page;
    return { text, page };
  });
  return placed.sort((one, other) => one.page - other.page).map(({ text }) => text);
}
