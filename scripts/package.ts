/** After `tsc` has compiled `scripts/` to `lib/`: puts in what only a clone can make for itself. */
import { readdir, rm, writeFile } from "node:fs/promises";
import { bundle } from "./press/bundle.ts";

const lib = new URL("../lib/", import.meta.url);

await writeFile(new URL("press/page.bundle.js", lib), await bundle());
// What runs in the browser is in the bundle; of its modules only the types are still asked for.
for (const name of await readdir(new URL("press/page/", lib)))
  if (name.endsWith(".js")) await rm(new URL(`press/page/${name}`, lib));
