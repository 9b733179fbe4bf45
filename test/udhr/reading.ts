import { readdir } from "node:fs/promises";
import path from "node:path";
import { readEdition, shareOf } from "../support/read-edition.ts";
import { readers } from "../support/readers.ts";
import type { Declaration } from "../support/udhr.ts";
import type { WordsBack } from "../support/words-back.ts";

/** What readers got out of booklets. */
export interface BackRead {
  /** A row for each booklet, and the first words it lost. */
  table: string;
  /** On all of them, to go on a sentence with. */
  summary: string;
}

/**
 * Reads booklets back and tells which share of the words each reader got, and the first it lost.
 * @param out
 *   Folder of editions.
 * @param declarations
 *   Those whose booklets are there.
 */
export async function readBack(
  out: string,
  declarations: readonly Declaration[],
): Promise<BackRead> {
  const all = new Map<string, Map<string, WordsBack>>();
  for (const { code } of declarations) {
    const [language] = await readdir(path.join(out, code)).catch(() => []);
    if (language === undefined) continue;
    all.set(code, await readEdition(path.join(out, code, language, "booklet.pdf")));
  }
  const table = [
    `| % of words back | ${readers.map(({ name }) => name).join(" | ")} |`,
    `|---|${readers.map(() => "---|").join("")}`,
    ...[...all].map(
      ([code, found]) =>
        `| ${code} | ${[...found.values()].map((one) => shareOf(one)).join(" | ")} |`,
    ),
    "",
    ...[...all].flatMap(([code, found]) => lossesOf(code, found)),
  ];
  return { table: table.join("\n"), summary: summaryOf(all) };
}

function lossesOf(code: string, found: ReadonlyMap<string, WordsBack>): string[] {
  return [...found].flatMap(([reader, { lost }]) => {
    const first = lost.slice(0, 3).map(({ word, instead }) => `“${word}” came as “${instead}”`);
    return lost.length === 0 ? [] : [`- ${code}, ${reader}: ${first.join("; ")}`];
  });
}

function summaryOf(all: ReadonlyMap<string, ReadonlyMap<string, WordsBack>>): string {
  const whole = [...all.values()].filter((found) =>
    [...found.values()].every(({ words, back }) => words === back),
  );
  const shares = readers.map(({ name }) => {
    const found = [...all].map(([code, by]) => ({ code, ...(by.get(name) as WordsBack) }));
    const total = (value: "words" | "back") => found.reduce((sum, one) => sum + one[value], 0);
    const [least] = found.sort((one, other) => shareOf(one) - shareOf(other));
    const share = shareOf({ words: total("words"), back: total("back"), lost: [] });
    return `${name} ${share} % (least: ${least?.code} ${least && shareOf(least)} %)`;
  });
  return (
    `of all words of the ${all.size} declarations that can be printed, booklets gave back to ` +
    `${shares.join(" and to ")}; ${whole.length} came back whole to both.`
  );
}
