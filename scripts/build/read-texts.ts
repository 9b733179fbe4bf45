import { setImmediate } from "node:timers/promises";
import { guarded, isBroken } from "../complaints/faults.ts";
import type { Document, Manuscript } from "../types.ts";
import { originalsOf } from "./originals-of.ts";
import type { Parts } from "./parts.ts";

/** A text read: `undefined` when it has an error. */
type Reading = Promise<Document | undefined>;

/** What reading needs of a build. */
type Reader = Pick<Parts, "steps" | "onDeaf">;

/** Characters of a text that keeps the only thread busy for seconds at the worst. */
const long = 20_000;

/**
 * Reads texts, each once for all its formats, and compares each translation with its original.
 * @param reader
 *   Steps, and who is told of texts that take long.
 * @param manuscripts
 *   Every text that will be asked for. Formats of a text follow each other.
 * @param atOnce
 *   How many texts are under way at a time; older ones are let go, but for originals still to be compared with.
 * @param others
 *   Originals that are only compared with.
 * @returns
 *   Reads one of them; complaints go on its file, and a text with an error is `undefined`.
 */
export function readTexts(
  reader: Reader,
  manuscripts: readonly Manuscript[],
  atOnce: number,
  others: readonly Manuscript[] = [],
): (one: Manuscript) => Reading {
  const originals = originalsOf([...manuscripts, ...others]);
  const waiting = waitingFor(originals, others);
  const read = readOnce(reader, atOnce, (text) => (waiting.get(text)?.size ?? 0) > 0);
  const compare = async (translation: Manuscript, original: Manuscript): Promise<void> => {
    const [from, to] = await Promise.all([read(original), read(translation)]);
    waiting.get(original)?.delete(translation);
    if (from === undefined || to === undefined) return;
    const run = async () => reader.steps.compareTranslation(from, to);
    await guarded(translation.file, "comparing it with its original", run);
  };
  /** Whether a text has an error, as far as reading and comparing it tell: those of its editions are their own. */
  const judge = async (one: Manuscript): Promise<boolean> => {
    const document = await read(one);
    const original = originals.get(one);
    if (original) await compare(one, original);
    return document === undefined || isBroken(one.file);
  };
  const judged = new Map<Manuscript, Promise<boolean>>();
  return async (one) => {
    waiting.get(one)?.delete(one);
    const reading = read(one);
    const judging = judged.get(one) ?? judge(one);
    judged.set(one, judging);
    return (await judging) ? undefined : reading;
  };
}

function readOnce(
  reader: Reader,
  atOnce: number,
  isWaitedFor: (one: Manuscript) => boolean,
): (one: Manuscript) => Reading {
  const texts = new Map<Manuscript, Reading>();
  let last: Promise<unknown> = Promise.resolve();
  // One after another, since all keep one thread busy: so the first is printed while the second is read.
  const readNext = (one: Manuscript): Reading => {
    const reading = last.then(() => readAndCheck(reader, one));
    last = reading.then(() => setImmediate());
    return reading;
  };
  return (one) => {
    const begun = texts.get(one) ?? readNext(one);
    // Put last, so that the first is the one used longest ago.
    texts.delete(one);
    texts.set(one, begun);
    const idle = [...texts.keys()].filter((text) => !isWaitedFor(text));
    if (idle[0] && idle.length > atOnce) texts.delete(idle[0]);
    return begun;
  };
}

async function readAndCheck({ steps, onDeaf }: Reader, manuscript: Manuscript): Reading {
  const { file } = manuscript;
  const hear = file.value.length > long ? onDeaf?.() : undefined;
  const document = await guarded(file, "reading the text", async () => {
    const read = await steps.readDocument(manuscript);
    // The browser, which comes up meanwhile, gets its answers.
    await setImmediate();
    steps.checkDocument(manuscript, read);
    return read;
  });
  hear?.();
  return isBroken(file) ? undefined : document;
}

/** Who still needs each original: its translations, and its own editions. */
function waitingFor(
  originals: ReadonlyMap<Manuscript, Manuscript>,
  others: readonly Manuscript[],
): Map<Manuscript, Set<Manuscript>> {
  const waiting = new Map<Manuscript, Set<Manuscript>>();
  for (const [translation, original] of originals) {
    const own = others.includes(original) ? [] : [original];
    waiting.set(original, (waiting.get(original) ?? new Set(own)).add(translation));
  }
  return waiting;
}
