import type { ListItem, Paragraph, PhrasingContent } from "mdast";
import { joinLines } from "./lines.ts";
import type { Source } from "./source.ts";

/**
 * The paragraph that an item of a list was typed as, with what counts it.
 * @param item
 *   Item.
 * @param source
 *   Text of the file.
 * @returns
 *   The paragraph; nothing of an item that holds more than one.
 */
export function itemLine({ children, position }: ListItem, source: Source): Paragraph | undefined {
  const [paragraph, ...others] = children;
  const start = paragraph?.position?.start;
  if (paragraph?.type !== "paragraph" || others.length > 0 || !position || !start) return undefined;
  const before: PhrasingContent = {
    type: "text",
    value: source.slice({ type: "text", position: { start: position.start, end: start } }),
    position: { start: position.start, end: start },
  };
  const content = joinLines([{ before: [], children: [before, ...paragraph.children] }]);
  return { type: "paragraph", children: content, position };
}
