import { VFile } from "vfile";
import { guarded, isBroken, record } from "../complaints/faults.ts";
import { type FormatRow, formats } from "../tables/formats.ts";
import type { Edition, Fault, Printed } from "../types.ts";
import { type Copies, makeCopies } from "./copies.ts";
import type { Made, Pages, Parts, Press } from "./parts.ts";
import { type Writing, writeEdition } from "./write-edition.ts";

/** What all editions of a build share. */
export interface Batch extends Parts, Writing {
  press: Press;
  /** `false`: nothing is printed or written. */
  write: boolean;
  /** Seconds since 1970 for every date, where the environment gave one. */
  epoch: number | undefined;
  /** Editions being put on disk, or put there; a build that is stopped waits for them. */
  writing: Promise<boolean>[];
  /** Set when the press cannot print at all. */
  pressFailed: boolean;
}

/** Date in the outputs of a text that gives none: any day will do, as long as it is always the same. */
const someDay = "2000-01-01";

/**
 * Makes one edition and writes its files, if it has no fault.
 * @param batch
 *   What it is made with.
 * @param edition
 *   What to make. Complaints about it go on its manuscript's file.
 * @returns
 *   What was written; `undefined` when there was a fault, or nothing is to be written.
 */
export async function makeEdition(batch: Batch, edition: Edition): Promise<Made | undefined> {
  const { manuscript } = edition.document;
  const { format } = edition;
  // What is wrong with this edition must not stop the others of the same text: a page of its own for it.
  const page = new VFile({ path: manuscript.file.path, value: manuscript.file.value });
  const document = { ...edition.document, manuscript: { ...manuscript, file: page } };
  const made = await guarded(page, `making the ${format}`, () =>
    printAndWrite(batch, { ...edition, document }),
  );
  // What a press says that was closed under it is no fault of the text.
  if (made || !batch.signal?.aborted) manuscript.file.messages.push(...page.messages);
  return made;
}

async function printAndWrite(batch: Batch, edition: Edition): Promise<Made | undefined> {
  const { steps, signal } = batch;
  const { file, work, language } = edition.document.manuscript;
  const { format, output } = edition;
  const pages = await steps.setEdition(edition);
  if (isBroken(file) || !batch.write || signal?.aborted) return undefined;
  const onPaper = formats[format].medium !== "screen";
  const printed = onPaper ? await printCopies(batch, edition, pages) : undefined;
  if ((onPaper && !printed) || isBroken(file) || signal?.aborted) return undefined;
  const page = { path: output.html, bytes: new TextEncoder().encode(pages.html) };
  const files = [page, ...(printed?.outputs ?? [])];
  const writing = writeEdition(batch, files, { folder: output.fonts, faces: pages.faces ?? [] });
  batch.writing.push(writing);
  if (!(await writing)) return undefined;
  const made = { work: work.id, language, format, files: files.map(({ path }) => path) };
  return printed ? { ...made, pages: printed.pages, copies: printed.made } : made;
}

async function printCopies(
  batch: Batch,
  edition: Edition,
  pages: Pages,
): Promise<(Copies & { pages: number }) | undefined> {
  const { steps, press } = batch;
  const { manuscript, matter } = edition.document;
  const { file } = manuscript;
  // Where no browser starts for one, none starts for the next; once is enough to say so.
  if (batch.pressFailed) return undefined;
  const printed = await press.print(edition, pages);
  const isPressLess = printed.faults.some(({ rule }) => rule === "browser");
  if (isPressLess && batch.pressFailed) return undefined;
  batch.pressFailed ||= isPressLess;
  record(file, [...printed.faults, ...tooLong(edition, printed)], edition.format);
  if (isBroken(file)) return undefined;
  const date = dateOf(batch.epoch, matter.modified);
  const { pdf, faults } = await steps.finishPdf(printed, edition, pages, date);
  record(file, faults, edition.format);
  if (isBroken(file)) return undefined;
  return { ...(await makeCopies(steps, pdf, edition, printed)), pages: printed.pages.length };
}

function tooLong({ format }: Edition, { pages }: Printed): Fault[] {
  const { mostPages = Number.POSITIVE_INFINITY }: FormatRow = formats[format];
  if (pages.length <= mostPages) return [];
  return [
    {
      rule: "format-too-long",
      reason: `the text fills ${pages.length} pages, and there is room for ${mostPages}`,
      note: "Shorten the text, or make it a handout or a booklet.",
    },
  ];
}

// Never the clock's: the same text gives the same bytes tomorrow.
function dateOf(epoch: number | undefined, modified = someDay): Date {
  if (epoch !== undefined) return new Date(epoch * 1000);
  return new Date(`${modified}${modified.length === 7 ? "-01" : ""}T00:00:00Z`);
}
