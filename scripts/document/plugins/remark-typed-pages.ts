import type { Root } from "mdast";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { moreLikeIt } from "../../complaints/more-like-it.ts";
import type { LanguageRow } from "../../languages/language.ts";
import { sourceLines } from "../../markdown/source-lines.ts";
import { pageLines } from "../typed/page-lines.ts";
import { isDashedNumber, pageNumberReader } from "../typed/page-number.ts";
import { partPageNumbers } from "../typed/part-page-numbers.ts";
import { sourceOf } from "../typed/source.ts";

/**
 * Says where a text has what the pages it was copied from had at their heads and feet: “Page 2 of 5”, `– 2 –`, titles that
 * come again. A number between dashes is a list to Markdown, or code where it stands in the middle; here it is text.
 * @param options
 *   `languages`: rows whose words for pages are known.
 * @returns
 *   Transform; `typed-page`.
 */
export function remarkTypedPages(options: { languages: readonly LanguageRow[] }) {
  const read = pageNumberReader(options.languages);
  return (tree: Root, file: VFile): void => {
    const lines = sourceLines(String(file));
    const { start, end } = extentOf(tree);
    const body = lines.map((line, index) => (index + 1 >= start && index < end ? line : ""));
    if (body.some(isDashedNumber)) {
      const source = sourceOf(String(file));
      tree.children = tree.children.flatMap((node) => partPageNumbers(node, source));
    }
    const found = pageLines(body, read);
    const [line] = found;
    if (line === undefined) return;
    const words = (lines[line - 1] ?? "").replace(/\s+/gu, " ").trim();
    const more = moreLikeIt(found.length - 1);
    complain(
      file,
      "typed-page",
      { line, column: 1 },
      `“${words}” looks like the head or foot of a page this was copied from${more}`,
      "Take them out where they are: they print in the midst of the text.",
    );
  };
}

/** First and last line of what was parsed. */
function extentOf({ children }: Root): { start: number; end: number } {
  const start = children[0]?.position?.start.line ?? 1;
  return { start, end: children.at(-1)?.position?.end.line ?? 0 };
}
