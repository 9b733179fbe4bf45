import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { finishPdf } from "../scripts/finish/finish.ts";
import { outlineWord } from "../scripts/fonts/outline.ts";
import { drawSheets } from "../scripts/impose/draw-sheets.ts";
import { gather } from "../scripts/impose/gather.ts";
import { imposePdf } from "../scripts/impose/impose.ts";
import { layouts } from "../scripts/impose/layouts.ts";
import { loadPdf } from "../scripts/impose/load.ts";
import type { ImposeOptions, LayoutOptions, Plan, Side } from "../scripts/impose/plan.ts";
import { verifySheets } from "../scripts/impose/verify-sheets.ts";
import { points as exactly, thousandth } from "../scripts/pdf/length.ts";
import { papers, sheets } from "../scripts/tables/formats.ts";
import { numbered } from "./support/numbered.ts";
import { logical, printed } from "./support/printed.ts";
import { type Area, crop, difference, type Raster, rasterise } from "./support/raster.ts";

const test = suite("impose");

const points = (millimetres: number) => thousandth(exactly(millimetres));

// Points; a half-letter page is a whole number of them, so pages fall on the pixels of a raster.
const half = { width: 396, height: 612 };
const letter = { width: 612, height: 792 };
const plain: LayoutOptions = {
  pages: 13,
  page: half,
  sheet: letter,
  direction: "ltr",
  backCover: false,
  thickness: 0,
  overlap: 28,
};
const options: ImposeOptions = {
  layout: "saddle",
  sheet: sheets.letter,
  direction: "ltr",
  backCover: false,
  thickness: 0,
  outline: (text) => outlineWord(text, "en"),
};
const thirteen = await numbered(13, [half.width, half.height]);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test("should put blanks after the text, and before a page that is the back cover", () => {
  assert.equal(gather(5, 4, false), [0, 1, 2, 3, 4, undefined, undefined, undefined]);
  assert.equal(gather(5, 4, true), [0, 1, 2, 3, undefined, undefined, undefined, 4]);
  assert.equal(gather(4, 4, true), [0, 1, 2, 3]);
  assert.equal(gather(1, 4, true), [0, undefined, undefined, undefined]);
});

test("should read in order when folded, whatever the number of pages, signatures and the direction", () => {
  for (const direction of ["ltr", "rtl"] as const) {
    for (const signature of [undefined, 4, 8, 16]) {
      for (let pages = 1; pages <= 41; pages++) {
        const plan = layouts.saddle({ ...plain, pages, direction, signature });
        const read = fold(plan.sides.map(halvesOf), direction, signature);
        assert.equal(
          read.filter((page) => page !== undefined),
          upTo(pages),
        );
        assert.is(read.length, Math.ceil(pages / 4) * 4);
      }
    }
  }
});

test("should move pages to the fold by a leaf for each sheet further in, and never over it", () => {
  const { sides } = layouts.saddle({ ...plain, thickness: 0.5 });
  const moved = sides.map(({ cells }) => cells.map(({ x, box }) => x - box.x));
  assert.equal(
    moved,
    [0, 0, 0.5, 0.5, 1, 1, 1.5, 1.5].map((by) => [by, 0 - by]),
  );
  for (const { cells } of sides)
    assert.equal(
      cells.map(({ box }) => box.x),
      [0, 396],
    );
  const [one, , two] = layouts.saddle({ ...plain, thickness: 0.5, signature: 4 }).sides;
  assert.equal(
    two?.cells.map(({ x }) => x),
    one?.cells.map(({ x }) => x),
  );
});

test("should refuse a sheet that does not hold two pages", async () => {
  const { pdf, faults } = await imposePdf(thirteen, { ...options, sheet: sheets.a4 });
  assert.is(pdf.length, 0);
  assert.is(faults[0]?.rule, "sheet-size");
  assert.match(faults[0]?.reason ?? "", /139\.7 × 215\.9 mm do not fit .* 297 × 210 mm/);
  assert.match(faults[0]?.note ?? "", "--sheet");
});

