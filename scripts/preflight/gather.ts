import type { Finding } from "./finding.ts";

/**
 * Puts findings in order and like ones together: on a page the worst of a rule stands for all of it; what
 * is said in the same words of whole pages is said once for all of them.
 * @param findings
 *   As the checks found them.
 * @returns
 *   By page; those about the file as a whole first.
 */
export function gatherFindings(findings: readonly Finding[]): Finding[] {
  const places = new Map<string, Finding>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const known = places.get(key);
    if (known === undefined) places.set(key, finding);
    else
      places.set(
        key,
        finding.box === undefined ? samePages(known, finding) : worse(known, finding),
      );
  }
  return [...places.values()].sort((a, b) => (a.pages[0] ?? 0) - (b.pages[0] ?? 0));
}

function keyOf({ rule, pages, box, reason }: Finding): string {
  return box === undefined ? `${rule} ${reason}` : `${rule} ${pages[0]}`;
}

function worse(one: Finding, other: Finding): Finding {
  const told = other.measure < one.measure ? other : one;
  return { ...told, more: one.more + other.more + 1 };
}

function samePages(one: Finding, other: Finding): Finding {
  return { ...one, pages: [...new Set([...one.pages, ...other.pages])] };
}
