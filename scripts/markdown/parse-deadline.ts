import type { Processor } from "unified";

/** A text was not parsed: it had taken too long. */
export class SlowParse extends Error {
  /** Line that the parser was at. */
  readonly line: number;
  /** How long it had taken, seconds. */
  readonly seconds: number;

  constructor(line: number, seconds: number) {
    super(`parsing had not come further than line ${line} after ${seconds} s`);
    this.line = line;
    this.seconds = seconds;
  }
}

/** A text was not parsed: a paragraph has more marks of emphasis or deletion than can be paired in time. */
export class ManyMarks extends Error {
  /** Line of the first mark too many. */
  readonly line: number;

  constructor(line: number) {
    super(`too many marks up to line ${line}`);
    this.line = line;
  }
}

// The few shapes of micromark that are needed.
type State = (code: number | null) => State | undefined;
interface Tokenizer {
  parser: object;
  now(): { line: number };
}

/** Signs at which the parser looks ahead, perhaps to the paragraph's end: ! & * < [ \ ] _ ` ~ */
const signs = [33, 38, 42, 60, 91, 92, 93, 95, 96, 126];
/** Of them those that pair, which takes time by the square of how many there are: * _ ~ */
const pairing = [42, 95, 126];
/** Most of those in a paragraph, an item, a cell. */
const mostMarks = 2000;

/**
 * Gives parsing a deadline. The parser cannot be interrupted, so it is asked at the start of every line, and at every
 * sign that may begin something, how long it has taken; what is there changes nothing else. Nobody can ask while it
 * pairs marks: those are counted before.
 * @param milliseconds
 *   How long a text may take.
 * @returns
 *   Plugin for a processor that parses Markdown, which then throws `SlowParse`, or `ManyMarks`.
 */
export function parseDeadline(milliseconds: number) {
  const starts = new WeakMap<object, number>();
  function tokenize(this: Tokenizer, _effects: unknown, _ok: State, nok: State): State {
    const now = performance.now();
    const start = starts.get(this.parser);
    if (start === undefined) starts.set(this.parser, now);
    else if (now - start > milliseconds)
      throw new SlowParse(this.now().line, Math.round(milliseconds / 1000));
    return nok;
  }
  // Every paragraph, item and cell has a tokenizer of its own.
  const marks = new WeakMap<object, number>();
  function count(this: Tokenizer, effects: unknown, ok: State, nok: State): State {
    const found = (marks.get(this) ?? 0) + 1;
    marks.set(this, found);
    if (found > mostMarks) throw new ManyMarks(this.now().line);
    return tokenize.call(this, effects, ok, nok);
  }
  // Text before a sign is ended there by whatever may begin at it, never by this.
  const clock = { name: "deadline", previous: () => false, tokenize };
  const counter = { ...clock, tokenize: count };
  const text = Object.fromEntries([
    ...signs.map((sign) => [sign, clock]),
    ...pairing.map((sign) => [sign, counter]),
  ]);
  return function (this: Processor): void {
    const data = this.data();
    data.micromarkExtensions ??= [];
    data.micromarkExtensions.push({ document: { null: clock }, text } as never);
  };
}
