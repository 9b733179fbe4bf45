import type { PhrasingContent, Text } from "mdast";
import type { FoundMark } from "./marks.ts";
import type { Source } from "./source.ts";

/**
 * Takes the mark off the line it begins.
 * @param children
 *   Content of the line, or of several.
 * @param found
 *   Its mark.
 * @param source
 *   Text of the file.
 * @returns
 *   Content without it and the space after it; emphasis that held nothing else is gone.
 */
export function withoutMark(
  children: readonly PhrasingContent[],
  found: FoundMark,
  source: Source,
): PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type === "text") {
    const left = cut(first, found.index + found.typed.length, source);
    // Characters that say which way the line runs, and show nothing, stay.
    const before = first.value.slice(0, found.index).replace(/[^\p{Cf}]/gu, "");
    const kept = before ? { ...(left ?? first), value: before + (left?.value ?? "") } : left;
    return kept ? [kept, ...rest] : rest;
  }
  if (first?.type !== "strong" && first?.type !== "emphasis") return [...children];
  const inside = withoutMark(first.children, found, source);
  if (inside.length > 0) return [{ ...first, children: inside }, ...rest];
  const [next, ...others] = rest;
  const after = next?.type === "text" ? cut(next, 0, source) : next;
  return after ? [after, ...others] : others;
}

function cut(text: Text, from: number, source: Source): Text | undefined {
  const value = text.value.slice(from).trimStart();
  if (value === "") return undefined;
  const position = text.position && {
    start: source.after(text.position.start, text.value.length - value.length),
    end: text.position.end,
  };
  return { ...text, value, ...(position && { position }) };
}
