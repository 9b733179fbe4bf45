import { millimetresPerPoint } from "../pdf/length.ts";
import { isWithin, type Rectangle } from "../pdf/matrix.ts";
import { limits } from "../tables/print-limits.ts";
import { hasArea } from "./edges.ts";
import { type Finding, find } from "./finding.ts";
import type { Boxes, Inspected, InspectedPage } from "./inspected.ts";

// Points. Chromium and others round pages to less than that.
const tolerance = 0.02;

// Which lies in which (ISO 32000-1, 14.11.2).
const nesting = [
  ["trim", "bleed"],
  ["trim", "media"],
  ["bleed", "media"],
  ["crop", "media"],
] as const;
const names: Readonly<Record<keyof Omit<Boxes, "given">, string>> = {
  media: "MediaBox",
  crop: "CropBox",
  bleed: "BleedBox",
  trim: "TrimBox",
  art: "ArtBox",
};

/**
 * Looks at page boxes: whether they lie in one another, and whether pages are of one size.
 * @param inspected
 *   The file.
 * @returns
 *   Findings `box-empty`, `box-outside` and `box-differs`.
 */
export function checkBoxes({ pages }: Inspected): Finding[] {
  const [first] = pages;
  return pages.flatMap((page) => [
    ...checkNesting(page),
    ...(first === undefined || sameSize(page, first) ? [] : [differs(page, first)]),
  ]);
}

function checkNesting(page: InspectedPage): Finding[] {
  const { boxes } = page;
  const written = (name: keyof typeof names) => boxes.given.has(names[name]);
  const empty = (Object.keys(names) as (keyof typeof names)[])
    .filter((name) => !hasArea(boxes[name]))
    .map((name) => find("box-empty", { box: names[name] }, { page }));
  const outside = nesting
    .filter(([inner, outer]) => written(inner) && (written(outer) || outer === "media"))
    .filter(([inner, outer]) => !isWithin(boxes[inner], grown(boxes[outer])))
    .map(([inner, outer]) =>
      find(
        "box-outside",
        { inner: names[inner], outer: names[outer] },
        { page, box: boxes[inner] },
      ),
    );
  return empty.length > 0 ? empty.slice(0, 1) : outside;
}

function grown({ left, bottom, right, top }: Rectangle): Rectangle {
  return {
    left: left - tolerance,
    bottom: bottom - tolerance,
    right: right + tolerance,
    top: top + tolerance,
  };
}

function sameSize(page: InspectedPage, other: InspectedPage): boolean {
  const [a, b] = [sizeOf(page), sizeOf(other)];
  return a.every((side, at) => Math.abs(side - (b[at] ?? 0)) <= limits.roundingOfSizes);
}

function differs(page: InspectedPage, first: InspectedPage): Finding {
  const [size, other] = [page, first].map((one) => sizeOf(one).map(tenth).join(" × "));
  return find("box-differs", { size: size ?? "", first: other ?? "" }, { page });
}

/** Width and height of the trimmed page as it is read, mm. */
function sizeOf({ boxes, unit, rotation }: InspectedPage): number[] {
  const { trim } = boxes;
  const sides = [trim.right - trim.left, trim.top - trim.bottom].map(
    (side) => side * unit * millimetresPerPoint,
  );
  return rotation % 180 === 0 ? sides : sides.reverse();
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
