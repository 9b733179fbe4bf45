import type { Operand, Operation } from "../pdf/operand.ts";

const paints = new Set([
  ...["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI"],
]);

type Kind = "text" | "artifact" | "other";

/**
 * Looks at how a page's content is marked: all of it as text or as an artifact, neither in the other.
 * @param operations
 *   The page's content.
 * @returns
 *   Clauses about the page, each once, and the identifiers of its text.
 */
export function markProblems(operations: readonly Operation[]): {
  problems: string[];
  identifiers: number[];
} {
  const problems = new Set<string>();
  const identifiers = new Set<number>();
  const open: Kind[] = [];
  let outside = true;
  const begin = ({ operands: [tag, properties] }: Operation) => {
    const identifier = identifierOf(properties);
    const kind = identifier !== undefined ? "text" : tag === "Artifact" ? "artifact" : "other";
    if (kind !== "other" && !outside) problems.add("has text in decoration, or the other way");
    if (identifier !== undefined && identifiers.has(identifier))
      problems.add("names two pieces of text alike");
    if (identifier !== undefined) identifiers.add(identifier);
    open.push(kind);
    outside &&= kind === "other";
  };
  for (const operation of operations) {
    const { operator } = operation;
    if (operator === "BDC" || operator === "BMC") begin(operation);
    else if (operator === "EMC") {
      open.pop();
      outside = open.every((kind) => kind === "other");
    } else if (outside && paints.has(operator))
      problems.add("shows something that is neither text nor decoration");
  }
  if (open.length > 0) problems.add("has tags that don't end");
  return { problems: [...problems], identifiers: [...identifiers] };
}

function identifierOf(properties: Operand | undefined): number | undefined {
  const value = properties instanceof Map ? properties.get("MCID") : undefined;
  return typeof value === "number" ? value : undefined;
}
