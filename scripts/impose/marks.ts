import type { Outline } from "../types.ts";
import type { Label, Line, LineKind } from "./plan.ts";

/** How a line is drawn: width and dashes in points, grey from 0, black, to 1. */
interface Pen {
  width: number;
  dashes: string;
  grey: number;
}

const pens: Readonly<Record<LineKind, Pen>> = {
  collate: { width: 2, dashes: "", grey: 0 },
  cut: { width: 0.25, dashes: "", grey: 0 },
  fold: { width: 0.25, dashes: "2 2", grey: 0.4 },
  glue: { width: 0.25, dashes: "1 2", grey: 0 },
  staple: { width: 0.5, dashes: "", grey: 0.4 },
};

/**
 * Content that draws a mark.
 * @param line
 *   Mark.
 */
export function drawLine({ kind, from, to }: Line): string {
  const { width, dashes, grey } = pens[kind];
  return `q ${width} w ${grey} G [${dashes}] 0 d ${from.join(" ")} m ${to.join(" ")} l S Q\n`;
}

/**
 * Content that draws a label as outlines, so that no font is needed. On a white plate, for it may stand on a page.
 * @param label
 *   Label.
 * @param outline
 *   Its outlines.
 */
export function drawLabel({ x, y, height }: Label, outline: Outline): string {
  const scale = height / outline.height;
  const at = (px: string, py: string) =>
    `${short(x + (Number(px) - outline.x - outline.width / 2) * scale)} ${short(y - (Number(py) - outline.y - outline.height / 2) * scale)}`;
  const path = outline.path.replaceAll(
    /([MLC])([^MLCZ]*)|Z/g,
    (_, command: string | undefined, numbers: string | undefined) =>
      command === undefined
        ? "h\n"
        : `${(numbers ?? "").replaceAll(/(-?[\d.]+) (-?[\d.]+)/g, (_pair, px: string, py: string) => at(px, py))} ${command.toLowerCase()}\n`,
  );
  const width = outline.width * scale;
  const plate = [x - width / 2 - 2, y - height / 2 - 2, width + 4, height + 4].map(short);
  return `q 1 g ${plate.join(" ")} re f 0 g\n${path}f Q\n`;
}

function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}
