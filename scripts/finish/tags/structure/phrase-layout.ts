import type { LogicalElement, LogicalText } from "../../../types.ts";
import type { Role } from "./roles.ts";
import type { StructureInput } from "./structure-input.ts";

/**
 * What is told of how a phrase is set: `Layout` attributes (ISO 32000-1, table 345).
 * @param element
 *   The phrase.
 * @param role
 *   Its role.
 * @param beside
 *   The last piece of text before it that stands on its line, if there is one.
 * @param input
 *   How text stands.
 * @returns
 *   `undefined` where it says nothing.
 */
export function phraseLayout(
  element: LogicalElement,
  { decoration, shifted }: Role,
  beside: LogicalText | undefined,
  { riseOf }: StructureInput,
): Record<string, string | number> | undefined {
  if (decoration) return { TextDecorationType: decoration };
  const text = shifted && beside && firstText(element);
  const rise = text && riseOf(text, beside);
  return rise ? { BaselineShift: rise } : undefined;
}

function firstText(element: LogicalElement): LogicalText | undefined {
  for (const kid of element.kids) {
    const text = "tag" in kid ? firstText(kid) : kid.text?.trim() ? kid : undefined;
    if (text) return text;
  }
  return undefined;
}
