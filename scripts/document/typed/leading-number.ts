import type { PhrasingContent } from "mdast";
import { leadOf } from "./lead.ts";
import type { FoundMark } from "./marks.ts";
import { latinDigits } from "./numerals.ts";

// Also `1.-`, as in Spanish, and `1 –`.
const bare =
  /^\s*(?<number>\p{Nd}{1,3})(?:[.)]?-|[.)]|\s?[–—-])?(?=\s+["'“‘«„([¿¡]?[\p{L}\p{N}\uFFFC])/u;

/**
 * Reads the bare number a line of a note begins with: `1 `, `1. `, `1) `.
 * @param children
 *   Content of the line.
 * @returns
 *   The number, which may be anything else.
 */
export function leadingNumber(children: readonly PhrasingContent[]): FoundMark | undefined {
  const { text, value = "" } = leadOf(children) ?? {};
  const match = bare.exec(value);
  if (!text || !match?.groups || match[0].length > text.value.length) return undefined;
  const typed = match[0].trim();
  const index = match[0].length - typed.length;
  const number = latinDigits(match.groups.number ?? "");
  return { style: "list", kind: "number", mark: number, typed, index, doubtful: true };
}