test("should lay any page in the middle of any sheet that holds two", () => {
  for (const { booklet, page } of [papers.us, papers.iso]) {
    const sizes = { page: size(booklet), sheet: size(page) };
    for (const sheet of [sizes.sheet, size(sheets.a3), size(sheets.tabloid)]) {
      const { sides, sheet: across } = layouts.saddle({ ...plain, ...sizes, sheet });
      for (const { cells } of sides) {
        const [left, right] = cells.map(({ box }) => box);
        assert.ok(left && right && left.x >= 0 && right.x + right.width <= across.width + 0.01);
        assert.ok(Math.abs((left?.x ?? 0) + (left?.width ?? 0) - across.width / 2) < 0.002);
      }
    }
  }
});

test("should lay a cut pile so that its parts, on each other, read on", () => {
  for (const direction of ["ltr", "rtl"] as const) {
    for (let pages = 1; pages <= 30; pages++) {
      const page = { width: 306, height: 396 };
      const { sides, sheet } = layouts.cutStack({ ...plain, pages, page, direction });
      const fronts = sides.filter((_, index) => index % 2 === 0);
      const read = upTo(4).flatMap((_, place) =>
        fronts.flatMap((front, index) => {
          const leaf = front.cells[place];
          const back = behind(
            leaf?.box.x ?? 0,
            leaf?.box.y ?? 0,
            sides[2 * index + 1],
            sheet.width,
          );
          return [leaf?.page, back?.page];
        }),
      );
      assert.equal(
        read.flatMap((number) => (number === undefined ? [] : [number + 1])),
        upTo(pages),
      );
    }
  }
});

test("should fill each sheet with one leaf, its back behind it, where a copy is small", () => {
  const plan = layouts.repeated({ ...plain, pages: 3, page: { width: 306, height: 396 } });
  assert.equal(
    plan.sides.map(({ cells }) => cells.map(({ page }) => page)),
    [Array(4).fill(0), Array(4).fill(1), Array(4).fill(2), Array(4).fill(undefined)],
  );
  assert.is(layouts.repeated({ ...plain, pages: 1 }).sides.length, 1);
});

test("should set pages beside and under each other in the order of reading", () => {
  const boxes = (direction: "ltr" | "rtl") => {
    const plan = layouts.fourUp({ ...plain, page: letter, pages: 6, direction });
    return plan.sides[0]?.cells.map(({ box }) => [box.x, box.y]);
  };
  assert.equal(boxes("ltr"), [
    [0, 396],
    [306, 396],
    [0, 0],
    [306, 0],
  ]);
  assert.equal(boxes("rtl"), [
    [306, 396],
    [0, 396],
    [306, 0],
    [0, 0],
  ]);
  const { sheet, sides } = layouts.twoUp({ ...plain, page: letter, pages: 3 });
  assert.equal(sheet, { width: 792, height: 612 });
  assert.ok(Math.abs((sides[0]?.cells[0]?.scale ?? 0) - 396 / 612) < 1e-5);
  assert.equal(
    sides.map(({ cells }) => cells.map(({ page }) => page)),
    [
      [0, 1],
      [2, undefined],
    ],
  );
});

test("should count a sheet whose back stays empty as one", async () => {
  const pages = await numbered(5, [letter.width, letter.height]);
  const { sheets: count, faults } = await imposePdf(pages, { ...options, layout: "twoUp" });
  assert.equal(faults, []);
  assert.is(count, 2);
});

