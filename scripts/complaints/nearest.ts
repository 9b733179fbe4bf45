import { distance } from "fastest-levenshtein";

/**
 * Finds the name that somebody most likely meant.
 * @param typed
 *   What was typed.
 * @param names
 *   Names there are.
 * @returns
 *   The nearest name, or `undefined` when none is near: further off than a third of its letters.
 */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  const [best] = names
    .map((name) => ({ name, off: offBy(word, name.toLowerCase()) }))
    .sort((a, b) => a.off - b.off);
  if (!best || best.off > Math.max(1, Math.ceil(best.name.length / 3))) return undefined;
  return best.name;
}

/**
 * Writes the hint that follows a wrong name.
 * @param typed
 *   What was typed.
 * @param names
 *   Names there are.
 * @returns
 *   `Did you mean “x”?`, or the list of names when none is near.
 */
export function meant(typed: string, names: readonly string[]): string {
  const name = nearest(typed, names);
  return name === undefined ? `Use one of: ${names.join(", ")}.` : `Did you mean “${name}”?`;
}

// A beginning counts as near: `language` for `lang`.
function offBy(typed: string, name: string): number {
  return typed.length > 2 && (typed.startsWith(name) || name.startsWith(typed))
    ? 1
    : distance(typed, name);
}
