import type { Run } from "../runs/run.ts";
import type { Ground } from "./ground.ts";
import { type Laid, layRun } from "./lay-run.ts";

// By glyph of which nothing is known: how much worse the run that is next in its line may lie on the text than another,
const margin = 0.1;
// what most runs cost where they stand in the text, and nearly all;
const wellLaid = [0.05, 0.3, Number.POSITIVE_INFINITY];
// and for how many such glyphs those count of which all is known.
const sure = 4;

/** A run, and what its font says of its glyphs, in the order they are read in. */
export interface Word {
  run: Run;
  hints: readonly string[];
}

/** Runs put in order, and the characters that each lies on. */
export interface Order {
  words: Array<{ run: Run; from: number; to: number }>;
  /** The less, the better they lie. */
  cost: number;
  /** Behind the last. */
  to: number;
}

/**
 * Puts the runs of a line into the order they are read in where fonts say nothing of many glyphs, as in Nastaliq, which has
 * more of them than letters: each is laid on the text to tell where it ends. Of those that may be next the first that lies
 * well is: as a line from right to left would go on, or as one from left to right, whichever lies better as a whole.
 * @param line
 *   Runs that show letters, as painted.
 * @param ground
 *   What they say, and more.
 * @param from
 *   Where the line begins in it.
 */
export function orderLaid(line: readonly Word[], ground: Ground, from: number): Order {
  const fromRight = follow(stretches(line.toReversed(), false), ground, from);
  if (fromRight.cost === 0 || line.every(({ run }) => run.reversed)) return fromRight;
  const fromLeft = follow(stretches(line, true), ground, from);
  return fromLeft.cost < fromRight.cost ? fromLeft : fromRight;
}

/** Turns round what runs against a line: all that stands together. */
function stretches(line: readonly Word[], reversed: boolean): Word[] {
  const turned: Word[] = [];
  let stretch: Word[] = [];
  for (const word of line) {
    if (word.run.reversed === reversed) {
      stretch.unshift(word);
      continue;
    }
    turned.push(...stretch, word);
    stretch = [];
  }
  return [...turned, ...stretch];
}

/** Takes runs as the text has them, unless all in the order given lie no worse: a poor face says much that is wrong. */
function follow(likely: readonly Word[], ground: Ground, from: number): Order {
  if (likely.every(({ run }) => run.reversed)) return take(likely, ground, from, 1);
  const chosen = take(likely, ground, from, likely.length);
  if (chosen.words.every(({ run }, index) => run === likely[index]?.run)) return chosen;
  const given = take(likely, ground, from, 1);
  return given.cost <= chosen.cost ? given : chosen;
}

/** Takes runs one by one: of the first so many that lie well, in the order given. */
function take(likely: readonly Word[], ground: Ground, from: number, count: number): Order {
  const order: Order = { words: [], cost: 0, to: from };
  const waiting = [...likely];
  while (waiting.length > 0) {
    const { word, ...laid } = nextOf(waiting.slice(0, count), ground, order.to);
    waiting.splice(waiting.indexOf(word), 1);
    order.words.push({ run: word.run, from: order.to, to: laid.to });
    order.cost += laid.cost;
    order.to = laid.to;
  }
  return order;
}

/** The first that lies hardly worse than any. */
function nextOf(words: readonly Word[], ground: Ground, from: number): Laid & { word: Word } {
  for (const likely of wellLaid) {
    let least = likely;
    const found: Array<Laid & { word: Word; share: number }> = [];
    for (const word of words) {
      const { hints, run } = word;
      const doubt = sure + hints.filter((hint) => hint === "").length;
      const limit = (least + margin) * doubt;
      const laid = layRun({ hints, reversed: run.reversed }, ground, from, limit);
      if (!laid) continue;
      const share = laid.cost / doubt;
      least = Math.min(least, share);
      found.push({ ...laid, word, share });
      if (share === 0) break;
    }
    const next = found.find(({ share }) => share <= least + margin);
    if (next) return next;
  }
  return { word: words[0] as Word, cost: 0, to: from };
}
