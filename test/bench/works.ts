import { declaration, declarationsIn } from "../support/udhr.ts";

/** A text to be printed: the name of its file and its Markdown. */
export interface BenchWork {
  name: string;
  markdown: string;
}

/**
 * The Declaration of Human Rights in languages written in Latin script.
 * @param count
 *   How many languages.
 */
export async function declarations(count: number): Promise<BenchWork[]> {
  const all = await Promise.all(declarationsIn("Latn", count).map(declaration));
  return all.map(({ code, markdown }) => ({ name: code, markdown }));
}

const words =
  "people rights city council neighbours together housing water school decide budget promise learn record repair".split(
    " ",
  );

/**
 * A report with a heading and a note every few hundred words.
 * @param pages
 *   About how many pages a booklet of it has.
 */
export function report(pages: number): BenchWork {
  const parts: string[] = ["---\nlang: en\nstatus: final\ntitle: A report\n---\n"];
  const notes: string[] = [];
  let seed = pages;
  const text = (count: number) =>
    Array.from({ length: count }, () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return words[seed % words.length];
    }).join(" ");
  for (let section = 1; section <= pages; section++) {
    parts.push(
      `## Section ${section}\n`,
      `${text(85)}.[^${section}]\n`,
      `${text(75)}.\n`,
      `${text(80)}.\n`,
    );
    notes.push(`[^${section}]: ${text(20)}.\n`);
  }
  return { name: `report-${pages}`, markdown: [...parts, ...notes].join("\n") };
}
