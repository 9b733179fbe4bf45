import { tryBreak } from "../column/try-break.ts";
import { callsBefore } from "./calls-before.ts";
import { type Making, setReserve } from "./settle.ts";

// Less is not worth a layout.
const leastLines = 3;

/**
 * Makes the foot of a page as high as its notes came to be. One may be cut before a picture or a row that is higher than
 * the rest: the text gets what is left, but no more than brings no other call onto the page. Or a piece is higher than
 * its share, as it begins or ends with something that is not cut.
 * @param making
 *   The page, settled.
 * @param reserve
 *   Height of the foot as it was settled, CSS px.
 * @param needed
 *   Height that its notes have.
 * @returns
 *   Height of the foot, CSS px.
 */
export function fitFoot(making: Making, reserve: number, needed: number): number {
  const { column, page, most } = making;
  const line = Number.parseFloat(getComputedStyle(column.content).lineHeight) || 16;
  const calls = tryBreak(column, (place) => callsBefore(column, place)).length;
  const isRight = (height: number) => {
    setReserve(page, height);
    return tryBreak(column, (place) => {
      const isEmpty = place?.node === column.content && place.offset === 0;
      return !isEmpty && callsBefore(column, place).length <= calls;
    });
  };
  if (needed > reserve + line / 4 && isRight(Math.min(needed, most))) return Math.min(needed, most);
  let [low, high] = [needed, reserve];
  if (high - low > leastLines * line) {
    if (isRight(needed)) return needed;
    while (high - low > line) {
      const tried = Math.ceil((low + high) / 2);
      if (isRight(tried)) high = tried;
      else low = tried;
    }
  }
  setReserve(page, high);
  return high;
}
