import { hasBackCover } from "./back-cover.ts";
import { outlineWord } from "./fonts/outline.ts";
import { imposePdf } from "./impose/impose.ts";
import type { Copied, PaperCopyName } from "./parts.ts";
import { type FormatRow, formats, papers, sheets } from "./tables/formats.ts";
import { languageRow } from "./tables/languages.ts";
import type { Edition, Printed } from "./types.ts";

type Maker = (
  copy: PaperCopyName,
  finished: Uint8Array,
  edition: Edition,
  printed: Printed,
) => Promise<Copied>;

/** Who makes each copy. */
const makers: Readonly<Record<PaperCopyName, Maker>> = {
  imposed: layOut,
  tiled: layOut,
  "2-up": layOut,
  "4-up": layOut,
  "cut-stack": layOut,
};

/**
 * Makes a copy for paper of a finished file.
 * @param copy
 *   Which.
 * @param finished
 *   Finished PDF.
 * @param edition
 *   What it is of; sheets as asked for.
 * @param printed
 *   What the press said of its pages.
 * @returns
 *   The copy, and what is wrong with it.
 */
export function makeCopy(
  copy: PaperCopyName,
  finished: Uint8Array,
  edition: Edition,
  printed: Printed,
): Promise<Copied> {
  return makers[copy](copy, finished, edition, printed);
}

async function layOut(
  copy: PaperCopyName,
  finished: Uint8Array,
  edition: Edition,
  { pages }: Printed,
): Promise<Copied> {
  const { format, paper, document, sheets: wishes = {} } = edition;
  const row: FormatRow = formats[format];
  const own = row.copies[copy];
  if (!own?.layout) throw new TypeError(`a ${format} has no layout as ${copy}`);
  return imposePdf(finished, {
    layout: own.layout,
    sheet: wishes.sheet ? sheets[wishes.sheet] : papers[paper][own.sheet ?? "page"],
    direction: languageRow(document.matter.language).row.direction,
    backCover: hasBackCover(pages, document),
    signature: wishes.signature,
    thickness: wishes.thickness,
    overlap: wishes.overlap,
    outline: (text) => outlineWord(text, "en"),
  });
}
