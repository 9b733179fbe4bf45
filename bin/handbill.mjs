#!/usr/bin/env node
// In a clone the TypeScript is run as it stands; an installed package carries it compiled in lib/.
import { accessSync, constants, existsSync } from "node:fs";
import { tmpdir } from "node:os";

// Nobody who sets a text should meet a stack trace, not even where no file of ours can be opened.
process.on("uncaughtException", (error) => {
  const [line] = String(error?.message ?? error).split("\n");
  const advice = isShortOfFiles(error)
    ? "The system lets too few files be open at a time: allow more (ulimit -n 1024) and try again."
    : "Please report this if it comes again.";
  process.stderr.write(`handbill: ${line}\n${advice}\n`);
  // `environment` in scripts/tables/exits.ts.
  process.exit(4);
});

// What starts the compiler of a clone falls over what it lacks, and names no lack of files.
function isShortOfFiles(error) {
  const { soft } = process.report?.getReport().userLimits?.open_files ?? {};
  return ["EMFILE", "ENFILE"].includes(error?.code) || soft < 128;
}

const source = new URL("../scripts/cli.ts", import.meta.url);
if (existsSync(source)) {
  try {
    accessSync(tmpdir(), constants.W_OK);
  } catch {
    // What is compiled would be kept there.
    process.env.TSX_DISABLE_CACHE = "1";
  }
  const { register } = await import("tsx/esm/api");
  register();
  await import(source.href);
} else {
  await import("../lib/cli.js");
}
