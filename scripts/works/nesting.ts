import { Lexer } from "yaml";

/** Most levels a parser is given: it calls itself for each, and a full stack can end the whole process. */
const most = 100;
// The lexer says with these what comes next; they are not in the text.
const signals = new Set(["\u{2}", "\u{18}", "\u{1f}"]);
const opening = new Set(["[", "{"]);
const closing = new Set(["]", "}"]);
const nesting = new Set(["-", "?"]);

/**
 * Finds where YAML is nested too deeply to be parsed, without nesting itself.
 * @param yaml
 *   The YAML alone.
 * @returns
 *   Offset of the first level too many, in UTF-16 units; `undefined` when there is none.
 */
export function findTooDeep(yaml: string): number | undefined {
  let offset = 0;
  let brackets = 0;
  let inLine = 0;
  for (const token of new Lexer().lex(yaml)) {
    if (opening.has(token)) brackets++;
    else if (closing.has(token)) brackets--;
    else if (nesting.has(token) && brackets === 0) inLine++;
    else if (/^\r?\n/.test(token)) inLine = 0;
    if (brackets + inLine > most) return offset;
    if (!signals.has(token)) offset += token.length;
  }
  return undefined;
}
