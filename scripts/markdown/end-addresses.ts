import type { Link, Root, Text } from "mdast";
import { visit } from "unist-util-visit";
import { pointAlong } from "./point-along.ts";

/** Quotation marks, stops of wide scripts and marks of notes, which nobody types within an address. */
const foreign =
  /[“”„‟‘’«»‹›…†‡⁰¹²³⁴-⁹\u3000-\u3002\u3008-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F\u060C\u061B\u061F\u0964]/u;
// What ends a sentence behind an address is no part of it.
const trail = /[!"'*,.:;<>?_~]+$/u;

/**
 * Ends bare addresses where a sign stands that is no part of one: GFM knows of those on an English keyboard alone, and takes
 * the quotation mark behind an address, or the whole Chinese sentence, for a part of it.
 * @param tree
 *   A whole text as parsed, every text with its place; changed in place.
 */
export function endAddresses(tree: Root): void {
  visit(tree, "link", (link, index = 0, parent) => {
    const [address, ...others] = link.children;
    if (!parent || address?.type !== "text" || others.length > 0 || !isBare(link, address)) return;
    const at = address.value.search(foreign);
    const kept = at < 0 ? "" : address.value.slice(0, at).replace(trail, "");
    if (!/\.[\p{L}\p{N}]|@/u.test(kept)) return;
    const rest = address.value.slice(kept.length);
    const start = link.position?.start;
    const end = start && pointAlong(start, kept.length);
    const old = link.position?.end;
    link.url = link.url.slice(0, link.url.length - rest.length);
    address.value = kept;
    for (const { position } of [link, address]) if (position && end) position.end = end;
    const next = parent.children[index + 1];
    if (next?.type === "text") {
      next.value = rest + next.value;
      if (next.position && end) next.position.start = end;
      return;
    }
    const position = end && old && { start: end, end: old };
    const behind: Text = { type: "text", value: rest, ...(position && { position }) };
    parent.children.splice(index + 1, 0, behind as never);
  });
}

/** Whether an address stands as itself, without brackets of any kind, and leads where it says. */
function isBare({ position, url }: Link, { value }: Text): boolean {
  if (!position || !url.endsWith(value)) return false;
  const { end, start } = position;
  return start.line === end.line && end.column - start.column === value.length;
}
