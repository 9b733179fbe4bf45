import type { Point } from "unist";
import type { GenericSchema, InferOutput, StrictObjectSchema } from "valibot";
import { safeParse } from "valibot";
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
import { complain } from "../complain.ts";
import { findTooDeep } from "./nesting.ts";
import { asTyped } from "./schema.ts";
import { type Blame, explain } from "./verdict.ts";

const maxSize = 16 * 1024;
const maxDepth = 8;
// Own keys of these names turn into a prototype when somebody later copies the object.
const dangerous = new Set(["__proto__", "constructor", "prototype"]);

/** Faults that people make, by the parser's code: what is wrong, and what to do. */
const known: Readonly<Record<string, readonly [reason: string, note: string]>> = {
  BAD_SCALAR_START: ["This value begins with a sign that means something else", quoteIt()],
  BLOCK_AS_IMPLICIT_KEY: ["This value has a colon in it", quoteIt()],
  DUPLICATE_KEY: ["This key was given before", "Keep one of the two lines."],
  MISSING_CHAR: [
    "Something is missing before this",
    "Look for a quotation mark without its partner.",
  ],
  TAB_AS_INDENT: ["This line begins with a tab", "Indent with spaces."],
  TAG_RESOLVE_FAILED: ["This value begins with a sign that means something else", quoteIt()],
  UNEXPECTED_TOKEN: ["Something stands here that cannot follow what is before it", quoteIt()],
};
const remedy = "Write one “key: value” a line; put a value with special signs in quotation marks.";

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
  const tree = parse(yaml, lines, blame);
  if (!tree) return undefined;
  inspect(tree, blame);
  if (!fine) return undefined;
  keepAsTyped(tree);
  const values = tree.toJS({ maxAliasCount: 0 }) ?? {};
  const result = safeParse(schema, values);
  if (result.success) return result.output;
  const keys = Object.keys(schema.entries);
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    explain(tree, path, issue, keys, blame);
  }
  // Of keys it does not know, the schema names only the first.
  const unknown = Object.keys(values).filter((name) => !keys.includes(name));
  for (const name of unknown.slice(1)) explain(tree, [name], result.issues[0], keys, blame);
  return undefined;
}

function parse(yaml: string, lines: LineCounter, blame: Blame): Document | undefined {
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
  const [problem] = problems;
  if (problem) {
    const { code, message, pos } = problem;
    const [reason, note] = known[code] ?? [`This cannot be read: ${message}`, remedy];
    blame(fault, pos[0], reason, note);
    return undefined;
  }
  if (tree.contents === null || isMap(tree.contents)) return tree;
  blame(fault, 0, "These are not “key: value” lines", remedy);
  return undefined;
}

function inspect(tree: Document, blame: Blame): void {
  visit(tree, {
    Alias: (_key, node) =>
      blame("front-matter-alias", node.range?.[0], "References (*name) are not read", "Repeat it."),
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
}

function keepAsTyped(tree: Document): void {
  if (!isMap(tree.contents)) return;
  for (const { key, value } of tree.contents.items) {
    const typed = isScalar(key) && asTyped.includes(String(key.value));
    if (typed && isScalar(value) && typeof value.value === "number") value.value = value.source;
  }
}

function quoteIt(): string {
  return 'Put the value between quotation marks: title: "Rights: a reading".';
}

function pointAt(lines: LineCounter, offset: number, line: number): Point {
  // Nothing was parsed yet: the first line.
  if (lines.lineStarts.length === 0) return { line, column: 1 };
  const found = lines.linePos(offset);
  return { line: Math.max(1, found.line) + line - 1, column: Math.max(1, found.col) };
}
