import type { LogicalElement } from "../../../types.ts";

/** Notes from the feet of pages, which wait for the block that calls them. */
export class FootNotes {
  /** By id, each with the heading over it. */
  readonly #waiting = new Map<string, LogicalElement[]>();
  /** What stands behind the last note. */
  readonly #behind: LogicalElement[];
  #called: string[] = [];

  /**
   * @param foot
   *   What stands at the feet of all pages, in order.
   */
  constructor(foot: readonly LogicalElement[]) {
    let before: LogicalElement[] = [];
    for (const element of foot) {
      const { id, class: classes } = element.attributes;
      before.push(withoutLevel(element));
      // A heading over the notes goes with the first.
      if (id === undefined || !classes?.includes("note")) continue;
      this.#waiting.set(id, before);
      before = [];
    }
    this.#behind = before;
  }

  /** Notes that the block at hand calls a note. */
  call(id: string): void {
    this.#called.push(id);
  }

  /** Takes the notes that were called since, one after the other: one may call the next. */
  *takeCalled(): Generator<LogicalElement[]> {
    const called = this.#called;
    this.#called = [];
    for (const id of called) {
      const note = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (note) yield note;
    }
  }

  /** Takes all that nothing calls. */
  *takeRest(): Generator<LogicalElement[]> {
    for (const [id, note] of this.#waiting) {
      this.#waiting.delete(id);
      yield note;
    }
    yield this.#behind;
  }
}

/** At the foot of a page a heading begins no part of the text. */
function withoutLevel(element: LogicalElement): LogicalElement {
  return /^h[1-6]$/.test(element.tag) ? { ...element, tag: "p" } : element;
}
