import { stackLines } from "../finish/mark-lines.ts";
import { outlineWord } from "../fonts/outline.ts";
import { languageRow } from "../tables/languages.ts";
import { statuses } from "../tables/statuses.ts";
import { translations } from "../tables/translations.ts";
import type { Edition, Outline } from "../types.ts";

/** The word for a marked status over the words for a marked translation. */
export async function markOf({ document: { matter } }: Edition): Promise<Outline | undefined> {
  const { words } = languageRow(matter.language).row;
  const rows = [statuses[matter.status], matter.translation && translations[matter.translation]];
  const marked = rows.filter((row) => row?.marked === true);
  return stackLines(
    await Promise.all(marked.map(({ word }) => outlineWord(words[word], matter.language))),
  );
}
