/**
 * Times Handbill beside its peers, on this machine, in one run, and prints the ratios as a table.
 * `npm run bench -- --write` keeps the table in the README; `--editions 10 --pages 30,120` makes it shorter;
 * `--reading` only compares what assistive technology gets out of the PDFs.
 */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { PDFDocument } from "@cantoo/pdf-lib";
import { launchBrowser } from "../../scripts/press/browser.ts";
import { type Bed, booklets, type Engine, engines, unfinished } from "./engines.ts";
import { compareReading } from "./reading.ts";
import { type BenchWork, declarations, report } from "./works.ts";

const { values } = parseArgs({
  options: {
    editions: { type: "string", default: "60" },
    pages: { type: "string", default: "30,120,480" },
    reading: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

// As its users run it: compiled.
execFileSync("npm", ["run", "build", "--silent"], { cwd: new URL("../../", import.meta.url) });
// The machine is never quite quiet; the least of so many is what the work takes.
const rounds = 3;
const [ours, , floor] = engines as [Engine, Engine, Engine];
const scratch = await mkdtemp(path.join(os.tmpdir(), "handbill-bench-"));
try {
  const browser = await browserPath();
  if (!values.reading) await timeAll(browser);
  await show("reading", await compareReading(path.join(scratch, "reading"), browser));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function timeAll(browser: string): Promise<void> {
  const works = await declarations(Number(values.editions));
  const many = await race("editions", works, browser);
  const least = await leastOf([ours, unfinished, floor], many.bed);
  for (const engine of [ours, floor]) many.seconds.set(engine, least.get(engine) as number);
  const finishing = finishingShare(least);
  const grown = [];
  for (const pages of values.pages.split(",").map(Number)) {
    grown.push(await race(`pages-${pages}`, [report(pages)], browser));
  }
  const tables = [await heading(browser), table(many, works.length), finishing, growth(grown)];
  await show("bench", tables.join("\n\n"));
}

interface Race {
  bed: Bed;
  pages: number;
  seconds: Map<Engine, number>;
}

/** Lets every engine print the same works; ours runs first once more, to make the pages and warm the caches. */
async function race(name: string, works: readonly BenchWork[], browser: string): Promise<Race> {
  const bed: Bed = {
    source: path.join(scratch, name, "source"),
    pages: path.join(scratch, name, "pages"),
    out: path.join(scratch, name, "out"),
    browser,
  };
  for (const folder of [bed.source, bed.pages, bed.out]) await mkdir(folder, { recursive: true });
  for (const { name, markdown } of works)
    await writeFile(path.join(bed.source, `${name}.md`), markdown);
  await ours.run({ ...bed, out: bed.pages });
  const seconds = new Map<Engine, number>();
  for (const engine of engines) {
    process.stderr.write(`${name}: ${engine.name} … `);
    seconds.set(engine, await engine.run(bed));
    process.stderr.write(`${seconds.get(engine)?.toFixed(1)} s\n`);
  }
  return { bed, pages: await countPages(bed.pages), seconds };
}

/** Runs engines in turn, and keeps the least that each took. */
async function leastOf(of: readonly Engine[], bed: Bed): Promise<Map<Engine, number>> {
  const least = new Map<Engine, number>();
  for (let round = 0; round < rounds; round++) {
    for (const engine of of) {
      const seconds = await engine.run(bed);
      process.stderr.write(`${engine.name} … ${seconds.toFixed(1)} s\n`);
      least.set(engine, Math.min(seconds, least.get(engine) ?? seconds));
    }
  }
  return least;
}

/** Says what finishing adds. */
function finishingShare(least: ReadonlyMap<Engine, number>): string {
  const [finished = 0, plain = 0] = [least.get(ours), least.get(unfinished)];
  return `Finishing (tags, codes, metadata, and reading the file again) adds ${Math.round((finished / plain - 1) * 100)} % to an edition: ${finished.toFixed(1)} s for all against ${plain.toFixed(1)}.`;
}

async function countPages(folder: string): Promise<number> {
  let pages = 0;
  for (const html of await booklets(folder)) {
    const pdf = await PDFDocument.load(await readFile(html.replace(/html$/, "pdf")), {
      updateMetadata: false,
    });
    pages += pdf.getPageCount();
  }
  return pages;
}

async function browserPath(): Promise<string> {
  const browser = await launchBrowser(process.env);
  const path = browser.process()?.spawnfile ?? "";
  await browser.close();
  return path;
}

async function heading(browser: string): Promise<string> {
  const cpu = os.cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `Measured ${day} on ${cpu.length} cores (${cpu[0]?.model.trim()}), Node ${process.version}, every engine with the browser that comes with Handbill (${path.basename(path.dirname(browser))}).`;
}

function table({ pages, seconds }: Race, editions: number): string {
  const times = [...seconds.values()];
  const [handbill = 0, , floor = 0] = times;
  const rows = [...seconds].map(([engine, time]) => {
    return `| ${engine.name} | ${(time / editions).toFixed(3)} | ${(time / handbill).toFixed(2)} | ${(time / floor).toFixed(2)} | ${engine.manner} |`;
  });
  return [
    `${editions} Latin-script declarations of human rights as booklets (${pages} pages); the least of ${rounds} runs each, in turn, of pagedjs-cli one:`,
    "",
    "| engine | s an edition | × Handbill | × floor | manner |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function growth(races: readonly Race[]): string {
  return [
    "One report with a note on every page, ms a page:",
    "",
    `| pages | ${engines.map(({ name }) => name).join(" | ")} |`,
    `|---|${engines.map(() => "---|").join("")}`,
    ...races.map(
      ({ pages, seconds }) =>
        `| ${pages} | ${[...seconds.values()].map((time) => ((time * 1000) / pages).toFixed(1)).join(" | ")} |`,
    ),
  ].join("\n");
}

/** Prints a table, and keeps it in its place in the README where that was asked for. */
async function show(name: string, text: string): Promise<void> {
  console.log(text);
  if (!values.write) return;
  const readme = new URL("../../README.md", import.meta.url);
  const old = await readFile(readme, "utf8");
  const marked = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(\\n<!-- /${name} -->)`);
  if (!marked.test(old)) throw new Error(`README.md has no place for ${name}`);
  await writeFile(
    readme,
    old.replace(marked, (_, open, close) => `${open}${text}${close}`),
  );
}
