import type { Copied, PaperCopyName, Steps } from "../build/parts.ts";
import { outlineWord } from "../fonts/outline.ts";
import { type FormatRow, formats, papers, sheets } from "../tables/formats.ts";
import { languageRow } from "../tables/languages.ts";
import type { Edition, Printed } from "../types.ts";
import type { World } from "../world/world.ts";
import { hasBackCover } from "./back-cover.ts";

type Maker = Steps["makeCopy"];

/**
 * Who makes copies for paper of finished files.
 * @param world
 *   Where files come from that a copy needs.
 * @returns
 *   Makes a copy: which, of what finished PDF and edition, sheets as asked for, and what the press said of its pages.
 */
export function copyMaker(world: World): Maker {
  let opened: Promise<Record<"print" | "copier", Maker>> | undefined;
  // Not before: what reads and writes PDFs takes time to load, and most builds have no use for it.
  const open = async () => (await import("./prepress-copies.ts")).prepressCopies(world);
  const prepress =
    (copy: "print" | "copier"): Maker =>
    async (...job) => {
      opened ??= open();
      return (await opened)[copy](...job);
    };
  const makers: Readonly<Record<PaperCopyName, Maker>> = {
    print: prepress("print"),
    copier: prepress("copier"),
    imposed: layOut,
    tiled: layOut,
    "2-up": layOut,
    "4-up": layOut,
    "cut-stack": layOut,
  };
  return (copy, ...rest) => makers[copy](copy, ...rest);
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
  // Not before: a check has no use for it.
  const { imposePdf } = await import("../impose/impose.ts");
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
