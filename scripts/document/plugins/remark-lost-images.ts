import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { complain } from "../../complaints/complain.ts";

/** A way of writing an image that Markdown takes for text. */
interface Lost {
  /** Its groups: description, name, title. */
  form: RegExp;
  /** Why, after “since”. */
  why: string;
  /** What to do, before the image as it should be. */
  note: string;
}

const description = String.raw`!\[([^[\]\n]*)\]`;
const ending = String.raw`\.(?:gif|jpe?g|png|svg|webp)`;
const lost: readonly Lost[] = [
  {
    form: form(String.raw`\(\s*([^()<>"\n]*[^()<>"\s]\s[^()<>"\n]*${ending})\s*("[^"\n]*")?\s*\)`),
    why: "its name has spaces",
    note: "Put the name between < and >",
  },
  {
    form: form(String.raw`\(\s*([^()<>"\s]+${ending})[ \t]+([^()\n]+)\)`),
    why: "what follows its name is no title",
    note: "Write a title between straight quotation marks",
  },
  {
    form: form(String.raw`[ \t]+\(\s*([^()<>"\s]+${ending})\s*("[^"\n]*")?\s*\)`),
    why: "there is a space between the brackets",
    note: "Take the space out",
  },
];

/**
 * Says where an image is printed as typed because of its spaces or its title.
 * @returns
 *   Transform; `image-spaces`.
 */
export function remarkLostImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, "text", (node) => {
      for (const { form, why, note } of lost)
        for (const [, words = "", name = "", title] of node.value.matchAll(form))
          complain(
            file,
            "image-spaces",
            node,
            `The image “${name}” is printed as text, since ${why}`,
            `${note}: ${written(words, name, title)}.`,
          );
    });
  };
}

function form(rest: string): RegExp {
  return new RegExp(description + rest, "giu");
}

function written(words: string, name: string, title = ""): string {
  const plain = title.trim().replace(/^["“”„«']+|["“”»']+$/gu, "");
  // A size, as other Markdown has it, is no title.
  const quoted = plain && !plain.startsWith("=") ? ` "${plain.replaceAll('"', "'")}"` : "";
  return `![${words}](${/\s/.test(name) ? `<${name}>` : name}${quoted})`;
}
