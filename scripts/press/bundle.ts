import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * The script that runs in the browser, as one text. An installed package carries it ready made; in a
 * clone it is bundled from `press/page/` as it stands.
 * @returns
 *   JavaScript that defines `handbill` on the page.
 */
export async function pageScript(): Promise<string> {
  const ready = new URL("./page.bundle.js", import.meta.url);
  const script = await readFile(ready, "utf8").catch(() => undefined);
  return script ?? bundle();
}

/** Bundles the browser's script; for `pageScript` in a clone and for packaging. */
export async function bundle(): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    bundle: true,
    charset: "ascii",
    entryPoints: [fileURLToPath(new URL("./page/main.ts", import.meta.url))],
    format: "iife",
    legalComments: "none",
    minify: true,
    // Our engine knows Paged.js's modules by their class names.
    keepNames: true,
    platform: "browser",
    target: "chrome130",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
