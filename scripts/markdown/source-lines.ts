/** How a line may end in Markdown (CommonMark, 2.1). */
const ending = /\r\n|\r|\n/u;

/**
 * Parts text where Markdown ends a line, so that line numbers are those of its parser.
 * @param text
 *   Text of a manuscript, or a piece of it.
 * @returns
 *   Its lines without what ends them; the last is empty where the text ends with a line.
 */
export function sourceLines(text: string): string[] {
  return text.split(ending);
}
