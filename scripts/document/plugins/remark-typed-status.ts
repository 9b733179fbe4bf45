import type { PhrasingContent, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { doubtStatus } from "../typed/doubt-status.ts";
import { extentOf } from "../typed/extent-of.ts";
import { isIndentedCode } from "../typed/indented-code.ts";
import { joinLines, linesOf } from "../typed/lines.ts";
import { partOpening } from "../typed/opening.ts";
import { paragraphOf } from "../typed/paragraph-of.ts";
import { type Source, sourceOf } from "../typed/source.ts";
import { type StatusWords, statusOf, undressed } from "../typed/status-line.ts";
import { typedOf } from "../typed/typed.ts";

/** Options of `remarkTypedStatus`. */
export interface TypedStatusOptions {
  /** Words for statuses in every supported language, lower case, and the status each names. */
  statusWords: StatusWords;
  /** Whether the status is said elsewhere. */
  given: boolean;
}

/**
 * Takes a first line such as `DRAFT` or `Draft - not for distribution` for the status. Runs after
 * `remarkTypedNotes`, so that a mark on it is a footnote reference already.
 * @param options
 *   Words for statuses.
 * @returns
 *   Transform; the line leaves the tree for `file.data.typed`.
 */
export function remarkTypedStatus(options: TypedStatusOptions) {
  return (tree: Root, file: VFile): undefined => {
    const [first] = tree.children;
    const source = sourceOf(String(file));
    const content = first && contentOf(first, source);
    if (!content) return;
    const [line, ...rest] = linesOf(content, source);
    if (!line || line.children.length === 0) return;
    const { given, statusWords } = options;
    const status = statusOf(textOf(paragraphOf(line.children)), statusWords);
    if (status === undefined) {
      if (!given) doubtStatus(tree, line.children, statusWords, file);
      return;
    }
    const { type } = first;
    if (type !== "paragraph" && type !== "heading" && rest.length > 0) return;
    const isTitle = type === "heading" || rest.length > 0;
    const isOwn = type === "paragraph" && partOpening(first, String(file)) !== undefined;
    if (isTitle && !isOwn && !isBare(line.children, statusWords)) return;

    const { position } = extentOf(line.children);
    const note = line.children.find((child) => child.type === "footnoteReference");
    const children = line.children.filter((child) => child !== note && child.type !== "html");
    const label = textOf(paragraphOf(children)).trim();
    const typed = typedOf(file);
    typed.status = status;
    typed.statusLabel = { children, position };
    if (note) typed.statusNote = note.identifier;
    tree.children.splice(0, 1, ...(rest.length ? [paragraphOf(joinLines(rest))] : []));
    complain(file, "typed-status", position, `Recognised “${label}” as the status ${status}`);
  };
}

/** What a text begins with: a line set off by an indent, or as a quotation, may be its status as well. */
function contentOf(first: RootContent, source: Source): readonly PhrasingContent[] | undefined {
  if (first.type === "paragraph" || first.type === "heading") return first.children;
  const [only, ...others] = first.type === "blockquote" ? first.children : [];
  if (only?.type === "paragraph" && others.length === 0) return only.children;
  if (!isIndentedCode(first, source)) return undefined;
  const { value, position } = first;
  return [{ type: "text", value: value.trim(), ...(position && { position }) }];
}

// A heading, or a line that runs on to the next, has to be the word alone.
function isBare(children: PhrasingContent[], statusWords: StatusWords): boolean {
  const text = undressed(textOf(paragraphOf(children))).replace(/[^\p{L}\p{M}\s]/gu, "");
  return Object.hasOwn(statusWords, text.trim().toLowerCase());
}
