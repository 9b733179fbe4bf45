import type { Root } from "mdast";
import { VFile } from "vfile";
import { en } from "../languages/en.ts";
import type { LanguageRow } from "../languages/language.ts";
import { languages } from "../languages/list.ts";
import { markdownBody } from "../markdown/markdown-body.ts";
import { ManyMarks, SlowParse } from "../markdown/parse-deadline.ts";
import { parseMarkdown, parserFor } from "../markdown/syntax.ts";
import type { Manuscript } from "../types.ts";
import { deepHtml } from "./deep-html.ts";
import { isFlat, isParsable, refuseDepth, refuseMarks, refuseSlow } from "./limits.ts";
import { remarkAttribution } from "./plugins/remark-attribution.ts";
import { remarkBoldHeadings } from "./plugins/remark-bold-headings.ts";
import { remarkBrokenAddresses } from "./plugins/remark-broken-addresses.ts";
import { remarkDateSpace } from "./plugins/remark-date-space.ts";
import { remarkDirectives } from "./plugins/remark-directives.ts";
import { remarkFigures } from "./plugins/remark-figures.ts";
import { remarkForeignMarks } from "./plugins/remark-foreign-marks.ts";
import { remarkHeadingNames } from "./plugins/remark-heading-names.ts";
import { remarkHtmlCalls } from "./plugins/remark-html-calls.ts";
import { remarkJoinedLines } from "./plugins/remark-joined-lines.ts";
import { remarkLostDefinitions } from "./plugins/remark-lost-definitions.ts";
import { remarkLostHtml } from "./plugins/remark-lost-html.ts";
import { remarkLostImages } from "./plugins/remark-lost-images.ts";
import { remarkLostMarks } from "./plugins/remark-lost-marks.ts";
import { remarkNoteLinks } from "./plugins/remark-note-links.ts";
import { remarkNotes } from "./plugins/remark-notes.ts";
import { remarkNumberSpace } from "./plugins/remark-number-space.ts";
import { remarkOpenFence } from "./plugins/remark-open-fence.ts";
import { remarkPunctuationSpace } from "./plugins/remark-punctuation-space.ts";
import { remarkTypedBlanks } from "./plugins/remark-typed-blanks.ts";
import { remarkTypedBreaks } from "./plugins/remark-typed-breaks.ts";
import { remarkTypedBullets } from "./plugins/remark-typed-bullets.ts";
import { remarkTypedChapters } from "./plugins/remark-typed-chapters.ts";
import { remarkTypedColumns } from "./plugins/remark-typed-columns.ts";
import { remarkTypedComments } from "./plugins/remark-typed-comments.ts";
import { remarkTypedForms } from "./plugins/remark-typed-forms.ts";
import { remarkTypedHeadings } from "./plugins/remark-typed-headings.ts";
import { remarkTypedHyphens } from "./plugins/remark-typed-hyphens.ts";
import { remarkTypedIndents } from "./plugins/remark-typed-indents.ts";
import { remarkTypedLines } from "./plugins/remark-typed-lines.ts";
import { remarkTypedModified } from "./plugins/remark-typed-modified.ts";
import { remarkTypedNotes } from "./plugins/remark-typed-notes.ts";
import { remarkTypedNumbers } from "./plugins/remark-typed-numbers.ts";
import { remarkTypedOrdinals } from "./plugins/remark-typed-ordinals.ts";
import { remarkTypedPages } from "./plugins/remark-typed-pages.ts";
import { remarkTypedRules } from "./plugins/remark-typed-rules.ts";
import { remarkTypedStatus } from "./plugins/remark-typed-status.ts";
import { remarkTypedTables } from "./plugins/remark-typed-tables.ts";
import { remarkTypedTails } from "./plugins/remark-typed-tails.ts";
import { remarkTypedTitle } from "./plugins/remark-typed-title.ts";
import { remarkTypography } from "./plugins/remark-typography.ts";
import { remarkWideRows } from "./plugins/remark-wide-rows.ts";

