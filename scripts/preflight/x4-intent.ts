import { type Finding, find } from "./finding.ts";
import type { Inspected } from "./inspected.ts";
import { type IntentProfile, readIntents } from "./output-intent.ts";

/**
 * Looks at the output intent: that there is one, names a printing condition and holds a press's profile.
 * @param inspected
 *   A file that says it is PDF/X-4.
 * @returns
 *   Findings `x4-intent`, `x4-intent-condition` and `x4-intent-profile`.
 */
export function checkX4Intent({ document, claim }: Inspected): Finding[] {
  const intents = readIntents(document);
  if (intents.length !== 1) return [find("x4-intent", { count: intents.length })];
  const { condition, profile } = intents[0] ?? { condition: "", profile: undefined };
  const findings = condition === "" ? [find("x4-intent-condition")] : [];
  // PDF/X-4p names the profile instead of holding it.
  if (profile === undefined && claim === "PDF/X-4p") return findings;
  const problem = problemOf(profile);
  return problem === undefined ? findings : [...findings, find("x4-intent-profile", { problem })];
}

function problemOf(profile: IntentProfile | undefined): string | undefined {
  if (profile === undefined) return "is missing";
  if (profile.kind !== "prtr") return `is of class “${profile.kind}”, not a press's (prtr)`;
  if (profile.family === "unknown") return "is of other colours than grey, RGB or CMYK";
  if (!profile.counts) return "has another number of colours than the file says (/N)";
  return profile.version > 4 ? `is of ICC version ${profile.version}` : undefined;
}
