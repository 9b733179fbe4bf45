#!/usr/bin/env node
// In a clone the TypeScript is run as it stands; an installed package carries it compiled in lib/.
import { existsSync } from "node:fs";

const source = new URL("../scripts/cli.ts", import.meta.url);
if (existsSync(source)) {
  const { register } = await import("tsx/esm/api");
  register();
  await import(source.href);
} else {
  await import("../lib/cli.js");
}
