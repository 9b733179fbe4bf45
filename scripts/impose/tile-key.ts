import { thousandth } from "../pdf/length.ts";
import type { Box, Cell, Line, Side, Size } from "./plan.ts";

/** Points. */
const margin = 56;
const nameHeight = 18;

/** A part of the poster. */
export interface Part {
  name: string;
  column: number;
  row: number;
  /** On the poster. */
  box: Box;
}

/**
 * The whole poster in small, with the parts drawn on it: how they join.
 * @param page
 *   Index of the poster's page.
 * @param parts
 *   Parts.
 * @param sheet
 *   Sheet to draw it on.
 * @param size
 *   Size of the poster.
 */
export function keySide(page: number, parts: readonly Part[], sheet: Size, size: Size): Side {
  const room = { width: sheet.width - 2 * margin, height: sheet.height - 2 * margin };
  const scale =
    Math.floor(Math.min(room.width / size.width, room.height / size.height) * 1e4) / 1e4;
  const box: Box = {
    x: thousandth((sheet.width - size.width * scale) / 2),
    y: thousandth((sheet.height - size.height * scale) / 2),
    width: thousandth(size.width * scale),
    height: thousandth(size.height * scale),
  };
  const lines = parts.flatMap((part) => outline(part.box, box, scale));
  const labels = parts.map(({ name, box: own }) => ({
    text: name,
    x: box.x + (own.x + own.width / 2) * scale,
    y: box.y + (own.y + own.height / 2) * scale,
    height: nameHeight,
  }));
  const cell: Cell = { box, page, x: box.x, y: box.y, scale, name: "" };
  return { name: "Key", cells: [cell], lines, labels };
}

function outline(own: Box, key: Box, scale: number): Line[] {
  const at = (x: number, y: number) =>
    [thousandth(key.x + x * scale), thousandth(key.y + y * scale)] as const;
  const corners = [
    at(own.x, own.y),
    at(own.x + own.width, own.y),
    at(own.x + own.width, own.y + own.height),
    at(own.x, own.y + own.height),
  ];
  return corners.map((from, index) => ({
    kind: "cut" as const,
    from,
    to: corners[(index + 1) % corners.length] ?? from,
  }));
}
