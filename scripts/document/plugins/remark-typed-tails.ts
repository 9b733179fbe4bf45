import type { List, ListItem, Nodes, Root, RootContent } from "mdast";
import type { VFile } from "vfile";
import { sourceLines } from "../../markdown/source-lines.ts";
import { lineIndent } from "../typed/line-indent.ts";
import { countedBreaks, meantBreaks } from "../typed/meant-breaks.ts";
import { partTail } from "../typed/part-tail.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { type Wrapping, wrappingOf } from "../typed/wrapping.ts";

/** What counts a line. */
const mark = /^\s*\(?(?:\p{L}|\p{Nd}{1,2}|[ivxIVX]{1,5})[.)]\s+\S/u;

interface Typing {
  lines: readonly string[];
  wrapping: Wrapping;
  source: Source;
}

/**
 * Parts the text right below a list of a `.txt` file from its last item, with which it goes on to Markdown: lines set in no
 * further than the list, where the one above was ended on purpose. Where other items have such lines, they are theirs.
 * @returns
 *   Transform; runs after what makes lists.
 */
export function remarkTypedTails() {
  return (tree: Root, file: VFile): void => {
    if (file.extname !== ".txt") return;
    const lines = sourceLines(String(file));
    const typing = { lines, wrapping: wrappingOf(lines), source: sourceOf(String(file)) };
    tree.children = tree.children.flatMap((node): RootContent[] =>
      node.type === "list" ? partList(node, typing) : [node],
    );
  };
}

function partList(list: List, typing: Typing): RootContent[] {
  const others = list.children.slice(0, -1);
  const last = list.children.at(-1);
  if (!last || others.length === 0 || others.some((item) => endsIn(item, typing, true).size > 0))
    return [list];
  const ends = endsIn(last, typing, false, (list.position?.start.column ?? 1) - 1);
  if (ends.size === 0) return [list];
  return partTail(list, typing.source, ({ children: [first] }) =>
    ends.has(first?.position?.start.line ?? 0),
  );
}

/** Numbers of the lines of an item that begin on purpose; those that count on only where they are set in less than the list. */
function endsIn(
  item: ListItem,
  { lines, wrapping }: Typing,
  all: boolean,
  margin = 0,
): Set<number> {
  const { start, end } = lastParagraph(item)?.position ?? {};
  if (!start || !end) return new Set();
  const own = lines.slice(start.line - 1, end.line);
  const counted = countedBreaks(own, start.line, wrapping);
  const outer = own.flatMap((line, index) => {
    return index > 0 && mark.test(line) && lineIndent(line) < margin ? index : [];
  });
  const meant = [...meantBreaks(own, start.line, wrapping)].filter(
    (index) => all || !counted.has(index),
  );
  return new Set([...meant, ...outer].map((index) => start.line + index));
}

function lastParagraph(node: Nodes): Nodes | undefined {
  if (node.type === "paragraph") return node;
  const last = "children" in node ? node.children.at(-1) : undefined;
  return last && lastParagraph(last);
}
