import { readFile } from "node:fs/promises";
import { editionText } from "./edition-text.ts";
import { type Reader, readers } from "./readers.ts";
import { type WordsBack, wordsBack } from "./words-back.ts";

/**
 * Reads a PDF with every reader and counts the words that come back.
 * @param pdf
 *   Its path.
 * @param html
 *   Path of the page it was made of; by default the one beside it.
 * @param by
 *   Readers that are asked.
 * @returns
 *   What came back, by name of the reader.
 */
export async function readEdition(
  pdf: string,
  html = pdf.replace(/pdf$/, "html"),
  by: readonly Reader[] = readers,
): Promise<Map<string, WordsBack>> {
  const { text, unspaced } = editionText(await readFile(html, "utf8"));
  const found = new Map<string, WordsBack>();
  for (const { name, read } of by) found.set(name, wordsBack(text, await read(pdf), unspaced));
  return found;
}

/** Share of the words that came back, in hundredths, cut off so that only a whole text has 100. */
export function shareOf({ words, back }: WordsBack): number {
  return Math.floor((back / words) * 10000) / 100;
}
