/** How serious a complaint is: an `error` stops its document, a `warning` is for a person to act on, `info` only tells. */
export type Severity = "error" | "warning" | "info";

/** Every rule id, with its severity. Add a row with the code that complains by it; keep the rows sorted. */
export const rules = {
  browser: "error",
  encoding: "error",
  "file-missing": "error",
  "font-glyph": "error",
  "front-matter-alias": "error",
  "front-matter-key": "error",
  "front-matter-language": "error",
  "front-matter-syntax": "error",
  "front-matter-value": "error",
  "input-empty": "error",
  "input-missing": "error",
  internal: "error",
  "language-mismatch": "error",
  "language-missing": "warning",
  "not-a-language": "warning",
  "output-collision": "error",
  "output-in-source": "error",
  "path-outside": "error",
  "work-file-missing": "warning",
  "write-failed": "error",
} as const satisfies Record<string, Severity>;

/** Id of a rule. */
export type RuleId = keyof typeof rules;
