/**
 * How far a line is set in.
 * @param line
 *   A typed line.
 * @returns
 *   Number of its characters before the first that is no space.
 */
export function lineIndent(line: string): number {
  return line.length - line.trimStart().length;
}
