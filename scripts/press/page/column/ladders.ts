import { type EndHyphen, endHyphens } from "./soft-hyphens.ts";
import { wordAround } from "./word-around.ts";

// How many lines in a row may end in a hyphen.
const most = 2;
// A line that loses its hyphen is set anew with those after it; a paragraph has no more lines than this.
const mostRounds = 100;
const blocks = "p, li, dd, figcaption";
// In a narrow column a word may need all its hyphens.
const cells = "td, th";

/**
 * Takes hyphens away where too many lines in a row would end in one: Chromium knows no such limit.
 * @param content
 *   Text as laid out.
 */
export function shortenLadders(content: Element): void {
  for (const block of content.querySelectorAll<HTMLElement>(blocks)) {
    if (!block.textContent?.includes("\u00AD")) continue;
    const pitch = Number.parseFloat(getComputedStyle(block).lineHeight);
    if (block.offsetHeight < pitch * (most + 0.5)) continue;
    for (let round = 0; round < mostRounds; round++) {
      const hyphens = endHyphens(block).filter(({ text }) => !text.parentElement?.closest(cells));
      const rung = firstTooMany(hyphens, pitch, block.clientWidth);
      if (!rung) break;
      rung.text.deleteData(rung.offset, 1);
    }
  }
}

/** The first hyphen below as many as there may be, but for those of words that no line holds. */
function firstTooMany(
  hyphens: readonly EndHyphen[],
  pitch: number,
  measure: number,
): EndHyphen | undefined {
  let rungs = 0;
  return hyphens.find(({ bottom, offset, text }, index) => {
    const step = bottom - (hyphens[index - 1]?.bottom ?? Number.NEGATIVE_INFINITY);
    rungs = step > pitch * 0.5 && step < pitch * 1.5 ? rungs + 1 : 1;
    return rungs > most && wordAround(text, offset).width < measure * 0.9;
  });
}
