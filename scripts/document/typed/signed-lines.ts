/** A line that begins with an emoji, an arrow, a tick or another sign that no sentence begins with. */
const signed =
  /^[\s>]*(?<sign>(?:(?![©®™‼⁉])\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]{2}|[★☆✦✧✓✗✘→⇒➔➜►▷◆◇※●]|-{1,2}>|=>)[\uFE0F\u{1F3FB}-\u{1F3FF}]*)\s*\S/u;
/** A line that begins with the day and the time of a message, as a chat is copied: `[12/03/24, 19:02:11] Ana:`. */
const stamped =
  /^[\s\p{Cf}>]*\[?\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4},?\s\p{Nd}{1,2}[:.]\p{Nd}{2}(?!\p{Nd})/u;

/**
 * Finds the lines that begin with signs, the same one in two or more lines or some sign in all of them, and those that begin
 * with the time of a message: no program wraps text so.
 * @param lines
 *   Lines of a paragraph.
 * @returns
 *   Their indexes.
 */
export function signedLines(lines: readonly string[]): number[] {
  const signs = lines.map((line) => signed.exec(line)?.groups?.sign);
  const isAll = lines.length > 1 && signs.every((sign) => sign !== undefined);
  const stamps = lines.flatMap((line, index) => (stamped.test(line) ? index : []));
  const found = signs.flatMap((sign, index) => {
    const isAgain = sign !== undefined && signs.indexOf(sign) !== signs.lastIndexOf(sign);
    return isAll || isAgain ? index : [];
  });
  return [...found, ...(stamps.length > 1 ? stamps : [])];
}
