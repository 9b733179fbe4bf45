/** Fewest lines and cells that make a table. */
const fewestLines = 3;
const fewestCells = 2;
// What counts an item: `1.`, `(a)`, `iv)`, a bullet.
const item = /^(?:\(?[\p{L}\p{N}]{1,4}[.)]|[^\p{L}\p{N}]+)$/u;

/**
 * Tells whether lines with tabs are the rows of a table: as many cells in each, and none that only counts an item.
 * Of two cells a line, as in a list of names and offices or of times, the first line has to be told by having no figures where
 * all others have some.
 * @param rows
 *   Cells of each line as typed.
 * @returns
 *   Whether they are.
 */
export function isTable(rows: ReadonlyArray<readonly string[]>): boolean {
  const [head = [], ...others] = rows.map((row) => row.map((cell) => cell.trim()));
  if (rows.length < fewestLines || head.length < fewestCells) return false;
  if (others.some((row) => row.length !== head.length)) return false;
  // Rows to be filled in may be counted.
  const isForm = others.every(([, ...cells]) => cells.every((cell) => cell === ""));
  // A tab may stand before what counts, too.
  const begins = others.map((row) => row.find((cell) => cell !== "") ?? "");
  if (!isForm && begins.some((first) => item.test(first))) return false;
  // Only the corner says nothing, and what a colon follows is the head of a row.
  if (head.slice(1).some((cell) => cell === "") || head.some((cell) => /[:：]$/u.test(cell)))
    return false;
  if (head.length > fewestCells || isForm) return true;
  const [, second = ""] = head;
  return !/\p{N}/u.test(second) && others.every(([, cell = ""]) => /\p{N}/u.test(cell));
}
