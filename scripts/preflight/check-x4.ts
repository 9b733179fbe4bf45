import type { Finding } from "./finding.ts";
import type { Inspected, PreflightCheck } from "./inspected.ts";
import { checkX4Document } from "./x4-document.ts";
import { checkX4Intent } from "./x4-intent.ts";
import { checkX4Metadata } from "./x4-metadata.ts";
import { checkX4Objects } from "./x4-objects.ts";
import { checkX4Pages } from "./x4-pages.ts";

const checks: readonly PreflightCheck[] = [
  checkX4Document,
  checkX4Metadata,
  checkX4Intent,
  checkX4Pages,
  checkX4Objects,
];

/**
 * Holds a file that says it is PDF/X-4 to that, key by key; any other is left alone.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `x4-…`.
 */
export function checkX4(inspected: Inspected): Finding[] {
  if (inspected.claim?.startsWith("PDF/X-4") !== true) return [];
  return checks.flatMap((check) => check(inspected));
}