test("should fill the inside before a last page goes on the back", () => {
  const read = (pages: number, multiple: number) =>
    gather(pages, multiple, true).map((page) => (page === undefined ? "" : page + 1));
  assert.equal(read(2, 4), [1, 2, "", ""]);
  assert.equal(read(3, 4), [1, 2, "", 3]);
  assert.equal(read(6, 4), [1, 2, 3, 4, 5, "", "", 6]);
  // A leaflet opens on three panels.
  assert.equal(read(2, 6), [1, 2, "", "", "", ""]);
  assert.equal(read(4, 6), [1, 2, 3, 4, "", ""]);
  assert.equal(read(5, 6), [1, 2, 3, 4, "", 5]);
});

test("should lay six panels so that three read on when the leaflet lies open", () => {
  for (const [paper, least] of [
    [papers.us, 1.5],
    [papers.iso, 1],
  ] as const) {
    const given = { ...plain, page: size(paper.leaflet), sheet: size(paper.page), pages: 6 };
    const { sides, sheet } = layouts.triFold(given);
    assert.equal(
      sides.map(({ cells }) => cells.map(({ page }) => (page ?? 0) + 1)),
      [
        [5, 6, 1],
        [2, 3, 4],
      ],
    );
    const widths = sides.map(({ cells }) => cells.map(({ box }) => box.width));
    const [narrow = 0, wide = 0] = widths[0] ?? [];
    assert.equal(widths, [
      [narrow, wide, wide],
      [wide, wide, narrow],
    ]);
    assert.ok(wide - narrow > points(least) - 0.01 && wide - narrow < points(2) + 0.01);
    assert.ok(Math.abs(narrow + 2 * wide - sheet.width) < 0.01);
    const turned = layouts.triFold({ ...given, direction: "rtl" }).sides;
    assert.equal(
      turned.map(({ cells }) => cells.map(({ page }) => (page ?? 0) + 1)),
      [
        [1, 6, 5],
        [4, 3, 2],
      ],
    );
  }
});

test("should take a poster apart into as few sheets as hold it, named by row and column", () => {
  const { sides, sheet } = layouts.tiles({
    ...plain,
    pages: 1,
    page: { width: 1296, height: 1728 },
  });
  assert.equal(
    sides.map(({ name }) => name),
    ["Key", "A1", "A2", "B1", "B2", "C1", "C2", "D1", "D2"],
  );
  assert.equal(sheet, { width: 792, height: 612 });
  for (const {
    lines,
    cells: [cell],
  } of sides.slice(1)) {
    const { x = 0, y = 0, width = 0, height = 0 } = cell?.box ?? {};
    // No mark on the picture: parts have to meet.
    for (const { from, to } of lines)
      for (const [left, low] of [from, to])
        assert.not.ok(left > x && left < x + width && low > y && low < y + height);
  }
  assert.throws(() => layouts.tiles({ ...plain, page: { width: 1e5, height: 1e5 } }), /100 sheets/);
  assert.throws(() => layouts.tiles({ ...plain, page: letter, overlap: 900 }), /100 sheets/);
});

test("should give the same bytes for the same pages", async () => {
  const [one, two] = await Promise.all([
    imposePdf(thirteen, options),
    imposePdf(thirteen, options),
  ]);
  assert.equal(one.faults, []);
  assert.ok(Buffer.from(one.pdf).equals(Buffer.from(two.pdf)));
});

test("should ask the printer for both sides, the short edge and the real size", async () => {
  const { pdf, sheets: count } = await imposePdf(thirteen, { ...options, direction: "rtl" });
  assert.is(count, 4);
  const preferences = (await loadPdf(pdf)).catalog.getViewerPreferences();
  assert.is(preferences?.getDuplex(), "DuplexFlipShortEdge");
  assert.is(preferences?.getPrintScaling(), "None");
  assert.is(preferences?.getReadingDirection(), "R2L");
});

