import type { Link, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";
import { sourceLines } from "../../markdown/source-lines.ts";

// An address may end in a slash; it never ends in one of these.
const cut = /[-_=&?%#~+]$/u;
const ending = /[/\-_=&?%#~+]$/u;
const rest = /^[\s>]*(?<rest>[^\s<>()]*[\p{L}\p{N}][^\s<>()]*)/u;
// What no word of a sentence has in it.
const sign = /[/_=&?%#~]|-[\p{L}\p{N}]+-|[\p{L}\p{N}]\.[\p{L}\p{N}]/u;

/**
 * Says where an address printed as typed is cut off at the end of a line, as those copied from a PDF are: it leads
 * somewhere else.
 * @returns
 *   Transform; `link-broken`.
 */
export function remarkBrokenAddresses() {
  return (tree: Root, file: VFile): void => {
    const lines = sourceLines(String(file));
    visit(tree, "link", (link) => {
      const more = restOf(link, lines);
      if (more === undefined) return;
      const typed = textOf(link);
      complain(
        file,
        "link-broken",
        link,
        `The address ${typed} ends with its line, and seems to go on with “${more}” on the next`,
        `Write it on one line: ${typed}${more}`,
      );
    });
  };
}

/** What stands at the start of the next line, if the address goes on with it. */
function restOf(link: Link, lines: readonly string[]): string | undefined {
  const { end } = link.position ?? {};
  const typed = textOf(link);
  if (!end || !link.url.endsWith(typed) || !ending.test(typed)) return undefined;
  if ((lines[end.line - 1] ?? "").slice(end.column - 1).trim() !== "") return undefined;
  const more = rest.exec(lines[end.line] ?? "")?.groups?.rest?.replace(/[.,;:!?]+$/u, "");
  if (more === undefined || /^(?:https?:|www\.)|@/u.test(more)) return undefined;
  return cut.test(typed) || sign.test(more) ? more : undefined;
}
