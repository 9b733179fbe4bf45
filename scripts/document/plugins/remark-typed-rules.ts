import type { Heading, Paragraph, Root, RootContent, ThematicBreak } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { sourceLines } from "../../markdown/source-lines.ts";
import { type Source, sourceOf } from "../typed/source.ts";

const underline = /^[ \t]*(?<drawn>-+)[ \t]*$/u;
/** Fewest hyphens that underline a heading: two part an e-mail from its signature. */
const fewest = 3;
const sentence = /[.,;。，；]$/u;
// `* food   * child care`: a line of several.
const several = /^(?<bullet>[-+*])[ \t]+\S[^\r\n]*[ \t]{2}\k<bullet>[ \t][^\r\n]*$/u;
const aside = /^[ \t]*(?<dash>[-–])[ \t]+\S.{0,40}?[ \t]+\k<dash>[ \t]*$/u;

/**
 * Reads two things of a `.txt` file that Markdown takes for others: a line of hyphens under a paragraph, which is a rule unless
 * it underlines one short line, and a line between dashes (`- over -`) or with several bullets in it, which is text and no list.
 * @returns
 *   Transform; runs before what reads lines.
 */
export function remarkTypedRules() {
  return (tree: Root, file: VFile): void => {
    if (file.extname !== ".txt") return;
    const source = sourceOf(String(file));
    tree.children = tree.children.flatMap((node): RootContent[] => {
      if (node.type === "heading") return partHeading(node, source);
      const value = node.type === "list" ? source.slice(node) : "";
      return aside.test(value) || several.test(value.trim())
        ? [textAlone(node, value.trim())]
        : [node];
    });
  };
}

/** A heading, or the paragraph and the rule that it is. */
function partHeading(heading: Heading, source: Source): RootContent[] {
  const lines = sourceLines(source.slice(heading));
  const { drawn } = underline.exec(lines.at(-1) ?? "")?.groups ?? {};
  if (!heading.position || lines.length < 2 || drawn === undefined) return [heading];
  const isHeading = lines.length === 2 && drawn.length >= fewest;
  if (isHeading && !sentence.test(textOf(heading).trim())) return [heading];
  const { start, end } = heading.position;
  const above = heading.children.at(-1)?.position?.end ?? start;
  const paragraph: Paragraph = {
    type: "paragraph",
    children: heading.children,
    position: { start, end: above },
  };
  const rule: ThematicBreak = {
    type: "thematicBreak",
    position: { start: source.at(end.line, 1), end },
  };
  return [paragraph, rule];
}

function textAlone({ position }: RootContent, value: string): Paragraph {
  return {
    type: "paragraph",
    children: [{ type: "text", value, ...(position && { position }) }],
    ...(position && { position }),
  };
}
