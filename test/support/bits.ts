import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./programs.ts";

/** A page as a copier sees it: 1 is a dot of toner. */
export interface Bits {
  width: number;
  height: number;
  dots: Uint8Array;
}

// Pixels: less is a dot of a screen or a full stop, not a letter.
const smallestLetter = 20;

/** Draws a page of a PDF with poppler in black and white dots, 300 to an inch. */
export function bits(pdf: Uint8Array, page: number): Bits {
  const folder = mkdtempSync(join(tmpdir(), "handbill-bits-"));
  try {
    writeFileSync(join(folder, "in.pdf"), pdf);
    const pages = ["-f", String(page), "-l", String(page), "-singlefile"];
    run("pdftoppm", "-mono", "-r", "300", ...pages, join(folder, "in.pdf"), join(folder, "out"));
    return parse(readFileSync(join(folder, "out.pbm")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Dots of the first that the second lacks, and dots that it has beside. */
export function differences(one: Bits, other: Bits): { lost: number; added: number } {
  let [lost, added] = [0, 0];
  for (const [index, dot] of one.dots.entries()) {
    if (dot && !other.dots[index]) lost++;
    if (!dot && other.dots[index]) added++;
  }
  return { lost, added };
}

/** How many shapes as large as letters the first has, and how many of them the second has not joined to others. */
export function lettersApart(one: Bits, other: Bits): { letters: number; apart: number } {
  const [shapes, after] = [connected(one), connected(other)];
  const joined = new Map<number, Set<number>>();
  for (const [index, shape] of shapes.labels.entries()) {
    if ((shapes.sizes[shape] ?? 0) < smallestLetter || shape === 0) continue;
    const whole = after.labels[index] ?? 0;
    joined.set(whole, (joined.get(whole) ?? new Set()).add(shape));
  }
  const groups = [...joined.values()];
  return {
    letters: groups.reduce((sum, group) => sum + group.size, 0),
    apart: groups.filter((group) => group.size === 1).length,
  };
}

/** Which shape each dot belongs to, from 1, and how many dots each has; dots hang together by their sides. */
function connected({ width, dots }: Bits): { labels: Int32Array; sizes: number[] } {
  const labels = new Int32Array(dots.length);
  const sizes = [0];
  const open: number[] = [];
  const visit = (place: number, label: number) => {
    if (!dots[place] || labels[place]) return;
    labels[place] = label;
    open.push(place);
  };
  for (let start = 0; start < dots.length; start++) {
    const label = sizes.length;
    visit(start, label);
    if (open.length === 0) continue;
    let size = 0;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      size++;
      if (place % width > 0) visit(place - 1, label);
      if (place % width < width - 1) visit(place + 1, label);
      visit(place - width, label);
      visit(place + width, label);
    }
    sizes.push(size);
  }
  return { labels, sizes };
}

function parse(bytes: Uint8Array): Bits {
  const head = Buffer.from(bytes.subarray(0, 60)).toString("latin1");
  const [all = "", columns = 0, rows = 0] = /^P4\s+(\d+)\s+(\d+)\s/.exec(head) ?? [];
  const [width, height] = [Number(columns), Number(rows)];
  const dots = new Uint8Array(width * height);
  const row = Math.ceil(width / 8);
  for (let place = 0; place < dots.length; place++) {
    const [x, y] = [place % width, Math.floor(place / width)];
    const byte = bytes[all.length + y * row + (x >> 3)] ?? 0;
    dots[place] = (byte >> (7 - (x & 7))) & 1;
  }
  return { width, height, dots };
}
