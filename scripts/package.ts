/**
 * After `tsc` has written the types of `scripts/` to `lib/`: writes the program there, in a few files that are read
 * faster than the hundreds it comes from, with the licences of what is in them.
 */
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { bundle } from "./press/bundle.ts";

const root = new URL("../", import.meta.url);
const lib = new URL("lib/", root);
const scripts = fileURLToPath(new URL("scripts/", root));

/** Left where they are: they find files of theirs beside them, or are seldom asked for. */
const external = "@jsquash/jpeg @sparticuz/chromium esbuild harfbuzzjs subset-font".split(" ");
/** What is bundled and finds this beside it. The package of Little CMS would bring a test runner, and that a hundred more. */
const beside = ["node_modules/lcms-wasm/dist/lcms.wasm"];

/** Has each file of ours look for what it reads from where it would be in `lib/`. */
const whereabouts: Plugin = {
  name: "whereabouts",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]scripts[\\/].*\.ts$/ }, async ({ path }) => {
      const name = relative(join(fileURLToPath(root), "scripts"), path).replaceAll("\\", "/");
      const url = `new URL(${JSON.stringify(name)}, import.meta.url).href`;
      const code = await readFile(path, "utf8");
      return { contents: code.replaceAll("import.meta.url", url), loader: "ts" };
    });
  },
};

/**
 * Leaves out of the driver what would fetch a browser through proxies, a third of all that is read before one is
 * started; where we do fetch one, the library is taken from its package, whole.
 */
const unfetched: Plugin = {
  name: "unfetched",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@puppeteer\/browsers$/ }, ({ path, importer }) =>
      importer.startsWith(scripts) ? { path, external: true } : undefined,
    );
    onResolve({ filter: /^proxy-agent$/ }, ({ path }) => ({ path, namespace: "unfetched" }));
    onLoad({ filter: /^/, namespace: "unfetched" }, () => ({
      contents: "export const ProxyAgent = Object;",
    }));
  },
};

const { metafile } = await build({
  absWorkingDir: fileURLToPath(root),
  // What is in CommonJS asks for Node's own modules.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  bundle: true,
  // All in one folder, as `whereabouts` has it.
  chunkNames: "[name]-[hash]",
  entryNames: "[name]",
  entryPoints: ["scripts/cli.ts", "scripts/index.ts", "scripts/steps/finish-worker.ts"],
  external,
  format: "esm",
  legalComments: "none",
  // Modules that only add to a type have no code to import.
  logOverride: { "ignored-bare-import": "silent" },
  metafile: true,
  outdir: "lib",
  platform: "node",
  plugins: [whereabouts, unfetched],
  splitting: true,
  target: "node20",
});
await writeFile(new URL("press/page.bundle.js", lib), await bundle());
for (const name of beside) await copyFile(new URL(name, root), new URL(basename(name), lib));
await writeFile(new URL("licences.txt", lib), await licences(Object.keys(metafile.inputs)));

/** The licences of the packages that files are from, each under the package's name. */
async function licences(files: readonly string[]): Promise<string> {
  const folders = files.flatMap(
    (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file)?.[0] ?? [],
  );
  const texts = [...new Set([...folders, "node_modules/pagedjs/"])].sort().map(async (folder) => {
    const own = new URL(folder, root);
    const names = (await readdir(own)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
    const found = await Promise.all(names.map((name) => readFile(new URL(name, own), "utf8")));
    const { license } = JSON.parse(await readFile(new URL("package.json", own), "utf8"));
    const name = folder.slice("node_modules/".length, -1);
    return [`${name} (${license})`, ...found.map((text) => text.trim())].join("\n\n");
  });
  return `${(await Promise.all(texts)).join("\n\n---\n\n")}\n`;
}
