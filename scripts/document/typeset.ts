import type { Root, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { VFile } from "vfile";
import type { LanguageRow } from "../languages/language.ts";
import { remarkDateSpace } from "./plugins/remark-date-space.ts";
import { remarkNumberSpace } from "./plugins/remark-number-space.ts";
import { remarkPunctuationSpace } from "./plugins/remark-punctuation-space.ts";
import { remarkTypography } from "./plugins/remark-typography.ts";

/**
 * Sets a line that is no Markdown as the text is set: quotation marks, dashes, and the spaces of the language.
 * @param line
 *   As typed in the front matter.
 * @param row
 *   Row of the language.
 */
export function typesetLine(line: string, row: LanguageRow): string {
  const text: Text = { type: "text", value: line };
  const tree: Root = { type: "root", children: [{ type: "paragraph", children: [text] }] };
  remarkTypography(row.quotes ? { quotes: row.quotes } : {})(tree, new VFile());
  remarkPunctuationSpace({ spaces: row.punctuationSpace })(tree);
  remarkNumberSpace({ language: row.tag })(tree);
  remarkDateSpace({ row })(tree);
  return textOf(tree);
}
