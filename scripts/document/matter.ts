import type { Nodes, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Position } from "unist";
import { complain } from "../complaints/complain.ts";
import { shortened } from "../complaints/shortened.ts";
import type { LanguageRow } from "../languages/language.ts";
import type { Manuscript, Matter } from "../types.ts";
import "./nodes/data.ts";
import { remarkTitle } from "./plugins/remark-title.ts";
import { typesetLine } from "./typeset.ts";

/**
 * Takes the title out of the text onto `file.data.title`; warns `title-missing`.
 * @param tree
 *   The text; changed.
 * @param manuscript
 *   The manuscript.
 * @param row
 *   Row of its language.
 */
export function takeTitle(tree: Root, { file, matter }: Manuscript, row: LanguageRow): void {
  remarkTitle({ given: typesetLine(matter.title, row) })(tree, file);
  if (file.data.title || matter.title) return;
  const [reason, note, place] = titleMissing(tree, file.extname === ".txt");
  complain(file, "title-missing", place, reason, note);
}

/** Why there is no title, what to do, and where. */
function titleMissing(
  { children }: Root,
  isPlain: boolean,
): [reason: string, note: string, place?: Position | undefined] {
  const [first, second] = children.filter((node) => node.type === "heading" && node.depth === 1);
  if (second)
    return [
      "This manuscript has more than one heading of the first level, so none is its title",
      "Write the others with two number signs (`## Heading`), or put `title:` into its front matter.",
      second.position,
    ];
  const above = children.find((node) => textOf(node).trim() !== "");
  if (first && above && above !== first)
    return [
      `“${lineOf(first)}” is not taken for the title, since “${lineOf(above)}” stands above it`,
      "Take out what stands above it, or move it below; or if that is the title, write it with `# ` before it and the other with `## `.",
      above.position,
    ];
  return isPlain
    ? [
        "This manuscript has no title",
        "Begin it with a line that is its title, with `# ` before it and an empty line below.",
      ]
    : [
        "This manuscript has no title",
        "Begin it with one heading of the first level (`# Title`), or put `title:` into its front matter.",
      ];
}

/** What a block says, in one line, as much as a message holds. */
function lineOf(node: Nodes): string {
  return shortened(textOf(node).replace(/\s+/gu, " ").trim());
}

/**
 * Says so (`status-given`) when a status given on purpose takes the place of the one the manuscript typed.
 * @param manuscript
 *   The manuscript.
 */
export function reportOverride({ file, given, matter }: Manuscript): void {
  const { removed, status, statusLabel } = file.data.typed ?? {};
  if (!statusLabel || !given.has("status") || status === matter.status) return;
  const label = textOf({ type: "paragraph", children: statusLabel.children }).trim();
  removed?.push({ text: label, place: statusLabel.position?.start });
  complain(
    file,
    "status-given",
    statusLabel.position,
    `The text says “${label}”; it is set as “${matter.status}”, as asked`,
  );
}

/**
 * Completes what is known of a publication by what its text says, where nobody said it on purpose.
 * @param manuscript
 *   The manuscript, its title taken.
 * @param row
 *   Row of its language, whose quotation marks and spaces its lines get.
 * @returns
 *   Matter of the document.
 */
export function matterOf({ file, given, matter }: Manuscript, row: LanguageRow): Matter {
  const { title, typed } = file.data;
  const { modified, organisations, status, statusLabel } = typed ?? {};
  const own = !given.has("status");
  return {
    ...matter,
    ...(matter.subtitle && { subtitle: typesetLine(matter.subtitle, row) }),
    title: typesetLine(matter.title, row) || (title ? textOf(title).trim() : ""),
    ...(organisations && !given.has("organisations") && { organisations: [organisations.text] }),
    ...(modified && !matter.modified && { modified }),
    ...(status && own && { status }),
    ...(statusLabel &&
      (own || status === matter.status) && {
        statusLabel: statusLabel.children
          .map((node) => textOf(node))
          .join("")
          .trim(),
      }),
  };
}
