import type { Root } from "hast";
import type { Document, Note } from "../types.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { yearsApart } from "./calendars.ts";
import type { Figure } from "./figures.ts";
import type { Counterparts } from "./sections.ts";

/** Numbers of a block that are not those of its translation. */
export interface NumbersApart {
  /** Places of the blocks, `line:column`, and what each has alone, as typed. */
  original: { place: string | undefined; numbers: string[] };
  translation: { place: string | undefined; numbers: string[] };
}

/** Most numbers of a block that may differ at once: a date. */
const most = 3;
/** Numbers below may be written in words, in one text or the other, months in figures, and hours by two clocks. */
const least = 13;
const half = 12;
// Thousands, millions and more, which stand for zeros: `20 billion`, `20.000 millones`, `15万`.
const magnitude =
  /^[\s\u00A0\u202F]*(?:thousand|mil|mio|mrd|mld|mln|bil|bn\b|tr|tys|тыс|тис|млн|млрд|мил|тіль|bin\b|nghìn|ngàn|triệu|tỷ|juta|ribu|lakh|crore|[kKmM]\b|[万萬億亿千百만억천]|मिल|लाख|करोड़|हज़ार|ألف|آلاف|مليون|مليار|هزار|میلیون|میلیارد|אלף|אלפים|מיליון)/iu;
const metric =
  /^[\s\u00A0\u202F-]*(?:[kcm]?m\b|kilo|met|mét|kg|gr?\b|l\b|lit|ha\b|hect|[°º]\s*C|км|[мск]м?\b|метр|кг|公里|米|公斤|公升|キロ|メートル|킬로|미터|كم|متر|كيلو|کیلو|ק"מ|מטר|किमी|किलो|मीटर)/iu;

/**
 * Finds blocks whose numbers are others than in the original: as many in one that the other lacks as the other way round,
 * where none may be written in words, in another calendar, clock or measure. Blocks are compared where both texts have the
 * same ones, section by section.
 * @param original
 *   The text as it was written.
 * @param translation
 *   The same in another language.
 * @param sections
 *   Which section of the translation each of the original is.
 */
export function numbersApart(
  original: Document,
  translation: Document,
  sections: Counterparts,
): NumbersApart[] {
  const languages = [original, translation].map(
    ({ matter }) => matter.language.split("-")[0] ?? "",
  );
  const years = languages.flatMap((language) => yearsApart[language] ?? []);
  return pairsOf(original, translation, sections).flatMap(([one, other]) => {
    const mine = without(one.figures, other.figures);
    const theirs = without(other.figures, one.figures);
    if (mine.length !== theirs.length || mine.length === 0 || mine.length > most) return [];
    const pairs = mine.map((figure, index) => [figure, theirs[index] as Figure] as const);
    if (pairs.some(([a, b]) => isSame(a, b, years))) return [];
    return [{ original: told(one, mine), translation: told(other, theirs) }];
  });
}

/** Blocks of both texts that are the same: of the titles, of sections and of notes that have the same blocks. */
function pairsOf(original: Document, translation: Document, there: Counterparts) {
  const [from, to] = [blocksOf(original.body), blocksOf(translation.body)];
  const [mine, theirs] = [original, translation].map(({ notes }) => notes.map(noteBlocks));
  const groups = [
    [titleBlocks(original), titleBlocks(translation)],
    ...from.map((section, at) => [section, to[there.get(at) ?? -1] ?? []]),
    ...(mine?.length === theirs?.length ? (mine ?? []).map((one, at) => [one, theirs?.[at]]) : []),
  ];
  return groups.flatMap(([one = [], other = []]) =>
    shapeOf(one) === shapeOf(other)
      ? one.map((block, at) => [block, other[at] as Block] as const)
      : [],
  );
}

function titleBlocks({ matter, places, title }: Document): Block[] {
  const tree: Root = title ?? { type: "root", children: [{ type: "text", value: matter.title }] };
  return blocksOf(tree)
    .flat()
    .map((block) => ({ ...block, place: places.title ?? block.place }));
}

function noteBlocks({ content, place }: Note): Block[] {
  return blocksOf(content)
    .flat()
    .map((block) => ({ ...block, place: block.place ?? place }));
}

function shapeOf(blocks: readonly Block[]): string {
  return blocks.map(({ tagName }) => tagName).join();
}

/** Numbers of one block that another has not, each as often as it is there more often; without small ones and hours. */
function without(figures: readonly Figure[], others: readonly Figure[]): Figure[] {
  const [mine, theirs] = [leftOf(figures, others), leftOf(others, figures)];
  const hours = new Set(theirs.map(({ digits }) => Number(digits)));
  return mine.filter(({ digits }) => {
    const value = Number(digits);
    const isHour = hours.has(value - half) || (value <= half && hours.has(value + half));
    return value >= least && !(isHour && value <= 2 * half);
  });
}

function leftOf(figures: readonly Figure[], others: readonly Figure[]): Figure[] {
  const left = new Map<string, number>();
  for (const { digits } of others) left.set(digits, (left.get(digits) ?? 0) + 1);
  return figures.filter(({ digits }) => {
    const count = left.get(digits) ?? 0;
    left.set(digits, count - 1);
    return count < 1;
  });
}

/** Whether two numbers may say the same: by another calendar or measure, in short, or with zeros in words. */
function isSame(one: Figure, other: Figure, years: readonly number[]): boolean {
  const [a, b] = [Number(one.digits), Number(other.digits)];
  if (years.includes(Math.abs(a - b))) return true;
  if (one.digits.endsWith(other.digits) || other.digits.endsWith(one.digits)) return true;
  if (magnitude.test(one.after) || magnitude.test(other.after)) return true;
  return metric.test(one.after) !== metric.test(other.after);
}

function told({ place }: Block, figures: readonly Figure[]) {
  return { place, numbers: figures.map(({ typed }) => typed) };
}
