import type { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { FrontMatter } from "./schema.ts";

/** What nobody writes but for Markdown, HTML or a directive. */
const mark =
  /:(?:lang|abbr)\[(?=[^\]]*\]\{)|\*\*(?=\S[^*]*\S?\*\*)|\]\((?=[^)\s]+\))|\[\^(?=[^\]\s]+\])|<\/?(?:a|b|br|em|i|small|span|strong|su[bp]|u)(?: [^<>]*)?>/i;

const keys = ["title", "subtitle", "description"] as const;

/**
 * Says which lines of front matter have marks that print as typed: it holds plain words.
 * @param file
 *   Gets a complaint a key, `markdown-typed`.
 * @param yaml
 *   The front matter, which begins in the second line.
 * @param values
 *   What it says.
 */
export function sayMarks(file: VFile, yaml: string, values: FrontMatter): void {
  const lines = yaml.split("\n");
  for (const key of keys) {
    const [found] = mark.exec(values[key] ?? "") ?? [];
    if (found === undefined) continue;
    const line = lines.findIndex((one) => one.replace(/^["']/, "").startsWith(key)) + 2;
    complain(
      file,
      "markdown-typed",
      { line: Math.max(line, 2), column: 1 },
      `“${found}” in the ${key} is printed as typed, since front matter holds plain words`,
      key === "title"
        ? "Take the marks out, or take this line out and begin the text with the title: # Title"
        : "Take the marks out.",
    );
  }
}
