import type { Finished, Pages } from "../build/parts.ts";
import type { Edition, Printed } from "../types.ts";
import type { Finishing } from "./finishing.ts";
import { markOf } from "./mark.ts";
import { rowsOf } from "./rows.ts";

/**
 * Finishes what was printed of an edition: tags, metadata, the mark of its status; and has it read again.
 * @param printed
 *   From the press.
 * @param edition
 *   What it is.
 * @param pages
 *   What it was printed from.
 * @param by
 *   Date of the file, our version, and where files are finished.
 */
export async function finishEdition(
  printed: Printed,
  edition: Edition,
  { fonts }: Pages,
  { date, version, finishing }: { date: Date; version: string; finishing: Finishing },
): Promise<Finished> {
  const { matter } = edition.document;
  const { format, language, sheet } = rowsOf(edition);
  const { logical } = printed;
  if (!logical) throw new Error("nothing was printed");
  const mark = await markOf(edition);
  const expected = {
    sheet,
    ...(mark && { mark }),
    title: matter.title || edition.document.manuscript.work.id,
    language: matter.language,
    numerals: language.row.numerals,
    ...(!edition.document.lacking && { claims: { ua: 1, archive: "2a" } as const }),
    logical,
  };
  const options = {
    ...expected,
    authors: [...matter.authors, ...matter.organisations],
    ...(matter.description !== undefined && { description: matter.description }),
    direction: language.row.direction,
    ...(!language.row.borrowed && { notes: language.row.words.notes }),
    view: format.view,
    seconds: date.getTime() / 1000,
    version,
  };
  return finishing.finish({
    ...{ pdf: printed.pdf, options },
    expected: { ...expected, pages: printed.pages.length, fonts },
  });
}
