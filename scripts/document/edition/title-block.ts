import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { formatDate } from "../../languages/date.ts";
import type { LanguageRow } from "../../languages/language.ts";
import { copyTree } from "../../markdown/copy-tree.ts";
import type { FormatRow } from "../../tables/formats.ts";
import { languageRow } from "../../tables/languages.ts";
import { statuses } from "../../tables/statuses.ts";
import { translations } from "../../tables/translations.ts";
import type { Document, Matter } from "../../types.ts";
import { generated } from "../nodes/generated.ts";
import { noteCall } from "../plugins/rehype-note-calls.ts";

/**
 * The block over a text, or the title page: status, title, who speaks, which version it is.
 * @param document
 *   The document.
 * @param options
 *   Format and language.
 * @returns
 *   `header.title-block`.
 */
export function titleBlock(
  document: Document,
  options: { format: FormatRow; language: LanguageRow },
): Element {
  const { matter, places } = document;
  const status = statusOf(document, options.language);
  const title = titleOf(document, status === undefined);
  const imprint = imprintOf(matter, options.language);
  const original = originalWords(matter, options.language);
  const ours = generated(options.language);
  const cover = { dataPage: "title", dataLength: isShort(matter.title) ? "short" : undefined };
  return h("header.title-block", options.format.title === "page" ? cover : {}, [
    status,
    title,
    line("subtitle", matter.subtitle),
    names("authors", matter.authors),
    names("organisations", matter.organisations, places.organisations),
    imprint
      ? h("p.imprint", { dataGenerated: "", ...ours }, [imprint, original && " · ", original])
      : undefined,
  ]);
}

/** Characters of a title, and of its longest word, that fit a title page in large type; Han and its kin count twice. */
const short = { title: 40, word: 12 };
const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;

function isShort(title: string): boolean {
  const widthOf = (text: string) => [...text].length + (text.match(wide) ?? []).length;
  // Lines may end between any two of the wide ones.
  const words = title.split(/\s+/).filter((word) => word.search(wide) < 0);
  return widthOf(title) <= short.title && words.every((word) => widthOf(word) <= short.word);
}

/** What a marked translation is, again in the language of those who can compare it. */
function originalWords(matter: Matter, language: LanguageRow): Element | undefined {
  const { marked, word } = translations[matter.translation ?? "reviewed"];
  if (!marked || matter.translates === undefined) return undefined;
  const { row } = languageRow(matter.translates);
  const lang = row.borrowed ?? row.tag;
  if (row.words[word] === language.words[word]) return undefined;
  // Without an id Chromium loses the language of an inline element.
  const properties = { className: ["original"], lang, dir: row.direction, id: "imprint-original" };
  return h("span", properties, row.words[word]);
}

/** The status in the manuscript's words, else in the language's. */
function statusOf(document: Document, language: LanguageRow): Element | undefined {
  const { matter, places } = document;
  const { word } = statuses[matter.status];
  const call = statusCall(document);
  if (matter.statusLabel)
    return h("p.status", { dataPlace: places.status }, [matter.statusLabel, ...call]);
  if (!word) return undefined;
  return h("p.status", [
    h("span", { dataGenerated: "", ...generated(language, "lang-status") }, language.words[word]),
    ...call,
  ]);
}

function titleOf(document: Document, callsStatus: boolean): Element | undefined {
  const { matter, places, title } = document;
  const content = title
    ? (copyTree(title.children) as ElementContent[])
    : [{ type: "text" as const, value: matter.title }];
  if (!matter.title) return undefined;
  // A text that is not to say its status still has the note on it, so its call stands here.
  return h("h1", { dataPlace: places.title }, [
    ...content,
    ...(callsStatus ? statusCall(document) : []),
  ]);
}

function statusCall({ notes, statusNote }: Document): Element[] {
  const index = notes.findIndex((note) => note.id === statusNote);
  const note = notes[index];
  return note ? [noteCall(index, { ...note, calls: [] })] : [];
}

function line(name: string, text: string | undefined, place?: string): Element | undefined {
  return text ? h(`p.${name}`, { dataPlace: place }, text) : undefined;
}

/** Names in a row. Of several, styles keep each on one line where it fits. */
function names(name: string, all: readonly string[], place?: string): Element | undefined {
  if (all.length < 2) return line(name, all[0], place);
  const last = all.length - 1;
  const parts = all.flatMap((one, index) =>
    index < last ? [h("span.whole", `${one},`), " "] : [h("span.whole", one)],
  );
  return h(`p.${name}`, { dataPlace: place }, parts);
}

function imprintOf(matter: Matter, language: LanguageRow): string {
  const { words } = language;
  const { modified, translation, translator, version } = matter;
  const state = translation && translations[translation].word;
  const parts = [
    version && words.version.replace("{version}", () => version),
    modified && words.lastModified.replace("{date}", () => formatDate(language, modified)),
    state && words[state],
    translator && words.translatedBy.replace("{name}", () => translator.join(", ")),
  ];
  return parts.filter(Boolean).join(" · ");
}
