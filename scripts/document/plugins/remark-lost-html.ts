import type { Html, Parents, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";

/** Tags and the like that an HTML parser passes over without a trace in its tree. */
const traceless = /<(?:(?:html|head|body|frameset)\b|\?|!\[CDATA\[|![a-z]+)/gi;
/** A tag that the end of the text cuts off, be it after its first sign. */
const openTag = /<(?:[a-z/!?][^>]*)?$/i;
/** Elements in which HTML knows no tags but their end, and which no transform renames: all that follows is theirs. */
const closed = /<(plaintext|script|style)(?=[\s/>])/;

/**
 * Reports raw HTML that would be lost before a sanitiser could see it, with the words it takes along: what
 * follows an open tag or comment counts as a part of it.
 * @returns
 *   Transform; `html-dropped`, `html-open`.
 */
export function remarkLostHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "html", (node, index, parent) => {
      for (const [tag] of node.value.matchAll(traceless))
        complain(
          file,
          "html-dropped",
          node,
          `HTML that begins with \`${tag}\` is left out`,
          "Take it out: it is for programs that read HTML. If it is to be printed, put a backslash before its <.",
        );
      const open = openElement(node, parent, index);
      if (open) {
        complain(
          file,
          "html-open",
          node,
          `The HTML element \`<${open}>\` has no end, so all tags behind it would be printed as words`,
          `Close it with \`</${open}>\`, or take it out; if it is to be printed, put a backslash before its <.`,
        );
        return;
      }
      const comment = node.value.trimStart().startsWith("<!--") && !node.value.includes("-->");
      if (!comment && !openTag.test(node.value.trimEnd())) return;
      complain(
        file,
        "html-open",
        node,
        `This HTML ${comment ? "comment" : "tag"} has no end, so words after it would be lost`,
        comment
          ? "Close it with `-->`."
          : "Close it with `>`, or write `&lt;` for a less-than sign.",
      );
    });
  };
}

/** Name of an element that is not closed where it stands, nor by HTML beside it. */
function openElement(node: Html, parent: Parents | undefined, index = 0): string | undefined {
  const behind = (parent?.children ?? []).slice(index + 1);
  const beside = behind.flatMap((one) => (one.type === "html" ? one.value : [])).join("");
  let rest = node.value.replace(/<!--(?:-?>|[\s\S]*?-->)/g, "").toLowerCase();
  for (let found = closed.exec(rest); found; found = closed.exec(rest)) {
    const name = found[1] as string;
    rest = rest.slice(found.index + found[0].length);
    const end = name === "plaintext" ? -1 : rest.indexOf(`</${name}`);
    if (end < 0)
      return name !== "plaintext" && beside.toLowerCase().includes(`</${name}`) ? undefined : name;
    rest = rest.slice(end);
  }
  return undefined;
}