test("should hold every font and picture once, no tags, no links, and little more", async () => {
  // Two tagged pages with links.
  const finished = await finishPdf(printed, {
    ...{ logical, title: "Actas", authors: [], language: "es", direction: "ltr", numerals: "latn" },
    ...{ sheet: papers.iso.booklet, seconds: 0, version: "0" },
  });
  const { pdf, faults } = await imposePdf(finished, { ...options, sheet: sheets.a4 });
  assert.equal(faults, []);
  assert.equal(await fontFiles(pdf), await fontFiles(finished));
  const imposed = await loadPdf(pdf);
  for (const key of ["StructTreeRoot", "Outlines", "MarkInfo", "Dests", "Names"])
    assert.not.ok(imposed.catalog.has(PDFName.of(key)), key);
  for (const page of imposed.getPages()) assert.not.ok(page.node.has(PDFName.of("Annots")));
  assert.ok(pdf.length <= 1.1 * finished.length, `${pdf.length} of ${finished.length}`);
});

test("should find a page that is missing, doubled, cut off, over another or not the same", async () => {
  const source = await loadPdf(thirteen);
  const plan = layouts.saddle(plain);
  const draw = async (change: (plan: Plan) => void, pages = source) => {
    const wrong = structuredClone(plan);
    change(wrong);
    const drawing = { plan: wrong, outlines: new Map(), direction: "ltr" } as const;
    const bytes = await drawSheets(pages, drawing);
    return verifySheets(await loadPdf(bytes), source, plan).map(({ reason }) => reason);
  };
  const cells = ({ sides }: Plan, side: number) => sides[side]?.cells as Side["cells"];
  assert.equal(await draw(() => {}), []);
  assert.match(
    (await draw((one) => cells(one, 1).splice(0, 1))).join(),
    /page 2 is on them 0 times/,
  );
  assert.match(
    (await draw((one) => cells(one, 1).map((cell) => Object.assign(cell, { page: 1 })))).join(),
    /page 2 is on them 2 times/,
  );
  assert.match(
    (await draw((one) => Object.assign(cells(one, 0)[1] ?? {}, { x: 420 }))).join(),
    /page 1 would be cut off/,
  );
  assert.match((await draw((one) => one.sides.pop())).join(), /7 sides of sheets instead of 8/);
  const over = { box: { x: 0, y: 0, ...half }, x: 0 };
  assert.match(
    (await draw((one) => Object.assign(cells(one, 7)[1] ?? {}, over))).join(),
    /lie on each other/,
  );
  for (const size of [
    { width: 791, height: 612 },
    { width: 792, height: 613 },
  ])
    assert.match(
      (await draw((one) => Object.assign(one, { sheet: size }))).join(),
      `side 1 is ${size.width} × ${size.height} pt instead of 792 × 612`,
    );
  const other = await loadPdf(await numbered(13, [half.width, half.height - 1]));
  assert.match((await draw(() => {}, other)).join(), /page 1 is not the same/);
});

test("should refuse paper so thick that pages would lose text at the fold", async () => {
  const { faults } = await imposePdf(thirteen, { ...options, thickness: 3 });
  assert.match(faults.map(({ reason }) => reason).join(), /page 7 would be cut off/);
  assert.match(faults[0]?.note ?? "", "--thickness");
});

test("should warn of more sheets in one fold than staples go through", () => {
  const cautions = (pages: number, signature?: number) =>
    layouts.saddle({ ...plain, pages, signature }).cautions?.map(({ reason }) => reason);
  assert.equal(cautions(80), []);
  assert.match(cautions(81)?.join() ?? "", /^21 sheets/);
  assert.equal(cautions(200, 16), []);
});

