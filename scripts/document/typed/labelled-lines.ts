/** A line that begins with a few words and a colon, of which the first has a capital where its script has any. */
const label =
  /^[\s>]*(?:\*\*|__)?(?:\p{Lu}|\p{Lo})[^\s:：]*(?:\s[^\s:：]+){0,3}\s?[:：](?:\*\*|__)?(?:\s|$)/u;
/** Longest label, in characters. */
const longest = 32;

/**
 * Finds the lines that begin with what they are about, as those at the head of a letter or of minutes (`From:`,
 * `Present:`): the first of a paragraph and others that are not wrapped, or three and more that are most of it.
 * @param lines
 *   Lines of a paragraph.
 * @param isWrapped
 *   Whether a line, by its index, is wrapped from the one before.
 * @returns
 *   Their indexes; none if only one begins so.
 */
export function labelledLines(
  lines: readonly string[],
  isWrapped: (index: number) => boolean,
): number[] {
  const found = lines.flatMap((line, index) => (isLabelled(line) ? index : []));
  if (found.length > 2 && found.length * 3 >= lines.length * 2) return found;
  return found[0] === 0 && found.length > 1 ? found.filter((index) => !isWrapped(index)) : [];
}

function isLabelled(line: string): boolean {
  const [found] = label.exec(line) ?? [];
  return found !== undefined && found.trim().length <= longest;
}
