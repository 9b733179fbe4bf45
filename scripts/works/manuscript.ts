import type { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { Manuscript, Matter, Work } from "../types.ts";
import { readMatter } from "./matter.ts";
import type { FrontMatter, WorkFile } from "./schema.ts";
import { translationOf } from "./translation.ts";
import type { WorkValues } from "./work.ts";
import type { WorkFlags } from "./works.ts";

/**
 * Makes a manuscript of a text: reads its front matter and merges what is said of it.
 * @param work
 *   Work it belongs to.
 * @param said
 *   What is said of all its texts.
 * @param language
 *   Canonical tag.
 * @param file
 *   The text; complaints go on it.
 */
export function makeManuscript(
  work: Work,
  { values, flags }: WorkValues,
  language: string,
  file: VFile,
): Manuscript {
  const { values: own, bodyOffset } = readMatter(file);
  if (own.lang !== undefined && own.lang !== language) mismatch(file, own.lang, language);
  if (flags.status) override(file, own.status ?? values.status, flags.status);
  if (own.title === undefined && String(file).slice(bodyOffset).trim() === "") empty(file);
  const matter = {
    ...merge(own, values, language, flags),
    ...translationOf(own, language, work.originalLanguage, file),
  };
  return { work, language, file, bodyOffset, matter, given: givenBy(own, flags) };
}

function merge(own: FrontMatter, work: WorkFile, language: string, flags: WorkFlags): Matter {
  return defined({
    title: own.title ?? "",
    subtitle: own.subtitle,
    authors: own.authors ?? work.authors ?? [],
    organisations: own.organisations ?? work.organisations ?? work.publisher ?? [],
    // A text that says nothing is not called a draft in front of its readers.
    status: flags.status ?? own.status ?? work.status ?? "final",
    version: own.version ?? work.version,
    modified: own.modified ?? work.modified,
    description: own.description,
    language,
    qr: own.qr ?? work.qr ?? false,
  });
}

function givenBy(own: FrontMatter, flags: WorkFlags): Set<keyof Matter> {
  const { lang, writing: _, ...rest } = own;
  const keys = Object.keys(rest) as (keyof Matter)[];
  if (lang !== undefined) keys.push("language");
  if (flags.status !== undefined) keys.push("status");
  return new Set(keys);
}

// Whoever reads what was made should know that it is not as its author had it.
function override(file: VFile, status: string | undefined, asked: string): void {
  if (status === undefined || status === asked) return;
  const reason = `This is “${status}”; it is set as “${asked}”, as asked`;
  complain(file, "status-given", { line: 1, column: 1 }, reason);
}

// Nobody means to print a blank page; a file that was not read has said so.
function empty(file: VFile): void {
  if (file.messages.some(({ fatal }) => fatal)) return;
  const note = "Write the text and save it, or delete the file.";
  complain(file, "input-empty", { line: 1, column: 1 }, "There is no text in this file", note);
}

function mismatch(file: VFile, own: string, language: string): void {
  complain(
    file,
    "language-mismatch",
    { line: 1, column: 1 },
    `The front matter says “lang: ${own}” and the file's name says ${language}`,
    `Delete the line “lang”, or name the file ${own}.md.`,
  );
}

// A key nobody gave is absent, not `undefined`.
function defined<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
