import type { Comment, Element, Nodes, Root } from "hast";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import type { Position } from "unist";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { moreLikeIt } from "../../complaints/more-like-it.ts";
import { rawNames } from "../nodes/raw-names.ts";

/** Blocks that content may not have: what they hold keeps a block, so that no words run together. */
const blocks = new Set([
  ...["address", "article", "aside", "center", "details", "dialog", "dir", "fieldset", "form"],
  ...["header", "hgroup", "legend", "main", "menu", "nav", "optgroup", "option", "search"],
  ...["section", "summary"],
]);

/** What renamed elements were called when they were typed. */
const typedNames = new Map(Object.entries(rawNames).map(([typed, name]) => [name, typed]));

/**
 * Keeps only what the schema allows and reports the rest. Note calls (`noteCall` nodes, which no HTML can
 * spell) come out as the only comments of the tree, their value the number of their note.
 * @param schema
 *   What content may hold.
 * @returns
 *   Transform; warns `html-dropped` at the first of each kind of elements and attributes left out.
 */
export function rehypeSafe(schema: Schema) {
  const sanitize = rehypeSanitize(schema) as unknown as (tree: Root) => Root;
  return (tree: Root, file: VFile): Root => {
    let place: Position | undefined;
    const dropped: Dropped = new Map();
    visit(tree, (node: Nodes | NoteCall, index, parent) => {
      // What a reader of broken HTML has made anew has no place; what stands before it has.
      place = node.position ?? place;
      if (node.type === "element") {
        findDropped({ node, place }, schema, sanitize, dropped);
        if (blocks.has(node.tagName)) node.tagName = "div";
      }
      if (!parent || index === undefined) return;
      if (node.type === "comment") {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      if (node.type === "noteCall")
        parent.children[index] = { ...node, type: "comment" } as Comment;
    });
    for (const { count, note, place, what } of dropped.values())
      complain(file, "html-dropped", place, `${what} is left out${moreLikeIt(count - 1)}`, note);
    return sanitize(tree);
  };
}

/** What is left out, the first of each kind: an element, or an attribute on whatever element. */
type Dropped = Map<
  string,
  { place: Position | undefined; what: string; note: string; count: number }
>;

/** A call before it has its mark. */
interface NoteCall {
  type: "noteCall";
  value: string;
  position?: Position;
}

function findDropped(
  { node, place }: { node: Element; place: Position | undefined },
  schema: Schema,
  sanitize: (tree: Root) => Root,
  dropped: Dropped,
): void {
  const drop = (kind: string, what: string, note: string) => {
    const { count, ...first } = dropped.get(kind) ?? { place, what, note, count: 0 };
    dropped.set(kind, { ...first, count: count + 1 });
  };
  if (!schema.tagNames?.includes(node.tagName)) {
    const words = schema.strip?.includes(node.tagName) ? "with all it holds" : "its words are kept";
    const name = `<${typedNames.get(node.tagName) ?? node.tagName}>`;
    drop(name, `The HTML element \`${name}\``, `It has no place in a publication; ${words}.`);
    return;
  }
  if (Object.keys(node.properties).length === 0) return;
  const bare: Root = { type: "root", children: [{ ...node, children: [] }] };
  const kept = sanitize(bare).children[0] as Element;
  for (const [name, value] of Object.entries(node.properties)) {
    const after = kept.properties[name];
    const whole = !Array.isArray(value) || (Array.isArray(after) && after.length === value.length);
    if (after !== undefined && whole) continue;
    drop(
      name === "lang" ? `${name} ${value}` : name,
      `\`${attribute(name)}\` on the HTML element \`<${node.tagName}>\``,
      name === "lang"
        ? `“${value}” is not a language tag; write one, such as \`fr\`, so that its words are read out in their language.`
        : "Looks come from the format, not from the text; take it out.",
    );
  }
}

/** The name of a property as it is written in HTML. */
function attribute(property: string): string {
  if (property === "className") return "class";
  return property
    .replace(/^(data|aria)[A-Z]/, (start) => `${start.slice(0, 4)}-${start.slice(4)}`)
    .toLowerCase();
}
