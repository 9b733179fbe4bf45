// All that XML 1.0, section 2.2, leaves out of its characters; halves of surrogate pairs among them.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Makes a text fit to stand in both places where a PDF describes itself, so that they say the same to the
 * character: one line, without the characters that XML cannot hold.
 * @param text
 *   As the work has it.
 * @returns
 *   As the file has it.
 */
export function metadataText(text: string): string {
  return text
    .replaceAll(forbidden, "")
    .replaceAll(/[\t\n\r ]+/g, " ")
    .trim();
}
