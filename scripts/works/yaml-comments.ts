import { type Document, isMap, isNode, isScalar, isSeq } from "yaml";

/** Words behind a `#` that YAML leaves out. */
export interface YamlComment {
  /** Character of the YAML that the `#` is. */
  offset: number;
  /** Key in whose value it stands. */
  key: string;
  /** The line's words from the value on, without straight quotation marks. */
  whole: string;
}

/** Keys whose values are printed; a word lost in one is a word lost. */
const printed = ["title", "subtitle", "description", "authors", "organisations", "publisher"];

/**
 * Finds comments behind values that are printed: whoever writes “Meeting #3” does not think of YAML.
 * @param tree
 *   The YAML, without errors.
 * @param yaml
 *   Its text.
 */
export function commentsIn(tree: Document, yaml: string): YamlComment[] {
  if (!isMap(tree.contents)) return [];
  return tree.contents.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : "";
    if (![...printed, "translator", "version"].includes(name)) return [];
    const nodes = isSeq(value) ? [value, ...value.items] : [value];
    return nodes.filter(isNode).flatMap(({ range }) => {
      const [start, end] = range ?? [0, 0];
      const found = /^[ \t]*(?=#)/.exec(yaml.slice(end));
      if (!range || !found) return [];
      const offset = end + found[0].length;
      const [whole = ""] = yaml.slice(start).split("\n", 1);
      return [{ offset, key: name, whole: whole.replace(/["']/g, "").trim() }];
    });
  });
}
