/** What styles say of an element that the printed file is told of. */
export interface Look {
  /** Computed: `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`. */
  colour: string;
  /** What is set before and after its words: round the marks of notes, and quotation marks. */
  before: string;
  after: string;
}

/**
 * Reads the looks of elements while they are laid out, when nothing has to be styled for it.
 * @param root
 *   Its elements are read, itself is not.
 */
export function readLooks(root: Element): Map<Element, Look> {
  const looks = new Map<Element, Look>();
  for (const element of root.querySelectorAll("*")) {
    const marks = element.matches("a.noteref, .note .mark, q");
    looks.set(element, {
      colour: getComputedStyle(element).color,
      before: marks ? generated(element, "::before") : "",
      after: marks ? generated(element, "::after") : "",
    });
  }
  return looks;
}

function generated(element: Element, pseudo: "::before" | "::after"): string {
  const { content, quotes } = getComputedStyle(element, pseudo);
  const [, said] = /^"(.*)"$/.exec(content) ?? [];
  return said ?? (/^(?:open|close)-quote$/.test(content) ? quoteOf(element, quotes, pseudo) : "");
}

/** One of the language's quotation marks, by how deep in quotations it stands. */
function quoteOf(element: Element, quotes: string, pseudo: "::before" | "::after"): string {
  const marks = [...quotes.matchAll(/"(.*?)"/g)].map(([, mark]) => mark ?? "");
  let outer = 0;
  for (let up = element.parentElement?.closest("q"); up; up = up.parentElement?.closest("q"))
    outer++;
  const pair = Math.min(outer, marks.length / 2 - 1);
  return marks[2 * pair + (pseudo === "::after" ? 1 : 0)] ?? "";
}
