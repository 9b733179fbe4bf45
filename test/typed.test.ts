import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Nodes, Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { VFile } from "vfile";
import { remarkTypedBullets } from "../scripts/document/plugins/remark-typed-bullets.ts";
import { remarkTypedIndents } from "../scripts/document/plugins/remark-typed-indents.ts";
import { remarkTypedModified } from "../scripts/document/plugins/remark-typed-modified.ts";
import { remarkTypedNotes } from "../scripts/document/plugins/remark-typed-notes.ts";
import { remarkTypedStatus } from "../scripts/document/plugins/remark-typed-status.ts";
import { remarkTypedTitle } from "../scripts/document/plugins/remark-typed-title.ts";
import { dateOf } from "../scripts/document/typed/date.ts";
import { formatDate } from "../scripts/languages/date.ts";
import { localeOf } from "../scripts/languages/number.ts";
import { languages } from "../scripts/tables/languages.ts";

const rows = Object.values(languages);
const noteHeadings = rows.flatMap((row) => row.noteHeadings);
const statusWords = Object.assign({}, ...rows.map((row) => row.statusWords));
const folder = new URL("fixtures/plugins/", import.meta.url);

const plugins = readdirSync(folder).filter((name) => name.startsWith("remark-typed-"));
for (const plugin of plugins) {
  const test = suite(plugin);
  for (const name of readdirSync(new URL(`${plugin}/`, folder)).sort()) {
    test(`should read ${name}`, () => {
      const at = (file: string) => new URL(`${plugin}/${name}/${file}`, folder);
      const { tree, messages } = read(readFileSync(at("input.md"), "utf8"));
      golden(at("tree.txt"), tree);
      golden(at("messages.txt"), messages);
    });
  }
  test.run();
}

const dates = suite("typed date");

for (const row of rows.filter((one) => localeOf(one) || one.months)) {
  dates(`should read every month as ${row.tag} writes it`, () => {
    for (let month = 1; month <= 12; month++) {
      const date = `2017-${String(month).padStart(2, "0")}`;
      for (const one of [date, `${date}-05`]) assert.is(dateOf(row, formatDate(row, one)), one);
    }
  });
}

dates.run();

function read(value: string): { tree: string; messages: string } {
  const file = new VFile({ path: "input.md", value });
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDirective)
    .use(remarkTypedIndents)
    .use(remarkTypedBullets)
    .use(remarkTypedNotes, { noteHeadings })
    .use(remarkTypedModified, { languages: rows })
    .use(remarkTypedStatus, { statusWords, given: false })
    .use(remarkTypedTitle, { titled: false });
  const tree = processor.runSync(processor.parse(file), file) as Root;
  const messages = file.messages.map(
    (one) => `${one.place ? one.name : "-"} ${one.ruleId} ${one.reason}\n`,
  );
  return {
    tree: [...outline(tree), ...typed(file)].join("\n").concat("\n"),
    messages: messages.join(""),
  };
}

function typed(file: VFile): string[] {
  const { title, organisations, modified, status, statusLabel, statusNote, notesHeading, removed } =
    file.data.typed ?? { removed: [] };
  const lines: Record<string, string | undefined> = {
    title: title && outline({ type: "paragraph", children: title.children }).slice(1).join(" "),
    organisations: organisations && `${organisations.text} ${place(organisations.position?.start)}`,
    modified,
    status,
    "status label":
      statusLabel &&
      outline({ type: "paragraph", children: statusLabel.children }).slice(1).join(" "),
    "status note": statusNote,
    "notes heading": notesHeading && `${notesHeading.text} ${place(notesHeading.position?.start)}`,
    removed: removed.map((one) => `${one.text} ${place(one.place)}`).join(", ") || undefined,
  };
  return Object.entries(lines).flatMap(([key, value]) => (value ? `${key}: ${value}` : []));
}

function outline(node: Nodes, depth = 0): string[] {
  const parts: string[] = [node.type];
  if ("identifier" in node) parts.push(node.identifier);
  if (node.type === "footnoteDefinition") parts.push(`${node.data?.kind} ${node.data?.mark}`);
  if ("value" in node) parts.push(JSON.stringify(node.value));
  if (node.position) parts.push(`${place(node.position.start)}-${place(node.position.end)}`);
  const children = "children" in node ? node.children : [];
  return [
    "  ".repeat(depth) + parts.join(" "),
    ...children.flatMap((child) => outline(child, depth + 1)),
  ];
}

function place(point: { line: number; column: number } | undefined): string {
  return point ? `${point.line}:${point.column}` : "";
}

function golden(file: URL, actual: string): void {
  if (process.env.UPDATE) writeFileSync(file, actual);
  assert.ok(existsSync(file), `should have the golden file ${file.pathname}`);
  assert.fixture(actual, readFileSync(file, "utf8"));
}
