import type { Cell, Line, LineKind, Plan, Side } from "./plan.ts";

/** Points of the picture: width of a side, space round it, a line of words. */
const width = 260;
const space = 24;
const line = 18;
/** Size of the smallest words. */
const smallest = 6;

const pens: Readonly<Record<LineKind, string>> = {
  collate: 'stroke="#000" stroke-width="3"',
  cut: 'stroke="#000"',
  fold: 'stroke="#555" stroke-dasharray="4 3"',
  glue: 'stroke="#000" stroke-dasharray="1 2"',
  staple: 'stroke="#000" stroke-width="2"',
};

/**
 * Draws what the sides of the sheets will look like, so that people see what to expect of their printer.
 * @param plan
 *   Sheets.
 * @returns
 *   SVG: what to do, then the sides, both of a sheet beside each other.
 */
export function drawPicture({ sheet, sides, duplex, advice }: Plan): string {
  const scale = width / sheet.width;
  const height = sheet.height * scale;
  const columns = duplex ? 2 : Math.min(3, sides.length);
  const top = space + advice.length * line + space;
  const whole = {
    width: Math.max(columns * (width + space) + space, 2 * width + 3 * space),
    height: top + Math.ceil(sides.length / columns) * (height + line + space),
  };
  const words = advice.map((text, index) => say(text, space, space + (index + 0.5) * line));
  const drawn = sides.map((side, index) => {
    const x = space + (index % columns) * (width + space);
    const y = top + Math.floor(index / columns) * (height + line + space);
    return `<g transform="translate(${x} ${short(y)})">${say(side.name, 0, line / 2)}<g transform="translate(0 ${line})">${drawSide(side, sheet.height, scale, height)}</g></g>\n`;
  });
  const size = `width="${short(whole.width)}" height="${short(whole.height)}" viewBox="0 0 ${short(whole.width)} ${short(whole.height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="12" role="img">
<title>${escaped(advice.join(" "))}</title>
<rect width="100%" height="100%" fill="#fff"/>
${words.join("\n")}
${drawn.join("")}</svg>
`;
}

function drawSide(
  { cells, lines, labels }: Side,
  top: number,
  scale: number,
  height: number,
): string {
  const at = (value: number) => short(value * scale);
  const up = (value: number) => short((top - value) * scale);
  const sheet = `<rect width="${width}" height="${short(height)}" fill="#fff" stroke="#000"/>`;
  const pages = cells.map((cell) => drawCell(cell, at, up));
  const marks = lines.map((one) => drawLine(one, at, up));
  const names = labels.map(
    ({ text, x, y, height: size }) =>
      `<text x="${at(x)}" y="${up(y)}" font-size="${Math.max(smallest, at(1.4 * size))}" text-anchor="middle" dominant-baseline="central">${escaped(text)}</text>`,
  );
  return [sheet, ...pages, ...marks, ...names].join("");
}

type Scale = (value: number) => number;

function drawCell({ box, page, name }: Cell, at: Scale, up: Scale): string {
  const fill = page === undefined ? "#eee" : "#fff";
  const rect = `<rect x="${at(box.x)}" y="${up(box.y + box.height)}" width="${at(box.width)}" height="${at(box.height)}" fill="${fill}" stroke="#999" stroke-width="0.5"/>`;
  const text = name ?? (page === undefined ? "blank" : String(page + 1));
  const size = page === undefined ? 11 : Math.min(40, at(Math.min(box.width, box.height)) / 2.5);
  const middle = [at(box.x + box.width / 2), up(box.y + box.height / 2)];
  return `${rect}<text x="${middle[0]}" y="${middle[1]}" font-size="${short(size)}" text-anchor="middle" dominant-baseline="central">${escaped(text)}</text>`;
}

function drawLine({ kind, from, to }: Line, at: Scale, up: Scale): string {
  return `<line x1="${at(from[0])}" y1="${up(from[1])}" x2="${at(to[0])}" y2="${up(to[1])}" ${pens[kind]}/>`;
}

function say(text: string, x: number, y: number): string {
  return `<text x="${x}" y="${short(y)}" dominant-baseline="central">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
