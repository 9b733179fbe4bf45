import type { FootnoteReference, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Point } from "unist";
import { EXIT, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import type { LanguageRow } from "../../languages/language.ts";
import { dateOf } from "../typed/date.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { typedOf } from "../typed/typed.ts";

/** Options of `remarkTypedModified`. */
export interface TypedModifiedOptions {
  /** Languages whose words for the last change, and names of months, are known. */
  languages: readonly LanguageRow[];
}

/** How many blocks at the top of a manuscript, and at its end, may say it. */
const outer = 4;
/** Longest date, in characters. */
const longest = 40;

/**
 * Reads when a manuscript was last changed from words such as `(Last modified: October 2017)`, in its first or last
 * lines or in the note on its status. Runs after `remarkTypedNotes`.
 * @param options
 *   Languages.
 * @returns
 *   Transform; the words stay where they are, the date goes to `file.data.typed`.
 */
export function remarkTypedModified(options: TypedModifiedOptions) {
  const phrases = options.languages.flatMap(phrasesOf);
  return (tree: Root, file: VFile): undefined => {
    for (const node of placesIn(tree)) {
      const text = textOf(node).normalize("NFC");
      const found = phrases.map((phrase) => read(text, phrase)).find(Boolean);
      if (!found) continue;
      typedOf(file).modified = found.date;
      complain(
        file,
        "typed-modified",
        placeOf(found.typed, node, sourceOf(String(file))),
        `Recognised “${found.typed}” as the date of the last change, ${found.date}`,
      );
      return;
    }
  };
}

interface Phrase {
  row: LanguageRow;
  /** Lower case, NFC. */
  words: string;
}

function phrasesOf(row: LanguageRow): Phrase[] {
  const own = row.words.lastModified.replace("{date}", "").replace(/[\s\p{P}]+$/u, "");
  const all = [own, ...row.modifiedWords];
  return all.map((one) => ({ row, words: one.normalize("NFC").toLowerCase() }));
}

/** The first blocks, the last ones, and the note that the first line calls. */
function placesIn(tree: Root): RootContent[] {
  const { children } = tree;
  const places = new Set([...children.slice(0, outer), ...children.slice(-outer)]);
  const first = children[0] ?? tree;
  visit(first, "footnoteReference", ({ identifier }: FootnoteReference) => {
    const note = children.find(
      (node) => node.type === "footnoteDefinition" && node.identifier === identifier,
    );
    if (note) places.add(note);
    return EXIT;
  });
  return [...places];
}

function read(text: string, { row, words }: Phrase): { typed: string; date: string } | undefined {
  if (!text.toLowerCase().includes(words)) return undefined;
  // At the start of a line, in brackets or after a stop: prose that only speaks of it is none.
  const phrase = new RegExp(
    `(?:^|[\\n\\u2028([{.;,|·•–—-])[\\s*_]*(${words}[\\s\\p{P}]*)([^)\\]}\\n\\u2028;|·•]+)`,
    "isu",
  );
  const [, before = "", after = ""] = phrase.exec(text) ?? [];
  // A full stop or comma may belong to the date: `5. Oktober 2017`, `October 5, 2017`.
  const stops = [...after.slice(0, longest).matchAll(/[.,。](?=\s|$)/gu)].map(({ index }) => index);
  for (const stop of [after.length, ...stops]) {
    const date = stop <= longest ? dateOf(row, after.slice(0, stop)) : undefined;
    if (date) return { typed: (before + after.slice(0, stop)).trim(), date };
  }
  return undefined;
}

function placeOf(typed: string, node: RootContent, source: Source): Point | undefined {
  const start = node.position?.start;
  const index = source.slice(node).indexOf(typed);
  return start && index >= 0 ? source.after(start, index) : start;
}
