import type { Code, RootContent } from "mdast";
import type { Source } from "./source.ts";

/**
 * Whether a block is code for its indent alone.
 * @param node
 *   Block of a manuscript.
 * @param source
 *   Text of the file.
 */
export function isIndentedCode(node: RootContent, source: Source): node is Code {
  return node.type === "code" && !/^\s*(?:`{3}|~{3})/u.test(source.slice(node));
}
