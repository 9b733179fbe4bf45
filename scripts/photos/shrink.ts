/** Pixels, four bytes each: red, green, blue and one that is not looked at. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/**
 * Makes pixels fewer: each new one is the mean of the area that it covers, which neither blurs nor rings.
 * @param pixels
 *   Before.
 * @param side
 *   Longest side after, pixels.
 * @returns
 *   The same where they are few enough.
 */
export function shrink(pixels: Pixels, side: number): Pixels {
  const scale = side / Math.max(pixels.width, pixels.height);
  if (scale >= 1) return pixels;
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const data = new Uint8ClampedArray(width * height * 4);
  const across = sharesOf(pixels.width, width);
  const down = sharesOf(pixels.height, height);
  const row = new Float64Array(pixels.width * 3);
  for (let y = 0; y < height; y++) {
    addRows(pixels, down[y] as Share, row);
    for (let x = 0; x < width; x++) addMean(row, across[x] as Share, data, (y * width + x) * 4);
  }
  return { width, height, data };
}

/** The old lines that a new one covers, and how much of the first and the last, as shares of the whole. */
interface Share {
  from: number;
  to: number;
  first: number;
  inner: number;
  last: number;
}

function sharesOf(before: number, after: number): Share[] {
  const span = before / after;
  return Array.from({ length: after }, (_, index) => {
    const [start, end] = [index * span, Math.min((index + 1) * span, before)];
    const from = Math.floor(start);
    const to = Math.min(Math.ceil(end), before) - 1;
    const first = Math.min(from + 1, end) - start;
    return { from, to, first: first / span, inner: 1 / span, last: (end - to) / span };
  });
}

function weightOf({ from, to, first, inner, last }: Share, line: number): number {
  if (line === from) return first;
  return line === to ? last : inner;
}

/** Sums the lines that a new one covers. */
function addRows({ width, data }: Pixels, share: Share, row: Float64Array): void {
  row.fill(0);
  for (let y = share.from; y <= share.to; y++) {
    const weight = weightOf(share, y);
    let at = y * width * 4;
    for (let to = 0; to < row.length; to += 3, at += 4) {
      row[to] = (row[to] as number) + weight * (data[at] as number);
      row[to + 1] = (row[to + 1] as number) + weight * (data[at + 1] as number);
      row[to + 2] = (row[to + 2] as number) + weight * (data[at + 2] as number);
    }
  }
}

/** Sums the parts of a line that a new pixel covers. */
function addMean(row: Float64Array, share: Share, data: Uint8ClampedArray, to: number): void {
  let [red, green, blue] = [0, 0, 0];
  for (let x = share.from; x <= share.to; x++) {
    const weight = weightOf(share, x);
    red += weight * (row[x * 3] as number);
    green += weight * (row[x * 3 + 1] as number);
    blue += weight * (row[x * 3 + 2] as number);
  }
  data[to] = red;
  data[to + 1] = green;
  data[to + 2] = blue;
  data[to + 3] = 255;
}
