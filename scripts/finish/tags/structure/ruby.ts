import type { LogicalElement } from "../../../types.ts";

/**
 * Parts the glosses of an HTML `ruby`: in a PDF one `Ruby` has one base and what glosses it, in HTML it may have
 * several (ISO 32000-1, table 338). Brackets for want of ruby (`rp`) are not set, so there is no `RP`.
 * @param ruby
 *   Element of the document.
 * @returns
 *   Elements named as types of a PDF, `Ruby` of `RB` and `RT`; of bases that nothing glosses, `span`.
 */
export function partRuby({ attributes, kids }: LogicalElement): LogicalElement[] {
  const parts: Array<{ base: LogicalElement["kids"]; glosses: LogicalElement[] }> = [];
  for (const kid of kids) {
    const last = parts.at(-1);
    if ("tag" in kid && kid.tag === "rt") {
      const part = last ?? { base: [], glosses: [] };
      if (!last) parts.push(part);
      part.glosses.push({ ...kid, tag: "RT" });
    } else if (last && last.glosses.length === 0) last.base.push(kid);
    else parts.push({ base: [kid], glosses: [] });
  }
  return parts.map(({ base, glosses }) =>
    glosses.length > 0
      ? { tag: "Ruby", attributes, kids: [{ tag: "RB", attributes: {}, kids: base }, ...glosses] }
      : { tag: "span", attributes, kids: base },
  );
}
