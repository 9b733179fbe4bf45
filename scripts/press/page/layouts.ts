/** What a text is laid out with instead of what its styles say. */
export type Fit = Partial<
  Record<
    "--fit--size" | "--fit--figure" | "--fit--space" | "--fit--picture" | "--fit--opening",
    string
  >
>;

/** What a text came to in a fit. */
export interface Outcome {
  pages: number;
  /** Share of its last page that its text takes. */
  last: number;
  /** Tables in which words are cut. */
  broken: number;
}

/** A text to be laid out in one fit after another; one of its layouts stands in the tab. */
export interface Layouts<Text> {
  /** What a fit comes to; what has been laid out before is not laid out again. */
  outcome(fit: Fit): Promise<Outcome>;
  /** Has the layout of a fit stand. */
  stand(fit: Fit): Promise<Text>;
}

/** A text laid out, as far as it matters here. */
interface Laid {
  pages: readonly unknown[];
  last: number;
  broken: readonly unknown[];
  clear(): void;
}

/**
 * Opens the layouts of a text.
 * @param lay
 *   Lays the text out in a tab that holds no other layout.
 */
export function openLayouts<Text extends Laid>(lay: (fit: Fit) => Promise<Text>): Layouts<Text> {
  const known = new Map<string, Outcome>();
  let standing: { key: string; text: Text } | undefined;
  const stand = async (fit: Fit) => {
    const key = JSON.stringify(fit);
    if (standing?.key === key) return standing.text;
    standing?.text.clear();
    standing = undefined;
    const text = await lay(fit);
    standing = { key, text };
    return text;
  };
  return {
    stand,
    async outcome(fit) {
      const key = JSON.stringify(fit);
      const before = known.get(key);
      if (before) return before;
      const { pages, last, broken } = await stand(fit);
      const outcome = { pages: pages.length, last, broken: broken.length };
      known.set(key, outcome);
      return outcome;
    },
  };
}
