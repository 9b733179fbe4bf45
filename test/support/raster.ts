import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Greys of a page, from 0, black, to 255, row by row from the top. */
export interface Raster {
  width: number;
  height: number;
  greys: Uint8Array;
}

/** A rectangle in pixels, from the top left corner. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Draws every page of a PDF with poppler; mostly without smoothing, so that whole pixels decide. */
export function rasterise(pdf: Uint8Array, resolution = 72, smooth = false): Raster[] {
  const folder = mkdtempSync(join(tmpdir(), "handbill-raster-"));
  try {
    writeFileSync(join(folder, "in.pdf"), pdf);
    const smoothing = smooth ? [] : ["-aa", "no", "-aaVector", "no"];
    const flags = ["-gray", ...smoothing, "-r", String(resolution)];
    execFileSync("pdftoppm", [...flags, join(folder, "in.pdf"), join(folder, "page")]);
    const names = readdirSync(folder).filter((name) => name.endsWith(".pgm"));
    return names.sort().map((name) => parse(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Cuts an area out; what lies beyond the raster is white. */
export function crop({ width, height, greys }: Raster, area: Area): Raster {
  const cut = new Uint8Array(area.width * area.height).fill(255);
  for (let y = 0; y < area.height; y++) {
    for (let x = 0; x < area.width; x++) {
      const [column, row] = [area.left + x, area.top + y];
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      cut[y * area.width + x] = greys[row * width + column] ?? 255;
    }
  }
  return { width: area.width, height: area.height, greys: cut };
}

/** How many pixels of two rasters of one size differ. */
export function difference(one: Raster, other: Raster): number {
  if (one.width !== other.width || one.height !== other.height) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (const [index, grey] of one.greys.entries()) if (grey !== other.greys[index]) count++;
  return count;
}

function parse(bytes: Uint8Array): Raster {
  const head = Buffer.from(bytes.subarray(0, 60)).toString("latin1");
  const found = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(head);
  if (!found) throw new Error("no grey raster");
  return {
    width: Number(found[1]),
    height: Number(found[2]),
    greys: bytes.subarray(found[0].length),
  };
}
