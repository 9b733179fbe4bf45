import { type Document, isMap, isNode, isScalar } from "yaml";
import { meant, nearest } from "../complaints/nearest.ts";
import type { RuleId } from "../tables/rules.ts";
import { choices, frontMatter, workFile } from "./schema.ts";
import { tagMeant } from "./tags.ts";

/** What other programs call ours. */
const elsewhere: Readonly<Record<string, string>> = {
  abstract: "description",
  date: "modified",
  lastmod: "modified",
  summary: "description",
  updated: "modified",
};

/** Keys that notebooks and makers of web pages write, and nobody else asks for. */
const foreign: ReadonlySet<string> = new Set([
  ...["alias", "aliases", "categories", "category", "created", "cssclass", "cssclasses", "id"],
  ...["image", "keywords", "layout", "permalink", "publish", "robots", "slug", "tag", "tags"],
  ...["template", "theme", "type", "uuid"],
]);

/** Complains at an offset of the YAML. */
export type Blame = (
  rule: RuleId,
  offset: number | undefined,
  reason: string,
  note: string,
) => void;

/** What a value breaks of the schema, as Valibot has it. */
interface Issue {
  path: (string | number)[];
  message: string;
  expected: string | null;
  input: unknown;
}

/**
 * Says what a value breaks of the schema, at its place.
 * @param tree
 *   The YAML.
 * @param issue
 *   Keys that lead to the value (`path`), what is expected (`message`, `expected`) and what is there (`input`).
 * @param keys
 *   Keys there are.
 * @param blame
 *   Where the complaint goes.
 */
export function explain(tree: Document, issue: Issue, keys: string[], blame: Blame): void {
  const { path } = issue;
  const name = String(path[0]);
  if (!keys.includes(name)) {
    const offset = keyOffset(tree, name);
    blame("front-matter-key", offset, ...unknownKey(name, keys));
    return;
  }
  // One alone, where a list may stand, is at the list's place.
  const node = [path, path.slice(0, -1)].map((one) => tree.getIn(one, true)).find(isNode);
  const offset = node?.range?.[0] ?? keyOffset(tree, name);
  const reason = `“${name}” should be ${issue.message}, not ${show(issue.input)}`;
  blame("front-matter-value", offset, reason, valueNote(name, issue));
}

function unknownKey(name: string, keys: string[]): [reason: string, note: string] {
  const near = elsewhere[name.toLowerCase()];
  const other = { "work.yaml": workFile, "the front matter of a text": frontMatter };
  const [place] = Object.entries(other).find(([, { entries }]) => name in entries) ?? [];
  if (near && keys.includes(near)) return [`There is no key “${name}”`, `Did you mean “${near}”?`];
  if (foreign.has(name.toLowerCase()))
    return [
      `There is no key “${name}”; another program has it`,
      "Delete it, with the lines set in below it.",
    ];
  if (!place || nearest(name, keys)) return [`There is no key “${name}”`, meant(name, keys.sort())];
  return [`The key “${name}” does not belong here`, `It has its place in ${place}.`];
}

function valueNote(name: string, issue: Issue): string {
  const few = choices[name];
  const { input } = issue;
  const plain = typeof input === "string" ? input.replace(/^[“”„«]|[“”»]$/gu, "") : "";
  if (few?.includes(plain) && plain !== input)
    return `Take the quotation marks out: ${name}: ${plain}.`;
  if (few?.includes(plain)) return `Write ${name}: [${plain}].`;
  if (few && typeof input === "string") return meant(input, few);
  const tag = /language tag/.test(issue.message) ? tagMeant(plain) : undefined;
  if (tag) return `Did you mean “${tag}”?`;
  return `Write ${name} as ${issue.message}, ${quoting(issue)}or delete the line.`;
}

// A number or a “true” may well be a name.
function quoting({ expected, input }: Issue): string {
  const plain = typeof input === "number" || typeof input === "boolean";
  return plain && expected === "string" ? `between quotation marks ("${input}"), ` : "";
}

function keyOffset(tree: Document, name: string): number | undefined {
  if (!isMap(tree.contents)) return undefined;
  const key = tree.contents.items.find(
    (pair) => isScalar(pair.key) && pair.key.value === name,
  )?.key;
  return isNode(key) ? key.range?.[0] : undefined;
}

function show(value: unknown): string {
  if (value === null || value === "") return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "keys of its own";
  return typeof value === "string" ? `“${value}”` : String(value);
}
