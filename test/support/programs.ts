import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Test } from "uvu";

/** Puts bytes into a file; returns its path. */
export type Write = (bytes: Uint8Array) => string;

/**
 * Defines tests that need a program: without it they count as skipped, and say so.
 * @param test
 *   Suite.
 * @param command
 *   Name or path of the program.
 * @param name
 *   What to call it.
 */
export function needing(test: Test, command: string, name = command) {
  const there = installed(command);
  return (sentence: string, body: (write: Write, folder: string) => Promise<void>) => {
    if (!there) console.log(`Skipped, as ${name} is not installed: ${sentence}`);
    const define = there ? test : test.skip;
    define(`${sentence} (${name})`, async () => {
      const folder = mkdtempSync(join(tmpdir(), "handbill-program-"));
      let count = 0;
      try {
        await body((bytes) => {
          const path = join(folder, `${count++}.pdf`);
          writeFileSync(path, bytes);
          return path;
        }, folder);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  };
}

/** Runs a program; what it writes, a character a byte. Throws when it ends badly. */
export function run(command: string, ...parameters: string[]): string {
  return execFileSync(command, parameters, {
    encoding: "latin1",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function installed(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch (error) {
    // Some know no such flag, but they are there.
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
