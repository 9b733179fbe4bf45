import { join } from "node:path";
import { VFile } from "vfile";
import { complain } from "./complain.ts";
import { guarded, isBroken, record } from "./faults.ts";
import type { Made, Parts, Press } from "./parts.ts";
import type { Edition, FaceRule } from "./types.ts";

/** What all editions of a build share. */
export interface Batch extends Parts {
  press: Press;
  /** `false`: nothing is printed or written. */
  write: boolean;
  /** Seconds since 1970 for every date, where the environment gave one. */
  epoch: number | undefined;
  /** Files that could not be written; complaints about them are added here. */
  outputs: VFile[];
  /** Editions being put on disk, or put there; a build that is stopped waits for them. */
  writing: Promise<boolean>[];
  /** Set when the press cannot print at all. */
  pressFailed: boolean;
  /** Fonts put on disk, by file name. */
  fonts: Map<string, Promise<boolean>>;
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
  manuscript.file.messages.push(...page.messages);
  return made;
}

async function printAndWrite(batch: Batch, edition: Edition): Promise<Made | undefined> {
  const { steps, press, signal } = batch;
  const { manuscript, matter } = edition.document;
  const { file, work, language } = manuscript;
  const { format, output } = edition;
  const pages = await steps.setEdition(edition);
  if (isBroken(file) || !batch.write || signal?.aborted) return undefined;
  const files: Output[] = [{ path: output.html, bytes: new TextEncoder().encode(pages.html) }];
  let count: number | undefined;
  if (output.pdf !== undefined) {
    // Where no browser starts for one, none starts for the next; once is enough to say so.
    if (batch.pressFailed) return undefined;
    const printed = await press.print(edition, pages);
    batch.pressFailed ||= printed.faults.some(({ rule }) => rule === "browser");
    record(file, printed.faults, format);
    if (isBroken(file)) return undefined;
    const date = dateOf(batch.epoch, matter.modified);
    const finished = await steps.finishPdf(printed, edition, pages, date);
    record(file, finished.faults, format);
    files.push({ path: output.pdf, bytes: finished.pdf });
    count = printed.pages.length;
  }
  if (isBroken(file) || signal?.aborted) return undefined;
  const writing = writeFonts(batch, output.fonts, pages.faces ?? []).then(
    (there) => there && writeAll(batch, files),
  );
  batch.writing.push(writing);
  if (!(await writing)) return undefined;
  const made = { work: work.id, language, format, files: files.map(({ path }) => path) };
  return count === undefined ? made : { ...made, pages: count };
}

interface Output {
  path: string;
  bytes: Uint8Array;
}

/** Writes the fonts that printed pages share, each once in a build, before any page that asks for it. */
async function writeFonts(
  batch: Batch,
  folder: string,
  faces: readonly FaceRule[],
): Promise<boolean> {
  for (const { file, data } of faces) {
    if (!batch.fonts.has(file)) {
      const output = { path: join(folder, file), bytes: Buffer.from(data, "base64") };
      batch.fonts.set(file, writeAll(batch, [output]));
    }
  }
  const written = await Promise.all(faces.map(({ file }) => batch.fonts.get(file)));
  return written.every((whole) => whole);
}

async function writeAll(batch: Batch, files: Output[]): Promise<boolean> {
  for (const { path, bytes } of files) {
    try {
      await batch.world.replace(path, bytes);
    } catch (error) {
      const file = new VFile({ path });
      const reason = `This file could not be written (${(error as NodeJS.ErrnoException).code})`;
      const note = "Make room on the disk, or choose another folder with --out.";
      complain(file, "write-failed", undefined, reason, note);
      batch.outputs.push(file);
      return false;
    }
  }
  return true;
}

// Never the clock's: the same text gives the same bytes tomorrow.
function dateOf(epoch: number | undefined, modified = someDay): Date {
  if (epoch !== undefined) return new Date(epoch * 1000);
  return new Date(`${modified}${modified.length === 7 ? "-01" : ""}T00:00:00Z`);
}
