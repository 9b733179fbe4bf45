import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

let known: string | undefined;

/**
 * What cuts fonts down, named by what it is made of: another release may cut otherwise.
 * @returns
 *   Digest of the package's program and of HarfBuzz in it, hexadecimal.
 */
export function cutter(): string {
  if (known !== undefined) return known;
  const program = createRequire(import.meta.url).resolve("subset-font");
  const library = createRequire(program).resolve("harfbuzzjs/dist/harfbuzz-subset.wasm");
  const hash = createHash("sha256");
  for (const path of [program, library]) hash.update(readFileSync(path));
  known = hash.digest("hex");
  return known;
}
