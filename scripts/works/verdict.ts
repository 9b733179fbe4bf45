import { type Document, isMap, isNode, isScalar } from "yaml";
import { meant } from "../nearest.ts";
import type { RuleId } from "../tables/rules.ts";
import { choices } from "./schema.ts";

/** Complains at an offset of the YAML. */
export type Blame = (
  rule: RuleId,
  offset: number | undefined,
  reason: string,
  note: string,
) => void;

/**
 * Says what a value breaks of the schema, at its place.
 * @param tree
 *   The YAML.
 * @param path
 *   Keys that lead to the value.
 * @param issue
 *   What is expected (`message`) and what is there (`input`).
 * @param keys
 *   Keys there are.
 * @param blame
 *   Where the complaint goes.
 */
export function explain(
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
