import { readdir } from "node:fs/promises";
import path from "node:path";
import { readEdition, shareOf } from "../support/read-edition.ts";
import { readers } from "../support/readers.ts";
import type { Declaration } from "../support/udhr.ts";

/**
 * Reads booklets back and tells which share of the words each reader got, and the first it lost.
 * @param out
 *   Folder of editions.
 * @param declarations
 *   Those whose booklets are there.
 */
export async function readBack(out: string, declarations: readonly Declaration[]): Promise<string> {
  const rows: string[] = [];
  const losses: string[] = [];
  for (const { code } of declarations) {
    const [language] = await readdir(path.join(out, code)).catch(() => []);
    if (language === undefined) continue;
    const found = await readEdition(path.join(out, code, language, "booklet.pdf"));
    rows.push(`| ${code} | ${[...found.values()].map((one) => shareOf(one)).join(" | ")} |`);
    for (const [reader, { lost }] of found) {
      if (lost.length === 0) continue;
      const first = lost.slice(0, 3).map(({ word, instead }) => `“${word}” came as “${instead}”`);
      losses.push(`- ${code}, ${reader}: ${first.join("; ")}`);
    }
  }
  return [
    `| % of words back | ${readers.map(({ name }) => name).join(" | ")} |`,
    `|---|${readers.map(() => "---|").join("")}`,
    ...rows,
    "",
    ...losses,
  ].join("\n");
}
