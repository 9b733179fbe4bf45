import { thousandth } from "../pdf/length.ts";
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
 * Content that draws a label, on a white plate, for it may stand on a page.
 * @param label
 *   Label.
 * @param outline
 *   Its outlines.
 * @param name
 *   Resource name of the form that `outlineContent` is the content of.
 */
export function drawLabel({ x, y, height }: Label, outline: Outline, name: string): string {
  const scale = height / outline.height;
  const width = outline.width * scale;
  const plate = [x - width / 2 - 2, y - height / 2 - 2, width + 4, height + 4].map(thousandth);
  const left = thousandth(x - (outline.x + outline.width / 2) * scale);
  const baseline = thousandth(y + (outline.y + outline.height / 2) * scale);
  const size = Math.round(scale * 1e6) / 1e6;
  return `q 1 g ${plate.join(" ")} re f 0 g ${size} 0 0 ${size} ${left} ${baseline} cm /${name} Do Q\n`;
}

/**
 * Content of a label: outlines in font units, so that no font is needed.
 * @param outline
 *   Outlines.
 */
export function outlineContent({ path }: Outline): string {
  const drawn = [...path.matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, command = "", numbers = ""]) => {
    if (command === "Z") return "h";
    // Font units grow upwards, those of the path downwards.
    const points = (numbers.match(/-?[\d.]+/g) ?? []).map(
      (number, index) => Math.round(Number(number)) * (index % 2 === 0 ? 1 : -1),
    );
    return `${points.map((point) => point + 0).join(" ")} ${command.toLowerCase()}`;
  });
  return `${drawn.join("\n")}\nf\n`;
}
