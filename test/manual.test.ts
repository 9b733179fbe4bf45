import { existsSync, readFileSync } from "node:fs";
import { slug } from "github-slugger";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { exits } from "../scripts/tables/exits.ts";
import { commands, flags } from "../scripts/tables/flags.ts";
import { formatNames } from "../scripts/tables/formats.ts";
import { preflightRules } from "../scripts/tables/preflight.ts";
import { x4Rules } from "../scripts/tables/preflight-x4.ts";
import { rules } from "../scripts/tables/rules.ts";
import { frontMatter, workFile } from "../scripts/works/schema.ts";

const root = new URL("../", import.meta.url);
const readme = read("README.md");
const manual = read("MANUAL.md");
const map = read("ARCHITECTURE.md");
const [directives = "", messages = ""] = manual.split("\n## Messages\n");

const test = suite("manual");

test("should explain every rule, with its severity, and no other", () => {
  const explained = rowsOf(messages)
    .slice(1)
    .map(([rule, severity]) => `${rule} ${severity}`);
  sameNames(
    explained,
    Object.entries(rules).map(([rule, severity]) => `\`${rule}\` ${severity}`),
  );
});

test("should name every rule beside the directive that it checks", () => {
  sameNames(
    [...directives.matchAll(/\[(`[^\]]+`)\]/g)].flatMap(([, names = ""]) => quoted(names)),
    Object.keys(rules),
  );
});

test("should explain everything preflight finds, with its severity", () => {
  const [, section = ""] = directives.split("\n## 14 Preflight\n");
  sameNames(
    rowsOf(section)
      .slice(1)
      .map(([rule, severity]) => `${rule} ${severity}`),
    Object.entries({ ...preflightRules, ...x4Rules }).map(
      ([rule, { severity }]) => `\`${rule}\` ${severity}`,
    ),
  );
});

