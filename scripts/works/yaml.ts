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
import { meant } from "../nearest.ts";
import type { RuleId } from "../tables/rules.ts";
import { asTyped, choices } from "./schema.ts";

const maxSize = 16 * 1024;
const maxDepth = 8;
// Own keys of these names turn into a prototype when somebody later copies the object.
const dangerous = new Set(["__proto__", "constructor", "prototype"]);

/** What to do about a fault in the YAML, by the parser's code for it. */
const remedies: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'A value with a colon in it goes between quotation marks: title: "Rights: a reading".',
  DUPLICATE_KEY: "Keep one of the two lines.",
  MISSING_CHAR: "Every line is a key, a colon and a value; a quotation mark needs its partner.",
  TAB_AS_INDENT: "Indent with spaces instead of tabs.",
};
const remedy =
  "Write one “key: value” a line; put a value with special characters in quotation marks.";

type Keys = StrictObjectSchema<Record<string, GenericSchema>, undefined>;
type Blame = (rule: RuleId, offset: number | undefined, reason: string, note: string) => void;

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
  const result = safeParse(schema, tree.toJS({ maxAliasCount: 0 }) ?? {});
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    explain(tree, path, issue, Object.keys(schema.entries), blame);
  }
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
  try {
    const options = { lineCounter: lines, prettyErrors: false, stringKeys: true };
    const tree = parseDocument(yaml, options);
    const problems: YAMLError[] = [...tree.errors, ...tree.warnings];
    for (const { code, message, pos } of problems.slice(0, 3)) {
      blame(
        fault,
        pos[0],
        `This line cannot be read: ${clause(message)}`,
        remedies[code] ?? remedy,
      );
    }
    if (problems.length > 0) return undefined;
    if (tree.contents === null || isMap(tree.contents)) return tree;
    blame(fault, 0, "These are not “key: value” lines", remedy);
  } catch {
    // Brackets nested by the thousand overflow the parser's stack.
    blame(fault, 0, "This is nested too deeply to read", remedy);
  }
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

function explain(
  tree: Document,
  path: (string | number)[],
  issue: { message: string; expected: string | null; input: unknown },
  keys: string[],
  blame: Blame,
): void {
  const name = String(path[0]);
  if (!keys.includes(name)) {
    const offset = keyOffset(tree, name);
    blame("front-matter-key", offset, `There is no key “${name}”`, meant(name, keys.sort()));
    return;
  }
  const node = tree.getIn(path, true);
  const offset = (isNode(node) ? node.range?.[0] : undefined) ?? keyOffset(tree, name);
  const reason = `“${name}” should be ${issue.message}, not ${show(issue.input)}`;
  const few = choices[name];
  const note =
    few && typeof issue.input === "string"
      ? meant(issue.input, few)
      : `Write ${name} as ${issue.message}, or delete the line.`;
  blame("front-matter-value", offset, reason, note);
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

function clause(message: string): string {
  return message.replace(/\.$/, "").replace(/^./, (letter) => letter.toLowerCase());
}

function pointAt(lines: LineCounter, offset: number, line: number): Point {
  // Nothing was parsed yet: the first line.
  if (lines.lineStarts.length === 0) return { line, column: 1 };
  const found = lines.linePos(offset);
  return { line: Math.max(1, found.line) + line - 1, column: Math.max(1, found.col) };
}
