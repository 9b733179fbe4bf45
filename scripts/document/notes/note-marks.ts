import type { FootnoteDefinition } from "mdast";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import type { CollectedNote } from "../nodes/data.ts";
import "../typed/typed.ts";

/** Marks of symbol notes in order, each doubled, tripled ... when the row is used up. */
const symbols = ["*", "†", "‡", "§", "‖", "¶"] as const;

/**
 * Gives notes their marks: numbers count on; a symbol typed by hand stays that symbol for the first note it was typed
 * for; every other takes the next symbol that is free. An identifier that begins with `*` asks for a symbol.
 * @param definitions
 *   Notes in order of first call.
 * @param file
 *   File for complaints: `typed-mark-again`.
 * @returns
 *   Notes in the same order.
 */
export function marked(definitions: readonly FootnoteDefinition[], file: VFile): CollectedNote[] {
  const symbolic = definitions.filter(isSymbol);
  const marks = new Map<FootnoteDefinition, string>();
  const taken = new Set<string>();
  const give = (definition: FootnoteDefinition, mark: string) => {
    marks.set(definition, mark);
    taken.add(mark);
  };
  for (const definition of symbolic) {
    const typed = definition.data?.mark;
    if (typed !== undefined && !taken.has(typed)) give(definition, typed);
  }
  for (const definition of symbolic) {
    if (marks.has(definition)) continue;
    give(definition, nextFree(taken));
    reportAgain(definition, marks.get(definition), file);
  }
  let count = 0;
  return definitions.map((definition) => {
    const mark = marks.get(definition);
    return mark === undefined
      ? { kind: "number", mark: String(++count), definition }
      : { kind: "symbol", mark, definition };
  });
}

function isSymbol({ data, identifier, label }: FootnoteDefinition): boolean {
  if (data?.kind) return data.kind === "symbol";
  return (label ?? identifier).startsWith("*");
}

function nextFree(taken: ReadonlySet<string>): string {
  for (let times = 1; ; times++) {
    const free = symbols.map((sign) => sign.repeat(times)).find((mark) => !taken.has(mark));
    if (free) return free;
  }
}

function reportAgain(definition: FootnoteDefinition, mark: string | undefined, file: VFile): void {
  const typed = definition.data?.mark;
  if (typed === undefined) return;
  complain(
    file,
    "typed-mark-again",
    definition,
    `Another note has the mark ${typed} already; this one gets ${mark}`,
  );
}