test("should list its sections, and lead to sections that are there", () => {
  const headings = [...manual.matchAll(/^##+ (.+)$/gm)].map(([, words = ""]) => words);
  const [contents = ""] = manual.split("\n## ");
  const listed = [...contents.matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)];
  assert.equal(
    listed.map(([, words]) => words),
    headings,
  );
  const anchors = headings.map((words) => slug(words));
  assert.equal(
    listed.map(([, , anchor]) => anchor),
    anchors,
  );
  for (const [, anchor] of readme.matchAll(/\(MANUAL\.md#([^)]+)\)/g))
    assert.ok(anchors.includes(anchor ?? ""), `README.md leads to #${anchor}`);
});

test("should point at paragraphs that are there", () => {
  const sections = new Map(
    directives.split(/^## /m).map((section) => [Number.parseInt(section, 10), section]),
  );
  for (const [, section, paragraph] of manual.matchAll(/\b(?:see|\()\s*(\d{1,2})\.(\d{1,2})\b/g))
    assert.match(
      sections.get(Number(section)) ?? "",
      new RegExp(`^${paragraph}\\. `, "m"),
      `${section}.${paragraph}`,
    );
});

test("should show a program that compiles, as `make check` sees", () => {
  const [, program = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, kept = ""] = read("test/support/readme-program.ts").split("*/\n");
  assert.is(kept.replace("../../scripts/index.ts", "handbill"), program);
});

test("should list every key of front matter and of a work, and where it may stand", () => {
  const [texts, works] = [frontMatter, workFile].map(({ entries }) => Object.keys(entries));
  for (const key of new Set([...(texts ?? []), ...(works ?? [])])) {
    const row = rowsOf(directives).find(([name]) => name === `\`${key}\``);
    assert.ok(row, `MANUAL.md has no row for ${key}`);
    const where = [texts, works].map((keys) => (keys?.includes(key) ? "✓" : ""));
    assert.equal(row.slice(1, 3), where, key);
  }
});

test("should list every flag as it is written, and the commands that take it", () => {
  for (const [name, { flag }] of Object.entries(flags)) {
    const row = rowsOf(readme).find(([written]) => written === `\`${flag}\``);
    assert.ok(row, `README.md has no row for ${flag}`);
    const takes = Object.values(commands).map((command) =>
      (command.flags as readonly string[]).includes(name) ? "✓" : "",
    );
    assert.equal(row.slice(2), takes, flag);
  }
});

test("should list every exit code", () => {
  const codes = rowsOf(readme).map(([code]) => code);
  for (const code of Object.values(exits)) assert.ok(codes.includes(String(code)), String(code));
});

test("should list every format", () => {
  const names = rowsOf(readme).map(([name]) => name);
  for (const name of formatNames) assert.ok(names.includes(name), name);
});

test("should mention every make target", () => {
  const [, targets = ""] = /^\.PHONY: (.*)$/m.exec(read("Makefile")) ?? [];
  for (const target of targets.split(" "))
    assert.ok(readme.includes(`\`make ${target}\``), `make ${target}`);
});

test("should keep a place for what the bench measures", () => {
  assert.match(readme, /<!-- bench -->\n[\s\S]*?\n<!-- \/bench -->/);
  assert.match(readme, /<!-- reading -->\n[\s\S]*?\n<!-- \/reading -->/);
  assert.match(readme, /<!-- udhr -->\n[\s\S]*?\n<!-- \/udhr -->/);
});

test("should say why each dependency is here, and of none that is not", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  const installed = Object.keys({ ...dependencies, ...devDependencies });
  const [, table = ""] = map.split("\n## Why each dependency is here\n");
  const explained = rowsOf(table)
    .slice(1)
    .flatMap(([names = ""]) => quoted(names));
  const covers = (pattern: string, name: string) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  assert.equal(
    installed.filter((name) => !explained.some((pattern) => covers(pattern, name))),
    [],
    "without a reason",
  );
  assert.equal(
    explained.filter((pattern) => !installed.some((name) => covers(pattern, name))),
    [],
    "not installed",
  );
});

test("should name steps that are where the map says", () => {
  const [, steps = ""] = map.split("\n## The steps\n");
  for (const [, where = ""] of rowsOf(steps.split("\n## ")[0] ?? "").slice(1)) {
    for (const [, name = "", file = ""] of where.matchAll(/`([\w.]+)`, `([\w./-]+\.ts)`/g)) {
      const declared = new RegExp(`^export (async )?function\\*? ${name}\\b|^ {2}${name}\\(`, "m");
      assert.match(read(`scripts/${file}`), declared);
    }
  }
});

test("should name files and folders that are there", () => {
  const named = [...map.matchAll(/`([\w-]+(?:\/[\w-]+)*(?:\.(?:ts|css)|\/))`/g)].map(
    ([, path = ""]) => path,
  );
  const made = ["dist/", "images/", "lib/"];
  const scripts = [
    "",
    "document/",
    "fonts/",
    "impose/",
    "press/",
    "press/page/",
    "finish/",
    "finish/tags/",
  ].map((one) => `scripts/${one}`);
  const places = ["", "styles/", "test/", ...scripts];
  const wrong = named.filter(
    (path) =>
      !made.includes(path) && !places.some((place) => existsSync(new URL(place + path, root))),
  );
  assert.equal([...new Set(wrong)], []);
});

test.run();

/** Rows of the tables in a text, cell by cell; of several tables, one after the other. */
function rowsOf(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => /^\s*\|/.test(line) && !/^[\s|-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** What stands between backticks. */
function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

/** Says which names a text lacks, and which it has that there are none of any more. */
function sameNames(written: readonly string[], real: readonly string[]): void {
  const without = (some: readonly string[], others: readonly string[]) =>
    some.filter((name) => !others.includes(name));
  assert.equal(without(real, written), [], "not in the text");
  assert.equal(without(written, real), [], "only in the text");
}

function read(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}
