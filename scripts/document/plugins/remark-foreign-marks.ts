import type { Delete, Nodes, Parents, Root, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { moreLikeIt } from "../../complaints/more-like-it.ts";
import { shortened } from "../../complaints/shortened.ts";
import { type ForeignMark, foreignMarks } from "../../markdown/foreign-marks.ts";
import { pointAfter } from "../../markdown/point-after.ts";

/**
 * Says where signs of other programs' Markdown are printed as typed: of each kind the first, and how many more there are.
 * @returns
 *   Transform; `markdown-typed`.
 */
export function remarkForeignMarks() {
  return (tree: Root, file: VFile): void => {
    const texts: Array<{ node: Text; isFirst: boolean }> = [];
    const lowered: Delete[] = [];
    visit(tree, (node, index, parent) => {
      if (node.type === "text") texts.push({ node, isFirst: begins(node, parent) });
      const before = index !== undefined && parent?.children[index - 1];
      if (node.type === "delete" && before && isLowered(node, before, file)) lowered.push(node);
    });
    sayLowered(lowered, file);
    for (const one of foreignMarks) {
      const found = texts.filter(
        ({ node, isFirst }) => (isFirst || !one.first) && one.form.test(node.value),
      );
      const [first] = found;
      if (first) say(first.node, found.length - 1, one, file);
    }
  };
}

/** `CO~2~`, as Pandoc lowers a figure; GitHub strikes out what stands between such signs. */
function isLowered({ position }: Delete, before: Nodes, file: VFile): boolean {
  const typed = String(file).slice(position?.start.offset, position?.end.offset);
  return /^~[^~\s]{1,3}~$/u.test(typed) && before.type === "text" && /\p{L}$/u.test(before.value);
}

function sayLowered([first, ...others]: readonly Delete[], file: VFile): void {
  const typed = first && `~${textOf(first)}~`;
  const reason = `“${typed}” is printed struck through: letters are not lowered so`;
  const note = "Write <sub>2</sub> for a 2 below the line.";
  if (first) complain(file, "markdown-typed", first, reason + moreLikeIt(others.length), note);
}

function begins(node: Text, parent: Parents | undefined): boolean {
  return parent?.type === "paragraph" && parent.children[0] === node;
}

function say(node: Text, more: number, { form, why, note }: ForeignMark, file: VFile): void {
  const found = form.exec(node.value);
  const start = node.position?.start;
  if (!found || !start) return;
  const typed = String(file).slice(start.offset, node.position?.end.offset);
  // Signs that Markdown reads otherwise than they are typed stand somewhere near.
  const at = Math.max(0, typed.indexOf(found[0]));
  complain(
    file,
    "markdown-typed",
    pointAfter(start, typed.slice(0, at)),
    `“${shortened(found[0])}” is printed as typed: ${why}${moreLikeIt(more)}`,
    note,
  );
}
