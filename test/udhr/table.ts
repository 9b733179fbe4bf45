/** What came of one declaration. */
export interface Outcome {
  code: string;
  /** ISO 15924. */
  script: string;
  /** Words of the source, once for each format it was made in. */
  words: number;
  wordsOnPages: number;
  pages: number;
  /** In the press, of all formats. */
  seconds: number;
  /** Complaints about characters no face has. */
  missing: number;
  faults: string[];
}

/** Why a text cannot be printed, where that is known. */
const reasons: Readonly<Record<string, string>> = {
  vie_han:
    "Vietnamese in Nôm: most of its characters are Han beyond Unicode’s first plane, and no font in an npm package has their outlines (looked for in Noto, LXGW WenKai, Chiron Sung HK and UnifontEX)",
};

/**
 * Makes a table of outcomes by script, and a list of what failed.
 * @param outcomes
 *   One for each declaration.
 * @param run
 *   Seconds the whole run took; memory of the process at its end, bytes.
 */
export function tableOf(
  outcomes: readonly Outcome[],
  run: { seconds: number; memory: number },
): string {
  const scripts = [...new Set(outcomes.map(({ script }) => script))];
  const rows = scripts
    .map((script) => ({ script, of: outcomes.filter((one) => one.script === script) }))
    .sort((one, other) => other.of.length - one.of.length || (one.script < other.script ? -1 : 1))
    .map(({ script, of }) => rowOf(script, of));
  const failed = outcomes.filter(({ faults }) => faults.length > 0);
  return [
    "| script | files | whole | pages | words in | words on pages | characters without a glyph | s in the press, an edition |",
    "|---|---|---|---|---|---|---|---|",
    ...rows,
    rowOf("all", outcomes),
    "",
    `${outcomes.length} texts in ${run.seconds.toFixed(0)} s, ${(run.seconds / outcomes.length).toFixed(3)} s a booklet with its poster; ${Math.round(run.memory / 1e6)} MB at the end.`,
    ...(failed.length > 0
      ? [
          "",
          ...failed.map(({ code, faults }) => {
            const reason = reasons[code];
            return `- ${code}: ${faults[0]}${reason ? ` (${reason})` : ""}`;
          }),
        ]
      : []),
  ].join("\n");
}

function rowOf(name: string, outcomes: readonly Outcome[]): string {
  const sum = (value: (one: Outcome) => number) =>
    outcomes.reduce((total, one) => total + value(one), 0);
  const whole = outcomes.filter(({ faults }) => faults.length === 0).length;
  return `| ${[
    name,
    outcomes.length,
    whole,
    sum(({ pages }) => pages),
    sum(({ words }) => words),
    sum(({ wordsOnPages }) => wordsOnPages),
    sum(({ missing }) => missing),
    (sum(({ seconds }) => seconds) / outcomes.length / 2).toFixed(2),
  ].join(" | ")} |`;
}
