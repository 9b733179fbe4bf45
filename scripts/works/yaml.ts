import type { Point } from "unist";
import { type GenericSchema, type InferOutput, type StrictObjectSchema, safeParse } from "valibot";
import type { VFile } from "vfile";
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { complain } from "../complaints/complain.ts";
import { findTooDeep } from "./nesting.ts";
import { asTyped } from "./schema.ts";
import { type Blame, explain } from "./verdict.ts";
import { commentsIn } from "./yaml-comments.ts";
import { faultOf, remedy } from "./yaml-fault.ts";

const maxSize = 16 * 1024;
const maxDepth = 8;
// Own keys of these names turn into a prototype when somebody later copies the object.
const dangerous = new Set(["__proto__", "constructor", "prototype"]);

type Keys = StrictObjectSchema<Record<string, GenericSchema>, undefined>;

/**
 * Reads YAML that a person wrote and checks it against a table of keys.
 * @param file
 *   File that complaints go on.
 * @param yaml
 *   The YAML alone.
 * @param line
 *   Line of the file where it begins.
 * @param schema
 *   Keys there are and what each may hold.
 * @returns
 *   Checked values; `undefined` when there was a fault.
 */
export function checkYaml<T extends Keys>(
  file: VFile,
  yaml: string,
  line: number,
  schema: T,
): InferOutput<T> | undefined {
  const lines = new LineCounter();
  let fine = true;
  const blame: Blame = (rule, offset, reason, note) => {
    fine = false;
    complain(file, rule, pointAt(lines, offset ?? 0, line), reason, note);
  };
  const keys = Object.keys(schema.entries);
  const tree = parse(yaml, lines, keys, blame);
  if (!tree) return undefined;
  inspect(tree, blame);
  for (const { offset, key, whole } of commentsIn(tree, yaml))
    complain(
      file,
      "front-matter-comment",
      pointAt(lines, offset, line),
      `In front matter, what follows # is left out of “${key}”`,
      `Take it out; if it is part of the value, write straight quotation marks: "${whole}".`,
    );
  if (!fine) return undefined;
  keepAsTyped(tree);
  const values = tree.toJS({ maxAliasCount: 0 }) ?? {};
  const result = safeParse(schema, values);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    explain(tree, { ...issue, path }, keys, blame);
  }
  // Of keys it does not know, the schema names only the first.
  const unknown = Object.keys(values).filter((name) => !keys.includes(name));
  const [first] = result.issues;
  for (const name of unknown.slice(1)) explain(tree, { ...first, path: [name] }, keys, blame);
  return undefined;
}

function parse(
  yaml: string,
  lines: LineCounter,
  keys: readonly string[],
  blame: Blame,
): Document | undefined {
  const fault = "front-matter-syntax";
  if (yaml.length > maxSize) {
    blame(
      fault,
      0,
      "This is longer than 16 KiB",
      "Move all that is not a “key: value” line below.",
    );
    return undefined;
  }
  const deep = findTooDeep(yaml);
  if (deep !== undefined) {
    for (const { index } of yaml.matchAll(/^/gm)) lines.addNewLine(index);
    blame(fault, deep, "This is nested too deeply to read", remedy);
    return undefined;
  }
  const options = { lineCounter: lines, prettyErrors: false, stringKeys: true };
  const tree = parseDocument(yaml, options);
  const problems: YAMLError[] = [...tree.errors, ...tree.warnings];
  // One fault makes the parser see others after it.
  if (problems.length === 0 && (tree.contents === null || isMap(tree.contents))) return tree;
  const { offset, reason, note } = faultOf(yaml, keys, problems[0]);
  blame(fault, offset, reason, note);
  return undefined;
}

function inspect(tree: Document, blame: Blame): void {
  const aliases: number[] = [];
  visit(tree, {
    Alias: (_key, { range }) => void aliases.push(range?.[0] ?? 0),
    Pair(_key, { key }) {
      const name = isScalar(key) ? String(key.value) : "";
      const offset = isNode(key) ? key.range?.[0] : undefined;
      if (dangerous.has(name))
        blame("front-matter-key", offset, `There is no key “${name}”`, "Delete the line.");
    },
    Node(_key, node, path) {
      if (path.length <= 2 * maxDepth) return undefined;
      blame("front-matter-syntax", node.range?.[0], "This is nested too deeply", remedy);
      return visit.BREAK;
    },
  });
  // Bold words without quotation marks are references too, and one is told like another.
  if (aliases.length > 0) refuseAliases(aliases, blame);
}

function refuseAliases([first, ...others]: readonly number[], blame: Blame): void {
  const more =
    others.length === 0
      ? ""
      : `; there ${others.length === 1 ? "is 1" : `are ${others.length}`} more`;
  blame(
    "front-matter-alias",
    first,
    `References (*name) are not read${more}`,
    "Write the value itself; one that begins with * stands between straight quotation marks.",
  );
}

function keepAsTyped(tree: Document): void {
  if (!isMap(tree.contents)) return;
  for (const { key, value } of tree.contents.items) {
    const typed = isScalar(key) && asTyped.includes(String(key.value));
    if (typed && isScalar(value) && typeof value.value === "number") value.value = value.source;
  }
}

function pointAt(lines: LineCounter, offset: number, line: number): Point {
  // Nothing was parsed yet: the first line.
  if (lines.lineStarts.length === 0) return { line, column: 1 };
  const found = lines.linePos(offset);
  return { line: Math.max(1, found.line) + line - 1, column: Math.max(1, found.col) };
}