// Templates put their own language's word over the notes; that marks and notes pair under it tells what it is.
const noteHeadings = Object.values(languages).flatMap((one) => one.noteHeadings);

// What every directive of ours begins with. A text without is parsed as whoever accounts for its words parses it.
const directiveSign = /::|:(?:abbr|lang)\[/u;

/**
 * Parses a manuscript and recognises what it says: directives, typed notes, figures, attributions, notes.
 * @param manuscript
 *   The manuscript; findings go to `file.data`, complaints to the file.
 * @param row
 *   Row of its language.
 * @returns
 *   Tree whose positions are those of the whole file, without notes; `undefined` when the text is refused
 *   (too long, too deep), which has been said on the file.
 */
export async function parseManuscript(
  manuscript: Manuscript,
  row: LanguageRow,
): Promise<Root | undefined> {
  const { file } = manuscript;
  const source = markdownBody(manuscript);
  if (!isParsable(source, file)) return undefined;
  const processor = processorFor(source, manuscript, row);
  try {
    const tree = directiveSign.test(source)
      ? (processor.parse(new VFile(source)) as Root)
      : parseMarkdown(source);
    return isFlat(tree, file) ? ((await processor.run(tree, file)) as Root) : undefined;
  } catch (error) {
    if (error instanceof SlowParse) refuseSlow(file, error);
    else if (error instanceof ManyMarks) refuseMarks(file, { line: error.line, column: 1 });
    else if (error instanceof RangeError) refuseDepth(file, deepHtml(source));
    else throw error;
    return undefined;
  }
}

/** The steps in order; each knows nothing of the others. */
function processorFor(source: string, { given, matter }: Manuscript, row: LanguageRow) {
  // A word of another language may mean another thing; English ones are typed everywhere.
  const rows = [...new Set([row, en])];
  const statusWords = { ...en.statusWords, ...row.statusWords };
  return parserFor(source)()
    .use(remarkDirectives)
    .use(remarkLostDefinitions)
    .use(remarkLostHtml)
    .use(remarkLostImages)
    .use(remarkLostMarks)
    .use(remarkOpenFence)
    .use(remarkBrokenAddresses)
    .use(remarkHeadingNames)
    .use(remarkNoteLinks)
    .use(remarkForeignMarks)
    .use(remarkTypedComments)
    .use(remarkBoldHeadings)
    .use(remarkTypedTables)
    .use(remarkTypedForms)
    .use(remarkTypedHyphens)
    .use(remarkTypedPages, { languages: rows })
    .use(remarkTypedIndents)
    .use(remarkTypedRules)
    .use(remarkTypedColumns)
    .use(remarkTypedLines)
    .use(remarkTypedOrdinals, { languages: rows })
    .use(remarkTypedNumbers)
    .use(remarkTypedBullets)
    .use(remarkTypedTails)
    .use(remarkTypedNotes, { noteHeadings })
    .use(remarkTypedModified, { languages: matter.modified ? [] : rows })
    .use(remarkTypedStatus, { statusWords, given: given.has("status") })
    .use(remarkTypedTitle, {
      titled: matter.title !== "",
      organised: given.has("organisations"),
      languages: rows,
    })
    .use(remarkTypedHeadings)
    .use(remarkTypedChapters, { languages: rows })
    .use(remarkTypedBlanks)
    .use(remarkTypedBreaks)
    .use(remarkFigures)
    .use(remarkTypography, { quotes: row.quotes })
    .use(remarkPunctuationSpace, { spaces: row.punctuationSpace })
    .use(remarkNumberSpace, { language: row.tag })
    .use(remarkDateSpace, { row })
    .use(remarkWideRows)
    .use(remarkAttribution)
    .use(remarkJoinedLines)
    .use(remarkHtmlCalls)
    .use(remarkNotes);
}
