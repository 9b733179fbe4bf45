/** A mark taken out of the text. */
export interface Removed {
  text: string;
  place?: { line: number; column: number } | undefined;
}

/** Marks taken out of a text, to be asked for in a text that has thousands. */
export interface RemovedMarks {
  texts: ReadonlySet<string>;
  byLine: ReadonlyMap<number, readonly Removed[]>;
}

/**
 * Sorts marks by the lines they were taken out of.
 * @param removed
 *   The marks.
 */
export function removedMarks(removed: readonly Removed[]): RemovedMarks {
  const byLine = new Map<number, Removed[]>();
  for (const mark of removed) {
    const line = mark.place?.line ?? 0;
    const others = byLine.get(line);
    if (others) others.push(mark);
    else byLine.set(line, [mark]);
  }
  return { texts: new Set(removed.map(({ text }) => text)), byLine };
}
