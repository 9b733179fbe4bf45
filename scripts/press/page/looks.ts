/** What styles say of an element that the printed file is told of. */
export interface Look {
  /** Computed: `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`. */
  colour: string;
  /** What is set before and after its words, round the marks of notes. */
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
    const marks = element.matches("a.noteref, .note .mark");
    looks.set(element, {
      colour: getComputedStyle(element).color,
      before: marks ? generated(element, "::before") : "",
      after: marks ? generated(element, "::after") : "",
    });
  }
  return looks;
}

function generated(element: Element, pseudo: string): string {
  return /^"(.*)"$/.exec(getComputedStyle(element, pseudo).content)?.[1] ?? "";
}
