import type { Paragraph, PhrasingContent } from "mdast";
import { extentOf } from "./extent-of.ts";

/**
 * Makes a paragraph.
 * @param children
 *   What it holds.
 */
export function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children, ...extentOf(children) };
}
