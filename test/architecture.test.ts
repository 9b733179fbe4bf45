import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const root = new URL("../", import.meta.url);
const test = suite("architecture");

const steps = ["works", "document", "words", "translation", "fonts", "press", "finish"];
const data = ["languages", "tables", "types"];

/** Who may import whom, by folder of `scripts/` or by file at its top; everybody may import itself. */
const may: Record<string, string[]> = {
  "address-calls": ["point-along"],
  "back-cover": data,
  build: ["faults", "make", "parts", "plans", "read-texts", "works", ...data],
  cli: [
    ...["new", "options", "preflight-files", "preflight-report", "progress", "report"],
    ...["run-build", "world", ...data],
  ],
  complain: data,
  complaints: data,
  copies: ["faults", "parts", ...data],
  "copy-makers": ["back-cover", "fonts", "impose", "parts", "prepress-copies", "world", ...data],
  "copy-tree": [],
  "css-string": [],
  document: [
    ...["complain", "copy-tree", "markdown-body", "parse-deadline", "plain-digits", "point-after"],
    ...["source-lines", "syntax", "words", ...data],
  ],
  "end-addresses": ["point-along"],
  faults: ["complain", ...data],
  finish: ["complain", "pdf", "words", ...data],
  "finish-worker": ["finish", ...data],
  finishing: ["finish", "finish-worker", ...data],
  fonts: ["complain", ...data],
  impose: ["pdf", ...data],
  index: ["build", "parts", "preflight", "report", "steps", "world", ...data],
  "language-sheet": ["css-string", ...data],
  kept: ["faults", "originals-of", ...data],
  languages: [],
  make: ["copies", "faults", "parts", "write-edition", ...data],
  "flag-values": ["nearest", "works", ...data],
  "markdown-body": data,
  mirror: [],
  nearest: [],
  new: ["complain", "one-line", "shell-word", "world", ...data],
  "number-notes": ["point-along"],
  "one-line": [],
  options: ["flag-values", "works", "wrong-line", ...data],
  "originals-of": data,
  package: ["press"],
  "parse-deadline": [],
  parts: ["world", ...data],
  pdf: [],
  "plain-digits": [],
  plans: ["complain", ...data],
  plural: [],
  preflight: ["pdf", ...data],
  "preflight-files": ["preflight", "world", ...data],
  "preflight-report": [
    ...["one-line", "plural", "preflight", "preflight-files", "report", ...data],
  ],
  "place-texts": ["point-after", "point-along"],
  "point-after": ["source-lines"],
  "point-along": [],
  prepress: ["pdf", ...data],
  "prepress-copies": ["fonts", "parts", "prepress", "world", ...data],
  "picture-png": ["fonts", "press", "world"],
  press: ["complain", "words", ...data],
  progress: ["one-line", "parts"],
  report: ["complaints", "one-line", "parts", "plural", ...data],
  "read-texts": ["faults", "originals-of", "parts", ...data],
  "run-build": [
    ...["build", "options", "press", "progress", "report", "steps", "watch", "world", ...data],
  ],
  "shell-word": [],
  "source-lines": [],
  steps: ["copy-makers", "finishing", "picture-png", "parts", "styles", "world", ...steps, ...data],
  styles: ["css-string", "language-sheet", "mirror", ...data],
  syntax: [
    ...["address-calls", "copy-tree", "end-addresses", "number-notes", "parse-deadline"],
    "place-texts",
  ],
  tables: ["languages", "tables"],
  translation: ["complain", "plain-digits", "plural", ...data],
  types: ["tables"],
  watch: ["build", "kept", "parts", "world", ...data],
  words: ["complain", "markdown-body", "point-after", "source-lines", "syntax", ...data],
  works: ["complain", "nearest", "shell-word", "world", ...data],
  world: ["nearest"],
  "wrong-line": ["shell-word", ...data],
  "write-edition": ["complain", "copies", "parts", ...data],
};

