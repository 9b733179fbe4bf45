/** How serious a complaint is: an `error` stops its document, a `warning` is for a person to act on, `info` only tells. */
export type Severity = "error" | "warning" | "info";

/** Every rule id, with its severity. Add a row with the code that complains by it; keep the rows sorted. */
export const rules = {
  "font-glyph": "error",
  internal: "error",
} as const satisfies Record<string, Severity>;

/** Id of a rule. */
export type RuleId = keyof typeof rules;
