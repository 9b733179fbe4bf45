import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as assert from "uvu/assert";

const root = new URL("../fixtures/", import.meta.url);

/**
 * Folders in a folder of fixtures, sorted.
 * @param folder
 *   Path in `test/fixtures/`, without a slash at its end.
 */
export function casesIn(folder: string): string[] {
  const entries = readdirSync(new URL(`${folder}/`, root), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Text of a fixture.
 * @param path
 *   Path in `test/fixtures/`.
 */
export function fixture(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/**
 * Compares a text with the one kept as a fixture; `UPDATE=1` keeps the new one.
 * @param path
 *   Path in `test/fixtures/`.
 * @param actual
 *   What came out.
 * @throws
 *   When they differ, or nothing is kept.
 */
export function golden(path: string, actual: string): void {
  const url = new URL(path, root);
  if (process.env.UPDATE === "1") writeFileSync(url, actual);
  assert.ok(existsSync(url), `${path} is missing: run with UPDATE=1 and look at what it holds`);
  assert.fixture(actual, readFileSync(url, "utf8"), path);
}
