import { isTable } from "./tabbed-rows.ts";

/** Parts the cells of a line typed with spaces. */
export const columnGap = / {2,}/u;

/** Columns that need not be straight to be told: spaces are seldom as wide as letters. */
const many = 3;

interface Place {
  start: number;
  end: number;
}

/**
 * Tells whether lines are the rows of a table whose columns were typed with spaces: each column begins, or ends, at the same
 * place in all of them, or, where there are three or more, stands below its head, and the first line is told for that of the heads by having no figures where all others have some.
 * @param lines
 *   Lines as typed.
 * @returns
 *   Whether they are.
 */
export function isSpacedTable(lines: readonly string[]): boolean {
  const rows = lines.map((line) => line.trim().split(columnGap));
  if (!isTable(rows) || !hasHeads(rows)) return false;
  const places = lines.map(placesOf);
  return (places[0] ?? []).every(
    ({ start, end }, column) =>
      places.every((row) => row[column]?.start === start) ||
      places.every((row) => row[column]?.end === end) ||
      ((places[0]?.length ?? 0) >= many &&
        places.every((row) => isUnder(row[column], { start, end }))),
  );
}

function hasHeads([head = [], ...others]: ReadonlyArray<readonly string[]>): boolean {
  if (head.some((cell) => /\p{N}/u.test(cell))) return false;
  return head.some((_, column) => others.every((row) => /\p{N}/u.test(row[column] ?? "")));
}

/** Whether a cell is above or below part of another. */
function isUnder(cell: Place | undefined, { end, start }: Place): boolean {
  return cell !== undefined && cell.start < end && cell.end > start;
}

/** Where the cells of a line begin and end. */
function placesOf(line: string): Place[] {
  return [...line.matchAll(/\S+(?: \S+)*/gu)].map(({ 0: cell, index }) => {
    return { start: index, end: index + cell.length };
  });
}
