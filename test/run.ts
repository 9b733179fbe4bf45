/** Runs every suite and ends with one line that says how it went. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = join(folder, "..");
const suites = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .sort();

const silent = suites.filter((name) => !isRun(readFileSync(join(folder, name), "utf8")));
for (const name of silent) {
  console.error(
    `test/${name} would test nothing, or only some: it should end with .run() and hold no .only()`,
  );
}

const { output, code } = await runSuites();
const passed = count("Passed");
// A hook that throws fails no test by name, but its tests are missing from those that passed.
const failed = count("Total") - passed + silent.length;
const skipped = count("Skipped");
const ranNothing = passed + failed === 0;
const crashed = code !== 0 && failed === 0;
if (ranNothing || crashed) console.error(`The tests ended with ${code} before they were finished.`);

const words = [`${passed} passed`, `${failed + Number(ranNothing || crashed)} failed`];
if (skipped > 0) words.push(`${skipped} skipped`);
console.log(words.join(", "));
process.exitCode = failed > 0 || ranNothing || crashed ? 1 : 0;

// uvu never mentions a suite that is not run, nor the tests beside one marked only.
function isRun(source: string): boolean {
  return /\.run\(\)/.test(source) && !/\b\w+\.only\(/.test(source);
}

function runSuites(): Promise<{ output: string; code: number | null }> {
  const uvu = join(root, "node_modules/uvu/bin.js");
  const child = spawn(process.execPath, ["--import", "tsx", uvu, "test", String.raw`\.test\.ts$`], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ output, code })));
}

function count(word: string): number {
  const plain = stripVTControlCharacters(output);
  const found = [...plain.matchAll(new RegExp(`^ {2}${word}: +(\\d+)$`, "gm"))].at(-1);
  return Number(found?.[1] ?? 0);
}
