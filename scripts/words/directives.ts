// Lines and brackets of our directives, exactly as the syntax page spells them.
const line = /^[ \t]*(?::{3,}(?:keep|figure)?|::page-break)[ \t]*$/gmu;
const inside = String.raw`((?:[^[\]]|\[[^[\]]*\])*)`;
const tag = String.raw`\]\{(?:lang=)?["']?[a-z]{2,3}(?:-[a-z\d]{1,8})*["']?\}`;
const title = String.raw`\]\{title=(?:"[^"\n]*[^"\s][^"\n]*"|'[^'\n]*[^'\s][^'\n]*')\}`;
const phrases = [
  new RegExp(`(:lang\\[)${inside}(${tag})`, "giu"),
  new RegExp(`(:abbr\\[)${inside}(${title})`, "gu"),
];

/**
 * Blanks out the markup of directives in a whole text, where a line of colons closes something.
 * @param text
 *   Markdown.
 * @param skip
 *   Tells of a 1-based line on which no directive begins.
 * @returns
 *   Markdown of the same length.
 */
export function withoutDirectiveLines(text: string, skip: (line: number) => boolean): string {
  let open = 0;
  const lines = text.split(/(?<=\n)/u).map((one, index) => {
    const fence = /^[ \t]*:{3,}(keep|figure)?[ \t]*\r?\n?$/u.exec(one);
    // An end counts wherever it stands, even in what looks like code or HTML that goes on behind it.
    const closes = fence !== null && !fence[1];
    if (closes ? open === 0 : skip(index + 1)) return one;
    if (fence) open += fence[1] ? 1 : -1;
    return withoutDirectives(one);
  });
  return lines.join("");
}

/**
 * Blanks out the markup of directives and keeps what stands in them: a line that is nothing else
 * becomes blank, the brackets around a phrase become zero-width characters, so that columns stay.
 * @param text
 *   Markdown.
 * @returns
 *   Markdown of the same length.
 */
export function withoutDirectives(text: string): string {
  return withoutPhrases(text.replace(line, (whole) => " ".repeat(whole.length)));
}

function withoutPhrases(text: string): string {
  const blank = (_whole: string, open: string, words: string, close: string) =>
    `${nothing(open)}${words}${nothing(close)}`;
  return phrases.reduce((rest, phrase) => rest.replace(phrase, blank), text);
}

function nothing(part: string): string {
  return "\u2060".repeat(part.length);
}

// The same markup inside a text, where lines may have been joined.
const fence = /:{3,}(?:keep|figure)?|::page-break/gu;

/**
 * Leaves what may be the markup of directives out of a piece of text, wherever in it that stands: a piece begins and
 * ends at any mark and any tag, not with a line.
 * @param text
 *   Text of one node, or a part of it.
 * @returns
 *   Text of the same length.
 */
export function withoutFences(text: string): string {
  return withoutPhrases(text.replace(fence, nothing));
}
