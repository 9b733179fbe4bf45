import type { Heading } from "mdast";

// Behind it Pandoc has more to say to itself.
const typed = /[ \t]*\{#([^\s{}#]+)(?:\s+(?:\.[\w-]+|[\w-]+=[^\s{}]+))*\}[ \t]*$/u;

/**
 * Parts a heading from the name that stands behind it for links, as Google Docs and Pandoc write it: `{#opening}`.
 * @param heading
 *   As it was parsed.
 * @returns
 *   The name, and the heading's children without it; `undefined` where it has none, or says nothing else.
 */
export function headingName({
  children,
}: Heading): { name: string; children: Heading["children"] } | undefined {
  const last = children.at(-1);
  if (last?.type !== "text") return undefined;
  const [whole, name] = typed.exec(last.value) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const value = last.value.slice(0, -whole.length);
  const others = children.slice(0, -1);
  if (value === "" && others.length === 0) return undefined;
  return { name, children: value === "" ? others : [...others, { ...last, value }] };
}
