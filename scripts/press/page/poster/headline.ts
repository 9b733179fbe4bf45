// A headline this many times as large as the text is told from it across a room: text that is itself read there needs less.
const largeEnough = 3;
const leastEnough = 2;
const acrossRoom = 160 * (96 / 72);
/** A headline on more lines is a text of its own. */
export const mostLines = 4;
// No headline needs more of the sheet's height than this, in one line: a short one is not as wide as the sheet.
const mostHeight = 0.12;

/**
 * Sets the headline as wide as the sheet, on the fewest lines that leave it large enough, `--headline--lines` at least.
 * @param main
 *   The text; its `h1` is sized by `--headline--size`.
 * @param text
 *   Size of body type, CSS px.
 */
export function fitHeadline(main: HTMLElement, text: number): void {
  const headline = main.querySelector<HTMLElement>("h1");
  if (!headline) return;
  const { words, space } = widths(headline);
  const measure = headline.getBoundingClientRect().width;
  const most = document.body.clientHeight * mostHeight;
  const enough = Math.max(text * leastEnough, Math.min(text * largeEnough, acrossRoom));
  const { style } = document.documentElement;
  const least = Number(style.getPropertyValue("--headline--lines")) || 1;
  let size = text;
  for (
    let lines = Math.min(least, words.length);
    lines <= Math.min(mostLines, words.length);
    lines++
  ) {
    size = (100 * measure * 0.985) / narrowest(words, space, lines);
    if (size >= enough) break;
  }
  style.setProperty("--headline--size", `${Math.floor(Math.min(size, most))}px`);
}

/** Widths of a headline's words and of the space between them at 100 px. */
function widths(headline: HTMLElement): { words: number[]; space: number } {
  const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  const { fontFamily, fontStyle, fontWeight, letterSpacing } = getComputedStyle(headline);
  context.font = `${fontStyle} ${fontWeight} 100px ${fontFamily}`;
  if (letterSpacing !== "normal") context.letterSpacing = "0px";
  const measure = (text: string) => context.measureText(text).width;
  const words = (headline.textContent ?? "").split(/\s+/).filter(Boolean);
  return { words: words.map(measure), space: measure(" ") };
}

/** Width of the longest line when words are shared out over `lines` lines as evenly as can be. */
function narrowest(words: readonly number[], space: number, lines: number): number {
  let low = Math.max(...words, 1);
  let high = words.reduce((sum, width) => sum + width + space, 0);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (linesAt(words, space, middle) <= lines) high = middle;
    else low = middle;
  }
  return high;
}

function linesAt(words: readonly number[], space: number, measure: number): number {
  let lines = 1;
  let used = 0;
  for (const width of words) {
    if (used > 0 && used + space + width > measure) {
      lines++;
      used = width;
    } else used += (used > 0 ? space : 0) + width;
  }
  return lines;
}