/** Who may import what from outside, where it is not everybody's. */
const only: [what: RegExp, who: RegExp][] = [
  [
    /^node:fs/,
    /^(world\/(change|disk|keep)|press\/(cache-folder|font-configuration|is-there|place-once|profile|shipped|bundle)|fonts\/(cutter|faces)|prepress\/shipped-profile|styles|package)\.ts$/,
  ],
  [/^node:child_process$/, /^press\/(?:shipped|try-start)\.ts$/],
  [/^node:worker_threads$/, /^(finishing|finish-worker)\.ts$/],
  [/^node:(https?|tls|dgram|dns)$/, /^$/],
  [/^node:net$/, /^press\/profile\.ts$/],
  [/^@?puppeteer/, /^press\//],
  [/^pagedjs/, /^press\/page\//],
  [/^(lcms-wasm|jpeg-js)$/, /^prepress\//],
  [/^commander$/, /^(options|flag-values)\.ts$/],
  [/^(yaml|valibot)$/, /^works\//],
  [/^picomatch$/, /^world\//],
  [/^(gray-matter|vm|node:vm|node:process)$/, /^$/],
];

/** Longest file, in lines, that one job can need. Beyond it the test says so; it is a rule of thumb. */
const long = 150;

const files = readdirSync(new URL("scripts/", root), { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts"))
  .sort();

test("should know every part of scripts/", () => {
  assert.equal(
    files.filter((name) => !(partOf(name) in may)),
    [],
  );
});

test("should let each part import only what is below it", () => {
  const wrong = imports().filter(({ from, path }) => {
    const to = path && partOf(path);
    return to && to !== partOf(from) && !may[partOf(from)]?.includes(to);
  });
  assert.equal(wrong.map(say), []);
});

test("should keep the words of the steps apart from the steps", () => {
  const wrong = imports().filter(
    ({ from, path }) =>
      path?.startsWith("words/") && path !== "words/words.ts" && !/^(words|steps)\//.test(from),
  );
  assert.equal(wrong.map(say), []);
});

test("should keep plugins from knowing each other", () => {
  const wrong = imports().filter(
    ({ from, path }) => from.includes("/plugins/") && path?.includes("/plugins/"),
  );
  assert.equal(wrong.map(say), []);
});

test("should not import in a circle, types aside", () => {
  const graph = new Map<string, string[]>();
  for (const { from, path, type } of imports())
    if (path && !type) graph.set(from, [...(graph.get(from) ?? []), path]);
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (name: string, way: string[]) => {
    if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(" → "));
    if (way.includes(name) || done.has(name)) return;
    for (const next of graph.get(name) ?? []) walk(next, [...way, name]);
    done.add(name);
  };
  for (const name of graph.keys()) walk(name, []);
  assert.equal(circles, []);
});

test("should reach outside only where it is meant to", () => {
  const wrong = imports().filter(({ from, target }) =>
    only.some(([what, who]) => what.test(target) && !who.test(from)),
  );
  assert.equal(wrong.map(say), []);
});

test("should touch the process only in the command", () => {
  const wrong = files.filter((name) => name !== "cli.ts" && /\bprocess\s*\./.test(codeOf(name)));
  assert.equal(wrong, []);
});

test("should end every relative import in .ts", () => {
  const wrong = imports().filter(({ path, target }) => path && !target.endsWith(".ts"));
  assert.equal(wrong.map(say), []);
});

test("should depend on nothing that runs what it reads", () => {
  const lock = readFileSync(new URL("package-lock.json", root), "utf8");
  const packages = Object.keys((JSON.parse(lock) as { packages: object }).packages);
  const banned = packages.filter((name) => /node_modules\/(gray-matter|front-matter)$/.test(name));
  assert.equal(banned, []);
});

test("should keep files short enough to read", () => {
  const tooLong = files
    .map((name) => ({ name, lines: read(name).split("\n").length }))
    .filter(({ lines }) => lines > long);
  for (const { name, lines } of tooLong) console.log(`    scripts/${name}: ${lines} lines`);
  // A file may be a little over; twice over is two files.
  assert.equal(
    tooLong.filter(({ lines }) => lines > 2 * long).map(({ name }) => name),
    [],
  );
});

test("should have no attic", () => {
  assert.equal(
    files.filter((name) => /(^|\/)(utils?|helpers?|common|misc)(\.ts|\/)/.test(name)),
    [],
  );
});

test.run();

interface Import {
  /** File in `scripts/`. */
  from: string;
  target: string;
  /** File in `scripts/`, where the target is one. */
  path: string | undefined;
  type: boolean;
}

function imports(): Import[] {
  return files.flatMap((from) => {
    const found = codeOf(from).matchAll(
      /^(?:import|export)\b(?<type> type\b)?[^;"]*?"(?<named>[^"\n]+)";|\bimport\("(?<lazy>[^"]+)"\)/gm,
    );
    return [...found].map(({ groups = {} }) => {
      const target = groups.named ?? groups.lazy ?? "";
      const path = target.startsWith(".") ? posix.join(dirname(from), target) : undefined;
      return { from, target, path, type: groups.type !== undefined };
    });
  });
}

function partOf(name: string): string {
  const [first = ""] = name.split("/");
  return first.replace(/(\.d)?\.ts$/, "");
}

function codeOf(name: string): string {
  return read(name).replaceAll(/^\s*(\/\/|\/?\*).*$/gm, "");
}

function read(name: string): string {
  return readFileSync(new URL(`scripts/${name}`, root), "utf8");
}

function say({ from, target }: Import): string {
  return `${from} imports ${target}`;
}
