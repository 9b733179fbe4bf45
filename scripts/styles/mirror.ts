/**
 * Turns a style sheet of page geometry round for a book bound at its right: whatever it says of the
 * left holds for the right, in pages, margins and margin boxes.
 * @param css
 *   CSS text, in physical terms as Paged.js wants them.
 * @returns
 *   The same with `left` and `right` exchanged; comments too, which harms nobody.
 */
export function mirror(css: string): string {
  return css
    .replaceAll(/\b(left|right)\b/g, (side) => (side === "left" ? "right" : "left"))
    .replaceAll(/(margin:) (\S+) (\S+) (\S+) ([^\s;]+);/g, "$1 $2 $5 $4 $3;");
}
