import type { Memory } from "./memory.ts";

/** What came of one declaration. */
export interface Outcome {
  code: string;
  /** ISO 15924. */
  script: string;
  /** Words of the source, once for each format it was made in. */
  words: number;
  wordsOnPages: number;
  pages: number;
  /** Setting and printing, of all formats. */
  seconds: number;
  /** Complaints about characters no face has. */
  missing: number;
  faults: string[];
}

/** One part of a run. */
export interface Leg {
  /** Whether its texts are in Latin script; else none is. */
  latin: boolean;
  texts: number;
  seconds: number;
  /** What the run held in memory on its way. */
  memory: readonly Memory[];
}

/** Scripts that take longer than others, and why (CPU time of each process, of texts made twice in one run). */
const slow: Readonly<Record<string, string>> = {
  ...toEach(
    "its first text waits for web slices to be read and put together; later ones only for slices of their own",
    "Hani Hans Hant Jpan Kore",
  ),
  ...toEach(
    "the browser takes longer over its lines: twice as long as over Latin, Grantha three times",
    "Aran Gran Tibt",
  ),
  ...toEach(
    "finishing takes half as long again: text from the right is followed glyph by glyph, where runs of Latin are compared whole",
    "Arab Hebr",
  ),
  Deva: "each text has four fonts of its own cut for it (50 ms of CPU) and read by the browser (0.7 MB), where texts in Latin share theirs",
};
const few = "it has so few texts that reading its fonts weighs on each";
/** Seconds a text may take more than a Latin one before that is worth a word. */
const bearable = 0.25;

/**
 * Makes a table of outcomes by script, what that took, and a list of what failed.
 * @param outcomes
 *   One for each declaration.
 * @param legs
 *   The parts of the run.
 */
export function tableOf(outcomes: readonly Outcome[], legs: readonly Leg[]): string {
  const latin = outcomes.filter(({ script }) => script === "Latn");
  const usual = latin.length > 0 ? mean(latin) : undefined;
  const scripts = [...new Set(outcomes.map(({ script }) => script))]
    .map((script) => ({ script, of: outcomes.filter((one) => one.script === script) }))
    .sort((one, other) => other.of.length - one.of.length || (one.script < other.script ? -1 : 1));
  const head = [
    ...["script", "files", "whole", "pages", "words in", "words on pages"],
    ...["characters without a glyph", "s a text", "more than Latin"],
  ];
  return [
    line(head),
    line(head.map(() => "---")),
    ...scripts.map(({ script, of }) => line(cellsOf(script, of, usual))),
    line(cellsOf("all", outcomes, usual)),
    "",
    ...legs.map((leg) => legOf(leg, legs)),
    ...slowOf(scripts, usual),
    ...failuresOf(outcomes),
  ].join("\n");
}

function cellsOf(name: string, outcomes: readonly Outcome[], usual: number | undefined): string[] {
  const sum = (value: (one: Outcome) => number) =>
    String(outcomes.reduce((total, one) => total + value(one), 0));
  const seconds = mean(outcomes);
  return [
    name,
    String(outcomes.length),
    String(outcomes.filter(({ faults }) => faults.length === 0).length),
    sum(({ pages }) => pages),
    sum(({ words }) => words),
    sum(({ wordsOnPages }) => wordsOnPages),
    sum(({ missing }) => missing),
    seconds.toFixed(2),
    usual === undefined || name === "Latn" ? "" : (seconds - usual).toFixed(2),
  ];
}

function mean(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((total, { seconds }) => total + seconds, 0) / outcomes.length;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function legOf(leg: Leg, legs: readonly Leg[]): string {
  const script = leg.latin ? "Latin script" : "other scripts";
  const each = leg.seconds / leg.texts;
  const latin = legs.find((one) => one.latin && one !== leg);
  const more =
    latin && `${(each - latin.seconds / latin.texts).toFixed(3)} s more than in Latin script`;
  const rate = [`${each.toFixed(3)} s a booklet with its poster`, more].filter(Boolean).join(", ");
  const clock = `${leg.texts} texts in ${script} in ${leg.seconds.toFixed(0)} s by the clock, two at a time: ${rate}.`;
  return `- ${[clock, ...memoryOf(leg.memory)].join(" ")}`;
}

function memoryOf(memory: readonly Memory[]): string[] {
  const range = (sizes: readonly number[]) => {
    const all = sizes.map((size) => Math.round(size / 1e6));
    return `${all[0]} MB at first, ${all.at(-1)} at the end, ${Math.max(...all)} at most`;
  };
  const browser = memory.flatMap((one) => one.browser ?? []);
  if (memory.length < 2) return [];
  return [
    // Fonts stay read and cut up to a limit (`fonts/shelf.ts`); what WebAssembly took to cut the largest stays too.
    `In use by Node, garbage aside: ${range(memory.map(({ live }) => live))}.`,
    ...(browser.length > 0 ? [`Its browser: ${range(browser)}.`] : []),
  ];
}

function slowOf(
  scripts: ReadonlyArray<{ script: string; of: readonly Outcome[] }>,
  usual: number | undefined,
): string[] {
  if (usual === undefined) return [];
  const named = scripts
    .filter(({ of }) => mean(of) - usual > bearable)
    .map(
      ({ of, script }) =>
        `- ${script}: ${slow[script] ?? (of.length < 4 ? few : "why is not known")}`,
    );
  return named.length > 0
    ? ["", `More than ${bearable} s slower than Latin, a text:`, "", ...named]
    : [];
}

function failuresOf(outcomes: readonly Outcome[]): string[] {
  const failed = outcomes.filter(({ faults }) => faults.length > 0);
  return failed.length === 0
    ? []
    : ["", "Not printed:", "", ...failed.map(({ code, faults }) => `- ${code}: ${faults[0]}`)];
}

function toEach(reason: string, scripts: string): Record<string, string> {
  return Object.fromEntries(scripts.split(" ").map((script) => [script, reason]));
}
