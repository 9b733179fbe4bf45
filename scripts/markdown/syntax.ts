import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { freeCalls } from "./address-calls.ts";
import { copyTree } from "./copy-tree.ts";
import { endAddresses } from "./end-addresses.ts";
import { numberNotes } from "./number-notes.ts";
import { parseDeadline } from "./parse-deadline.ts";
import { placeTexts } from "./place-texts.ts";

/** A processor that parses Markdown. */
export type MarkdownParser = Processor<Root, undefined, undefined, undefined, undefined>;

// A letter may come by a reference, never by an escape.
const autolinkSign = /@|www|http|&/iu;
// A line that may be the row under a table's head, in whatever containers.
const delimiterRow = /^(?=.*-)[ \t>*+\d.)|:-]+$/mu;

/** Milliseconds in which a text is parsed: the longest that we take needs a tenth of it. */
const patience = 60_000;

const parsers = {
  all: parserWith(withCalls),
  linkless: parserWith(withoutAutolinks),
  tableless: parserWith(withCalls, withoutTables),
  neither: parserWith(withoutAutolinks, withoutTables),
} as const;

/**
 * The parser for a text: CommonMark and GFM. Looking for bare addresses at every letter takes GFM half its time, and
 * for tables at every line another part, so a text that can't hold them is parsed without.
 * @param text
 *   Markdown.
 * @returns
 *   Frozen processor; the tree is the same whichever it is. Unlike in GFM, the call of a note, a quotation mark or a stop of
 *   another script ends a bare address, and a number that asks for an address, `[1]`, calls a note.
 */
export function parserFor(text: string): MarkdownParser {
  const links = autolinkSign.test(text);
  if (delimiterRow.test(text)) return links ? parsers.all : parsers.linkless;
  return links ? parsers.tableless : parsers.neither;
}

function parserWith(...changes: Array<(this: Processor) => void>): MarkdownParser {
  const parser = unified().use(remarkParse).use(remarkGfm);
  for (const change of [...changes, withNotes, parseDeadline(patience)]) parser.use(change);
  return parser.freeze();
}

/** Takes bare addresses out of the syntax that `remark-gfm` has just added. */
function withoutAutolinks(this: Processor): void {
  const { fromMarkdownExtensions = [], micromarkExtensions = [] } = this.data();
  const text = micromarkExtensions.at(-1)?.text ?? {};
  // They are all that begins at a letter, a digit or one of their signs.
  for (const code of Object.keys(text).map(Number))
    if (/[\w+.-]/u.test(String.fromCharCode(code))) delete text[code];
  const [gfm] = fromMarkdownExtensions.splice(-1);
  fromMarkdownExtensions.push([gfm ?? []].flat(2).filter(({ transforms }) => !transforms));
}

/** Takes tables out of it: they are all that may begin a line with any character. */
function withoutTables(this: Processor): void {
  const { micromarkExtensions = [] } = this.data();
  delete micromarkExtensions.at(-1)?.flow;
}

/** Ends bare addresses at the call of a note and at signs of other scripts, which `remark-gfm` takes for a part of them. */
function withCalls(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({ transforms: [placeTexts, freeCalls, endAddresses] });
}

function withNotes(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({ transforms: [numberNotes] });
}

// Texts parsed that were asked for once; a build has no more under way at a time.
const spare = new Map<string, Root>();
const mostSpare = 8;

/**
 * Parses a text: CommonMark and GFM. Two ask for the tree of each text, who makes a document of it and who accounts for
 * its words, and parsing is most of what reading takes: it is done once, and each gets a tree of its own.
 * @param text
 *   Markdown.
 * @returns
 *   Tree to be changed at will, but for its positions.
 * @throws {RangeError}
 *   When the text is nested too deep.
 */
export function parseMarkdown(text: string): Root {
  const kept = spare.get(text);
  spare.delete(text);
  if (kept) return kept;
  const tree = parserFor(text).parse(text);
  const [oldest] = spare.keys();
  if (spare.size === mostSpare && oldest !== undefined) spare.delete(oldest);
  spare.set(text, copyTree(tree));
  return tree;
}
