#!/usr/bin/env node
// In a clone the TypeScript is run as it stands; an installed package carries it compiled in lib/.
import { accessSync, constants, existsSync } from "node:fs";
import { tmpdir } from "node:os";

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
