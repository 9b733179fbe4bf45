import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const root = new URL("../", import.meta.url);
const test = suite("architecture");

/** Everybody may import them; they import only each other. */
const data = ["languages", "tables", "types"];

/** Who may import whom besides, by folder of `scripts/` or by file at its top: the table in ARCHITECTURE.md. */
const may = readTable();

/** Who may import what from outside, where it is not everybody's. */
const only: [what: RegExp, who: RegExp][] = [
  [
    /^node:fs/,
    /^(world\/(change|disk|halves|keep|make-folder)|press\/(cache-folder|font-configuration|is-there|place-once|profile|shipped|user-number|bundle)|fonts\/(cutter|faces)|photos\/codec|prepress\/shipped-profile|styles\/styles|package)\.ts$/,
  ],
  [/^node:child_process$/, /^press\/(?:shipped|try-start)\.ts$/],
  [/^node:worker_threads$/, /^steps\/(finishing|finish-worker)\.ts$/],
  [/^node:(https?|tls|dgram|dns)$/, /^$/],
  [/^node:net$/, /^press\/profile\.ts$/],
  [/^@?puppeteer/, /^press\//],
  [/^pagedjs/, /^press\/page\//],
  [/^(lcms-wasm|jpeg-js)$/, /^prepress\//],
  [/^@jsquash\//, /^photos\/codec\.ts$/],
  [/^commander$/, /^command\/(options|flag-values)\.ts$/],
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

test("should let each part import only what is below it", () => {
  const wrong = imports().filter(({ from, path }) => {
    if (!path || partOf(path) === partOf(from) || data.includes(partOf(path))) return false;
    const allowed = may.get(partOf(from)) ?? [];
    return !allowed.includes(partOf(path)) && !allowed.includes(path);
  });
  assert.equal(wrong.map(say), []);
});

test("should let data import data only", () => {
  const wrong = imports().filter(
    ({ from, path }) => path && data.includes(partOf(from)) && !data.includes(partOf(path)),
  );
  assert.equal(wrong.map(say), []);
});

test("should not let folders need each other, types aside", () => {
  const needs = imports().flatMap(({ from, path, type }) =>
    path && !type && partOf(path) !== partOf(from) ? [[partOf(from), partOf(path)] as const] : [],
  );
  assert.equal(circlesIn(needs), []);
});

test("should not let folders within folders need each other, types aside", () => {
  // What lies at the top of a part ties its folders together or serves them, not both.
  const needs = imports().flatMap(({ from, path, type }) =>
    path && !type && dirname(path) !== dirname(from)
      ? [[dirname(from), dirname(path)] as const]
      : [],
  );
  assert.equal(circlesIn(needs), []);
});

test("should allow nothing that nobody needs", () => {
  const made = imports().flatMap(({ from, path }) =>
    path ? [`${partOf(from)} ${path}`, `${partOf(from)} ${partOf(path)}`] : [],
  );
  const allowed = [...may].flatMap(([part, names]) => names.map((name) => `${part} ${name}`));
  assert.ok(allowed.length > 50);
  assert.equal(
    allowed.filter((one) => !made.includes(one)),
    [],
  );
});

test("should keep plugins from knowing each other", () => {
  const wrong = imports().filter(
    ({ from, path }) => from.includes("/plugins/") && path?.includes("/plugins/"),
  );
  assert.equal(wrong.map(say), []);
});

test("should not import in a circle, types aside", () => {
  const needs = imports().flatMap(({ from, path, type }) =>
    path && !type ? [[from, path] as const] : [],
  );
  assert.equal(circlesIn(needs), []);
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

/** The circles that arrows make, each as it is walked. */
function circlesIn(arrows: readonly (readonly [from: string, to: string])[]): string[] {
  const graph = new Map<string, string[]>();
  for (const [from, to] of arrows) graph.set(from, [...(graph.get(from) ?? []), to]);
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (name: string, way: string[]) => {
    if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(" → "));
    if (way.includes(name) || done.has(name)) return;
    for (const next of graph.get(name) ?? []) walk(next, [...way, name]);
    done.add(name);
  };
  for (const name of graph.keys()) walk(name, []);
  return circles;
}

function readTable(): Map<string, string[]> {
  const map = readFileSync(new URL("ARCHITECTURE.md", root), "utf8");
  const [, section = ""] = map.split("## Who may import whom");
  const rows = section.split("\n## ")[0]?.matchAll(/^\| (`[^|]+)\|([^|]+)\|$/gm) ?? [];
  const namesIn = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  return new Map(
    [...rows].flatMap(([, parts, names]) =>
      namesIn(parts).map((part) => [part, namesIn(names)] as const),
    ),
  );
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