test("should draw every side of every sheet, its pages and what to do", async () => {
  const { picture } = await imposePdf(thirteen, options);
  assert.match(picture, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  for (const words of ["Sheet 1, outside", "Sheet 4, inside", ">blank<", ">13<", "short edge"])
    assert.ok(picture.includes(words), words);
});

const withPoppler = program("pdftoppm");

for (const [name, given] of [
  ["a booklet", {}],
  ["a booklet that is bound at the right", { direction: "rtl" }],
  ["two signatures", { signature: 8 }],
  ["a last page on the back cover", { backCover: true }],
] as const satisfies [string, Partial<ImposeOptions>][]) {
  withPoppler(`should fold ${name} to pages that look like those it was made of`, async () => {
    const { direction = "ltr", signature, backCover }: Partial<ImposeOptions> = given;
    const { pdf, faults } = await imposePdf(thirteen, { ...options, ...given });
    assert.equal(faults, []);
    const pages = rasterise(thirteen);
    const sides = rasterise(pdf);
    assert.is(sides.length, 8);
    const seen = sides.map((side) => [0, half.width].map((left) => nameOf(side, left, pages)));
    const blanks = [undefined, undefined, undefined];
    const read = backCover ? [...upTo(12), ...blanks, 13] : [...upTo(13), ...blanks];
    assert.equal(fold(seen, direction, signature), read);
  });
}

withPoppler("should look the same when pages move for the thickness of paper", async () => {
  // A pixel a leaf.
  const { pdf } = await imposePdf(thirteen, { ...options, thickness: 25.4 / 72 });
  const pages = rasterise(thirteen);
  for (const [index, side] of rasterise(pdf).entries()) {
    const depth = Math.floor(index / 2);
    const cells = layouts.saddle(plain).sides[index]?.cells ?? [];
    for (const [place, { page }] of cells.entries()) {
      if (page === undefined) continue;
      const left = place * half.width + (place === 0 ? depth : -depth);
      assert.is(nameOf(side, left, pages, 2 + depth), page + 1);
    }
  }
});

withPoppler(
  "should put a poster together again from its parts, alike where they overlap",
  async () => {
    const page = { width: 1296, height: 1728 };
    const poster = await numbered(1, [page.width, page.height]);
    const { pdf, faults } = await imposePdf(poster, { ...options, layout: "tiles" });
    assert.equal(faults, []);
    const [whole] = rasterise(poster);
    const plan = layouts.tiles({ ...plain, pages: 1, page, overlap: points(10) });
    const covered = new Uint8Array(page.width * page.height);
    for (const [index, side] of rasterise(pdf).entries()) {
      const cell = plan.sides[index]?.cells[0];
      if (!whole || cell?.scale !== 1) continue;
      const { box } = cell;
      const part = crop(side, area(box.x, plan.sheet.height - box.y - box.height, box));
      const there = area(box.x - cell.x, page.height - (box.y - cell.y) - box.height, box);
      assert.is(difference(part, crop(whole, there)), 0);
      for (let row = there.top; row < there.top + there.height; row++)
        covered.fill(1, row * page.width + there.left, row * page.width + there.left + there.width);
    }
    assert.not.ok(covered.includes(0));
  },
);

withPoppler("should show all six panels of a leaflet, in reading order", async () => {
  const { width, height } = size(papers.us.leaflet);
  const source = await numbered(6, [width, height]);
  const { pdf, faults } = await imposePdf(source, { ...options, layout: "triFold" });
  assert.equal(faults, []);
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf }).toString("utf8");
  const [outside = "", inside = ""] = text.split("\f").map((side) => side.match(/\d+/g)?.join());
  assert.equal([outside, inside], ["5,6,1", "2,3,4"]);
});

program("qpdf")("should write files that qpdf has nothing to say against", async () => {
  const folder = mkdtempSync(join(tmpdir(), "handbill-impose-"));
  const path = join(folder, "sheets.pdf");
  for (const layout of ["saddle", "cutStack", "twoUp", "fourUp", "repeated"] as const) {
    const { pdf, faults } = await imposePdf(thirteen, { ...options, layout });
    assert.equal(faults, []);
    writeFileSync(path, pdf);
    execFileSync("qpdf", ["--check", path], { stdio: "ignore" });
  }
  rmSync(folder, { recursive: true });
});

