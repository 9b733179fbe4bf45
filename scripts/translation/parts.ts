/** Something in a text that its translation has to have as well. */
export interface Part {
  /** What makes it the same in both texts. */
  key: string;
  /** What it is called in a complaint: `the link to https://example.org`. */
  name: string;
  /** Where it stands, `line:column`. */
  place: string | undefined;
  /** How many headings are before it; a heading counts itself. `inNotes` in notes. */
  section: number;
  /** What belongs to it, in short; of two that could be meant, the one with the same shape is. */
  shape: string;
  /** How many of what it has. */
  sizes: Readonly<Record<string, number>>;
}

/** Parts of an original and of its translation, put side by side. */
export interface Matching {
  pairs: [original: Part, translation: Part][];
  missing: Part[];
  added: Part[];
}

/** Section of all parts that stand in notes. */
export const inNotes = -1;
