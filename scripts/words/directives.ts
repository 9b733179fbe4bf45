// Lines and brackets of our directives, exactly as the syntax page spells them.
const line = /^[ \t]*(?::{3,}(?:keep|figure)?|::page-break)[ \t]*$/gmu;
const phrase =
  /(:lang\[)((?:[^[\]]|\[[^[\]]*\])*)(\]\{(?:lang=)?["']?[a-z]{2,3}(?:-[a-z\d]{1,8})*["']?\})/giu;

/**
 * Blanks out the markup of directives and keeps what stands in them: a line that is nothing else
 * becomes blank, the brackets around a phrase become zero-width characters, so that columns stay.
 * @param text
 *   Markdown.
 * @returns
 *   Markdown of the same length.
 */
export function withoutDirectives(text: string): string {
  return text
    .replace(line, (whole) => " ".repeat(whole.length))
    .replace(phrase, (_whole, open: string, inside: string, close: string) => {
      return `${nothing(open)}${inside}${nothing(close)}`;
    });
}

function nothing(part: string): string {
  return "\u2060".repeat(part.length);
}
