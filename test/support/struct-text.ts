import { run } from "./programs.ts";
import type { Found } from "./structure.ts";

const element = /^\s*([A-Z]\w*)(?: <[^>]*>)?(?: \((?:block|inline)\))?:?$/;
const text = /^\s*"(.*)"$/;
// Types of ours by what they are mapped to.
const mapped: Readonly<Record<string, string>> = { Em: "Span", Strong: "Span" };
// White space, and what only says how words are set.
const unsaid = /[\s\u00AD\u200B\u200F]/g;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * Elements and text of a file as poppler's `pdfinfo` finds them, in order, without white space.
 * @param file
 *   Path.
 */
export function structText(file: string): string[] {
  const output = Buffer.from(run("pdfinfo", "-struct-text", file), "latin1").toString();
  const said: string[] = [];
  for (const line of output.split("\n")) {
    const [, type] = element.exec(line) ?? [];
    const [, words] = text.exec(line) ?? [];
    if (type !== undefined) said.push(`<${type}>`);
    else if (words !== undefined) add(said, words);
  }
  return said.map(inAnyOrder);
}

/** The same of a structure that we read. */
export function plainStructure(top: Found): string[] {
  const said: string[] = [];
  const visit = (one: Found) => {
    said.push(`<${mapped[one.type] ?? one.type}>`);
    for (const kid of one.kids) {
      if (typeof kid === "string") add(said, kid);
      else if ("type" in kid) visit(kid);
    }
  };
  visit(top);
  return said.map(inAnyOrder);
}

function add(said: string[], words: string): void {
  const letters = words.replace(unsaid, "");
  if (letters === "") return;
  const last = said.at(-1);
  if (last === undefined || last.startsWith("<")) said.push(letters);
  else said.push(said.pop() + letters);
}

/** That reader gives letters as they stand, from left to right. */
function inAnyOrder(said: string): string {
  return rightToLeft.test(said) ? [...said].sort().join("") : said;
}
