import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchBrowser } from "../../scripts/press/browser.ts";

/** Prints booklets from a folder in one run and says how many seconds it took. */
export interface Engine {
  name: string;
  /** What it is and how it was run, for the table. */
  manner: string;
  run(bed: Bed): Promise<number>;
}

/** What an engine prints. */
export interface Bed {
  /** Folder with a Markdown file a work. */
  source: string;
  /** Folder of ours with `<work>/<language>/booklet.html`, made before; every peer prints these pages. */
  pages: string;
  /** Folder to write to. */
  out: string;
  /** Path of the browser all engines use. */
  browser: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Ours, pagedjs-cli and Chromium's own print, in that order. */
export const engines: readonly Engine[] = [
  {
    name: "Handbill",
    manner: "one process, two tabs, as installed; Markdown to checked, finished PDF",
    run: (bed) => build(bed),
  },
  {
    name: "pagedjs-cli",
    manner: "one process an edition, as its users run it; HTML to PDF",
    run: async ({ pages, out, browser }) => {
      const files = await booklets(pages);
      return timed(async () => {
        for (const [index, file] of files.entries()) {
          await execute(
            process.execPath,
            [
              ...[path.join(root, "node_modules/pagedjs-cli/src/cli.js"), file],
              ...["-o", path.join(out, `${index}.pdf`), "--browserArgs", "--no-sandbox"],
            ],
            { PUPPETEER_EXECUTABLE_PATH: browser },
          );
        }
      });
    },
  },
  {
    name: "Chromium",
    manner: "the floor: its own print of the same pages, two tabs, no Paged.js, no checks",
    run: async ({ pages }) => {
      const files = await booklets(pages);
      return timed(() => printPlainly(files));
    },
  },
];

/** Ours without its finish: no tags, no metadata, no checks of the PDF. */
export const unfinished: Engine = {
  name: "Handbill, unfinished",
  manner: "the same, files written as the browser printed them",
  run: (bed) => build(bed, ["--import", new URL("unfinished.mjs", import.meta.url).href]),
};

async function build({ source, out }: Bed, flags: readonly string[] = []): Promise<number> {
  const works = (await readdir(source)).sort().map((name) => path.join(source, name));
  return timed(() =>
    execute(process.execPath, [
      ...flags,
      ...[path.join(root, "lib/cli.js"), "build", ...works, "--format", "booklet"],
      // Its peers lay no sheets out.
      ...["--copy", "screen"],
      ...["--paper", "us", "--out", out, "--jobs", "2", "--quiet"],
    ]),
  );
}

/** Lists the booklet pages under a folder. */
export async function booklets(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith("booklet.html"))
    .sort()
    .map((name) => path.join(folder, name));
}

async function printPlainly(files: readonly string[]): Promise<void> {
  const browser = await launchBrowser(process.env);
  const waiting = [...files];
  const tab = async () => {
    const page = await browser.newPage();
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.pdf({
        outline: true,
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
      });
    }
  };
  await Promise.all([tab(), tab()]);
  await browser.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Runs a command to its end; its output is only shown when it fails. */
export function execute(
  command: string,
  words: string[],
  env: Record<string, string> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (data) => (said += data));
    child.stderr.on("data", (data) => (said += data));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${words.join(" ")}: ${code}\n${said}`)),
    );
  });
}