withPoppler("should give sides the exact size of the sheet", async () => {
  for (const sheet of ["letter", "a3", "tabloid"] as const) {
    const { pdf } = await imposePdf(thirteen, { ...options, sheet: sheets[sheet] });
    const said = execFileSync("pdfinfo", ["-box", "-l", "8", "-"], { input: pdf }).toString();
    const boxes = [...said.matchAll(/MediaBox:\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)/g)];
    assert.is(boxes.length, 8);
    for (const [, , , width, height] of boxes) {
      assert.ok(Math.abs((Number(width) / 72) * 25.4 - sheets[sheet].height) < 0.01);
      assert.ok(Math.abs((Number(height) / 72) * 25.4 - sheets[sheet].width) < 0.01);
    }
  }
});

test.run();

/** Folds sheets as a person does, and turns the pages; of each side, what is on its halves from the left. */
function fold(
  sides: ReadonlyArray<ReadonlyArray<number | undefined>>,
  direction: "ltr" | "rtl",
  signature = sides.length * 2,
): Array<number | undefined> {
  const read: Array<number | undefined> = [];
  for (let start = 0; start < sides.length; start += signature / 2) {
    const own = sides.slice(start, start + signature / 2);
    const leaves: Array<Array<number | undefined>> = [];
    for (let sheet = own.length / 2 - 1; sheet >= 0; sheet--) {
      const [outside = [], inside = []] = own.slice(2 * sheet, 2 * sheet + 2);
      // Turned about its short edge, the back of the right half is the left one.
      const right = [outside[1], inside[0]];
      const left = [outside[0], inside[1]];
      // The inner sheet lies in the fold of the outer one.
      if (direction === "ltr") leaves.splice(0, leaves.length, right, ...leaves, left.toReversed());
      else leaves.splice(0, leaves.length, left, ...leaves, right.toReversed());
    }
    read.push(...leaves.flat());
  }
  return read;
}

function halvesOf({ cells }: Side): Array<number | undefined> {
  return cells.map(({ page }) => (page === undefined ? undefined : page + 1));
}

function behind(x: number, y: number, back: Side | undefined, width: number) {
  return back?.cells.find(
    ({ box }) => Math.abs(box.y - y) < 0.01 && Math.abs(width - box.x - box.width - x) < 0.01,
  );
}

/** Which page lies there, but for its edges, where marks may stand; `undefined` when it is blank. */
function nameOf(
  side: Raster,
  left: number,
  pages: readonly Raster[],
  edge = 2,
): number | undefined {
  const inner = {
    left: edge,
    top: edge,
    width: half.width - 2 * edge,
    height: half.height - 2 * edge,
  };
  const there = crop(side, { ...inner, left: left + edge });
  if (there.greys.every((grey) => grey === 255)) return undefined;
  const found = pages.findIndex((page) => difference(crop(page, inner), there) === 0);
  assert.ok(found >= 0, "a page on a sheet looks like none of those it was made of");
  return found + 1;
}

function area(
  left: number,
  top: number,
  { width, height }: { width: number; height: number },
): Area {
  return { left, top, width, height };
}

function size({ width, height }: { width: number; height: number }) {
  return { width: points(width), height: points(height) };
}

async function fontFiles(pdf: Uint8Array): Promise<number> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  return context
    .enumerateIndirectObjects()
    .filter(
      ([, object]) => object instanceof PDFRawStream && object.dict.has(PDFName.of("Length1")),
    ).length;
}

/** A test that needs a program: without it the test counts as skipped. */
function program(command: string) {
  return (name: string, body: () => Promise<void>) => {
    const define = installed(command) ? test : test.skip;
    if (define === test.skip) console.log(`Skipped, as ${command} is not installed: ${name}`);
    define(`${name} (${command})`, body);
  };
}

function installed(command: string): boolean {
  try {
    execFileSync(command, ["-v"], { stdio: "ignore" });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
