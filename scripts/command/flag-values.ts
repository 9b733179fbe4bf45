import { InvalidArgumentError } from "commander";
import { meant } from "../complaints/nearest.ts";
import type { FlagRow } from "../tables/flags.ts";
import { mistakenValues } from "../tables/mistaken-values.ts";
import { canonicalTag, tagMeant } from "../works/tags.ts";

/** Most editions made at once; each holds a page of the browser. */
const maxJobs = 16;
/** Longest that paper is thick, or two sheets overlap; also keeps who types centimetres from harm. */
const mostMillimetres = 50;

/**
 * Reads the value of a flag.
 * @param kind
 *   What it is read as.
 * @param typed
 *   What was typed.
 * @param before
 *   What the same flag gave before, where it was given more than once.
 * @param choices
 *   Values there are, where they are few.
 * @returns
 *   The value; a list grows, anything else is what was typed last.
 * @throws {InvalidArgumentError}
 *   When it is none, with what to write instead.
 */
export function readValue(
  kind: NonNullable<FlagRow["value"]>,
  typed: string,
  before: unknown,
  choices: readonly string[] = [],
): unknown {
  return readers[kind](typed, before, choices);
}

type Read = (typed: string, before: unknown, choices: readonly string[]) => unknown;

const readers: Readonly<Record<NonNullable<FlagRow["value"]>, Read>> = {
  copies: (typed, before, choices) => join(before, typed, (name) => choose(name, choices)),
  file(typed) {
    if (typed !== "") return typed;
    throw new InvalidArgumentError("Use the name of a file.");
  },
  formats: (typed, before, choices) => join(before, typed, (name) => choose(name, choices)),
  jobs(typed) {
    const count = Number(typed);
    if (Number.isInteger(count) && count >= 1 && count <= maxJobs) return count;
    throw new InvalidArgumentError(`Use a whole number from 1 to ${maxJobs}.`);
  },
  languages: (typed, before) => join(before, typed, readTag),
  millimetres(typed) {
    const length = Number(typed);
    if (typed.trim() !== "" && length >= 0 && length <= mostMillimetres) return length;
    throw new InvalidArgumentError(`Use millimetres, a number from 0 to ${mostMillimetres}.`);
  },
  paper: (typed, _before, choices) => choose(typed, choices),
  path(typed) {
    if (!/^$|\.(pdf|html?)$/i.test(typed)) return typed;
    throw new InvalidArgumentError(
      "Use the name of a folder; every edition has files of its own there.",
    );
  },
  sheet: (typed, _before, choices) => choose(typed, choices),
  signature(typed) {
    const pages = Number(typed);
    if (Number.isInteger(pages) && pages > 0 && pages % 4 === 0) return pages;
    throw new InvalidArgumentError("Use a number of pages that four divides, such as 16.");
  },
  status: (typed, _before, choices) => choose(typed, choices),
};

function choose(typed: string, choices: readonly string[]): string {
  if (choices.includes(typed)) return typed;
  const mistaken = mistakenValues[typed.toLowerCase()] ?? "";
  if (choices.includes(mistaken)) throw new InvalidArgumentError(`Did you mean “${mistaken}”?`);
  if (typed === "pdf" && choices.includes("web"))
    throw new InvalidArgumentError(`All are PDFs but web. ${meant(typed, choices)}`);
  throw new InvalidArgumentError(meant(typed, choices));
}

function readTag(typed: string): string {
  const tag = canonicalTag(typed);
  if (tag !== undefined) return tag;
  const near = tagMeant(typed);
  throw new InvalidArgumentError(
    near ? `Did you mean “${near}”?` : "Use a language tag such as en, es or zh-Hans.",
  );
}

function join(before: unknown, typed: string, read: (name: string) => string): string[] {
  const names = typed.split(",").map((name) => read(name.trim()));
  return [...new Set([...(Array.isArray(before) ? before : []), ...names])];
}
