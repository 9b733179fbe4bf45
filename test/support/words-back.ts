import { spelled } from "../../scripts/words/words.ts";

/** How much of a text a reader gave back. */
export interface WordsBack {
  /** Words of the text. */
  words: number;
  /** Of those, how many came back whole and in order. */
  back: number;
  /** The others, with what stood where the first of each gap should have been. */
  lost: LostWord[];
}

/** A word that did not come back. */
export interface LostWord {
  word: string;
  instead: string;
}

/**
 * Counts the words of a text that a reader gives back in their order: the longest sequence of words that both have.
 *
 * What a reader has beyond them, such as running heads and page numbers, does not count. A word may run on over the
 * end of a line, over a hyphen there too where the word itself has none, but over no space; and over the end of a
 * page past the few lines at its foot and at the head of the next that the page may have added.
 * @param expected
 *   The text.
 * @param actual
 *   What the reader gave; a line a line, pages parted by form feeds.
 * @param language
 *   BCP 47 tag, where words are not parted by spaces and so have to be found as its readers find them.
 */
export function wordsBack(expected: string, actual: string, language?: string): WordsBack {
  const words = partsOf(lettersOf(expected), language);
  const stream = streamOf(lettersOf(actual));
  const ends = longestChain(words.map((word) => placesOf(word, stream)));
  const lost = words.flatMap((word, index) => {
    if (ends[index] !== undefined) return [];
    const from = ends.slice(0, index).findLast((end) => end !== undefined) ?? 0;
    return [{ word: word.text, instead: stream.from(from, word.text.length + 12) }];
  });
  return { words: words.length, back: words.length - lost.length, lost };
}

// Marks of direction are no letters; poppler also puts some of its own round words from right to left.
function lettersOf(text: string): string {
  return spelled(text).replaceAll(/\p{Bidi_Control}/gu, "");
}

/** A word, and whether a space is before and after it. */
interface Part {
  text: string;
  opens: boolean;
  closes: boolean;
}

function partsOf(text: string, language: string | undefined): Part[] {
  const phrases = text.split(/\s+/u).filter(Boolean);
  if (!language) return phrases.map((phrase) => ({ text: phrase, opens: true, closes: true }));
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return phrases.flatMap((phrase) => {
    const words = [...segmenter.segment(phrase)].map(({ segment }) => segment);
    return words.map((word, index) => ({
      text: word,
      opens: index === 0,
      closes: index === words.length - 1,
    }));
  });
}

/** Text without white space, which is kept beside it. */
interface Stream {
  letters: string;
  /** What is before each letter. */
  gaps: Map<number, "space" | "line">;
  /** Letters that are hyphens at the end of a line. */
  hyphens: Set<number>;
  /** Where a word may go on instead: from the end of a line near the foot of a page to one near the head of the next. */
  jumps: Map<number, number[]>;
  from(place: number, count: number): string;
}

// Lines that a page may have at its foot, or at its head.
const furniture = 3;

function streamOf(text: string): Stream {
  let letters = "";
  const gaps: Stream["gaps"] = new Map([[0, "line"]]);
  const hyphens = new Set<number>();
  // By page: the letters that its lines begin with.
  const pages: number[][] = [[0]];
  for (const [, word = "", space = ""] of text.matchAll(/(\S*)(\s*)/gu)) {
    letters += word;
    if (space === "") continue;
    const line = /[\n\f]/.test(space);
    gaps.set(letters.length, line ? "line" : "space");
    if (space.includes("\f")) pages.push([]);
    if (line) pages.at(-1)?.push(letters.length);
    if (line && /[-\u2010\u058A\u1400]$/u.test(word)) hyphens.add(letters.length - 1);
  }
  gaps.set(letters.length, "line");
  const from = (place: number, count: number) =>
    letters
      .slice(place, place + count)
      .split("")
      .map((letter, index) =>
        gaps.has(place + index) && index > 0
          ? `${gaps.get(place + index) === "line" ? "⏎" : " "}${letter}`
          : letter,
      )
      .join("");
  return { letters, gaps, hyphens, jumps: jumpsOf(pages), from };
}

function jumpsOf(pages: readonly number[][]): Stream["jumps"] {
  const jumps: Stream["jumps"] = new Map();
  pages.forEach((lines, index) => {
    const next = pages[index + 1]?.slice(0, furniture + 1);
    if (!next) return;
    for (const end of [...lines.slice(-furniture), next[0] as number])
      jumps.set(
        end,
        next.filter((start) => start > end),
      );
  });
  return jumps;
}

type Span = [start: number, end: number];

/** Where in the stream a word stands, last place first. */
function placesOf({ text, opens, closes }: Part, stream: Stream): Span[] {
  const { letters, gaps } = stream;
  const spans: Span[] = [];
  const first = text.charAt(0);
  for (let at = letters.lastIndexOf(first); at >= 0; at = letters.lastIndexOf(first, at - 1)) {
    const gap = gaps.get(at);
    if (opens ? gap === undefined : gap === "space") continue;
    const end = endOf(text, at, stream);
    if (end !== undefined && (!closes || gaps.has(end))) spans.push([at, end]);
    if (at === 0) break;
  }
  return spans;
}

/** Where a word ends whose letters from one on stand at a place; `landed` there, it goes on there. */
function endOf(
  text: string,
  start: number,
  stream: Stream,
  from = 0,
  landed = false,
): number | undefined {
  const { letters, gaps, hyphens, jumps } = stream;
  let at = start;
  for (let index = from; index < text.length; index++, at++) {
    if (index > 0 && gaps.get(at) === "space") return undefined;
    const places = index > 0 && !(landed && index === from) ? jumps.get(at) : undefined;
    for (const place of places ? [at, ...places] : []) {
      const end = endOf(text, place, stream, index, true);
      if (end !== undefined) return end;
    }
    if (places) return undefined;
    if (letters[at] === text[index]) continue;
    return index > 0 && hyphens.has(at) ? endOf(text, at + 1, stream, index) : undefined;
  }
  return at;
}

/** Ends of the longest chain of spans, by word; a word that is not in it has none. After Hunt and Szymanski. */
function longestChain(spans: readonly Span[][]): (number | undefined)[] {
  interface Link {
    word: number;
    end: number;
    before: Link | undefined;
  }
  // The chain of each length that ends first.
  const chains: Link[] = [];
  spans.forEach((places, word) => {
    for (const [start, end] of places) {
      const length = countUntil(chains, start);
      const old = chains[length];
      if (!old || end < old.end) chains[length] = { word, end, before: chains[length - 1] };
    }
  });
  const ends: (number | undefined)[] = spans.map(() => undefined);
  for (let link = chains.at(-1); link; link = link.before) ends[link.word] = link.end;
  return ends;

  function countUntil(links: readonly Link[], place: number): number {
    let [low, high] = [0, links.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((links[middle]?.end ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
