import type { PhrasingContent, Text } from "mdast";

// Stands for what follows the text: emphasis, a link.
const object = "\uFFFC";

/** The text a line begins with, in emphasis or not. */
export interface Lead {
  text: Text;
  /** It, and a character that stands for what follows. */
  value: string;
}

/**
 * Looks into the emphasis that a line may begin with.
 * @param children
 *   Content of the line.
 * @returns
 *   Its first text.
 */
export function leadOf(children: readonly PhrasingContent[]): Lead | undefined {
  const [first, ...rest] = children;
  if (first?.type === "text")
    return { text: first, value: rest.length > 0 ? first.value + following(rest) : first.value };
  if (first?.type !== "strong" && first?.type !== "emphasis") return undefined;
  const lead = leadOf(first.children);
  const isWhole = lead && rest.length > 0 && !lead.value.endsWith(object);
  // A space after the emphasis parts the mark from the note as one in it does.
  return isWhole ? { ...lead, value: lead.value + following(rest) } : lead;
}

function following([next]: readonly PhrasingContent[]): string {
  return next?.type === "text" ? next.value : object;
}
