import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { prepressCopies } from "../scripts/copies/prepress-copies.ts";
import { type Rectangle, transformed } from "../scripts/pdf/matrix.ts";
import { pageContent } from "../scripts/pdf/stream.ts";
import { readOperations } from "../scripts/pdf/tokens.ts";
import { walkOperations } from "../scripts/pdf/walk.ts";
import { preflight } from "../scripts/preflight/preflight.ts";
import { extendToBleed } from "../scripts/prepress/bleed.ts";
import { copierInks } from "../scripts/prepress/luminance.ts";
import { copierCopy, printCopy } from "../scripts/prepress/prepress.ts";
import { setPrintBoxes } from "../scripts/prepress/print-boxes.ts";
import type { Edition, Printed } from "../scripts/types.ts";
import { colours, printOptions } from "./support/print-copies.ts";
import { memoryWorld } from "./support/world-memory.ts";

const test = suite("prepress, bleed and profiles");
const options = { ...(await printOptions()), bleed: 2.54, slug: 25.4 };
// A hundred points square, a bleed of 7.2 points.
const [low, high] = [-7.2, 107.2];

test("should let areas that reach the edge go on into the bleed, on that side only", async () => {
  assert.equal(await painted("0 0 100 100 re f"), [[low, low, high, high]]);
  assert.equal(await painted("0 40 20 20 re f"), [[low, 40, 20, 60]]);
  assert.equal(await painted("60 90 20 10 re f"), [[60, 90, 80, high]]);
  assert.equal(await painted("10 10 80 80 re f"), [[10, 10, 90, 90]]);
});

test("should know the edge where pages are scaled, turned upside down or rounded to pixels", async () => {
  // As browsers write them.
  assert.equal(await painted("q 0.24 0 0 -0.24 0 100 cm 0 0 416.6667 416.6667 re f Q"), [
    [low, low, high, high],
  ]);
  assert.equal(await painted("q 0 1 -1 0 100 0 cm 0 0 100 20 re f Q"), [[80, low, high, high]]);
  assert.equal(await painted("0 -0.4 99.6 50.4 re f"), [[low, low, high, 50]]);
});

test("should let the clip round an area go with it", async () => {
  assert.equal(await painted("0 0 100 100 re W n 0 0 100 50 re f"), [[low, low, high, 50]]);
});

test("should let pictures grow over the edge that they reach", async () => {
  const [[left = 0, bottom = 0, right = 0, top = 0] = []] = await placed(
    "q 100 0 0 60 0 40 cm /I Do Q",
  );
  assert.equal([left, bottom, right, top].map(rounded), [low, 40, high, high]);
  assert.equal((await placed("q 50 0 0 50 25 25 cm /I Do Q"))[0]?.map(rounded), [25, 25, 75, 75]);
});

test("should leave alone what has no side along the edge", async () => {
  for (const content of [
    "0 0 m 100 0 l 100 100 l h f",
    "q 0.7071 0.7071 -0.7071 0.7071 50 -20 cm 0 0 50 50 re f Q",
  ]) {
    const document = await pageWith(content);
    const [page] = document.getPages();
    assert.ok(page);
    assert.is(Buffer.from(pageContent(page)).toString(), content);
  }
});

test("should pass our own preflight", async () => {
  const printed = await preflight(await printCopy(colours, await printOptions()));
  assert.is(printed.claim, "PDF/X-4");
  const grey = await preflight(await copierCopy(colours, { inks: copierInks() }));
  for (const { findings } of [printed, grey]) {
    const bad = findings.filter(({ severity }) => severity === "error");
    assert.equal(bad, []);
  }
});

test("should say of a profile that cannot be used what is wrong with it", async () => {
  const world = memoryWorld({
    "/home/rgb.icc": Buffer.alloc(200).fill("acsp", 36, 40),
    "/home/link.icc": { link: "/home/rgb.icc" },
    "/home/pipe.icc": { other: true },
    "/home/folder/rgb.icc": "",
  });
  const { print } = prepressCopies(world);
  for (const [profile, reason] of [
    ["none.icc", /“none.icc” cannot be read/],
    ["rgb.icc", /“rgb.icc” cannot be used: it is of class/],
    ["link.icc", /“link.icc” cannot be used: it is of class/],
    ["pipe.icc", /“pipe.icc” cannot be used: it is not a file/],
    ["folder", /“folder” cannot be used: it is not a file/],
  ] as const) {
    const edition = { sheets: { profile } } as unknown as Edition;
    const { pdf, faults } = await print("print", colours, edition, {
      pages: [],
    } as unknown as Printed);
    assert.is(pdf.length, 0);
    assert.is(faults.length, 1);
    assert.is(faults[0]?.rule, "print-profile");
    assert.match(String(faults[0]?.reason), reason);
    assert.ok(faults[0]?.note);
  }
});

test.run();

/** A page of a hundred points square, in its print boxes, whatever reaches its edge extended. */
async function pageWith(content: string): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const { context } = document;
  const page = document.addPage([100, 100]);
  const image = context.stream(Uint8Array.of(0), {
    Type: "XObject",
    Subtype: "Image",
    Width: 1,
    Height: 1,
    ColorSpace: "DeviceGray",
    BitsPerComponent: 8,
  });
  page.node.set(PDFName.of("Contents"), context.register(context.stream(content)));
  page.node.set(PDFName.of("Resources"), context.obj({ XObject: { I: context.register(image) } }));
  setPrintBoxes(document, options);
  extendToBleed(document, options);
  return document;
}

async function painted(content: string): Promise<number[][]> {
  return boxes(await pageWith(content)).painted.map((box) => box.map(rounded));
}

async function placed(content: string): Promise<number[][]> {
  return boxes(await pageWith(content)).placed;
}

/** What can be seen of areas and images, as left, bottom, right, top. */
function boxes(document: PDFDocument) {
  const found: { painted: number[][]; placed: number[][] } = { painted: [], placed: [] };
  const [page] = document.getPages();
  const corners = ({ left, bottom, right, top }: Rectangle) => [left, bottom, right, top];
  if (!page) return found;
  walkOperations(readOperations(pageContent(page)), {
    path({ subpaths: [first], fills }, { state: { clip } }) {
      if (!fills || !first) return;
      const { left, bottom, right, top } = first.box;
      const seen = clip ?? first.box;
      found.painted.push([
        Math.max(left, seen.left),
        Math.max(bottom, seen.bottom),
        Math.min(right, seen.right),
        Math.min(top, seen.top),
      ]);
    },
    xObject(_, { state }) {
      const unit = { left: 0, bottom: 0, right: 1, top: 1 };
      found.placed.push(corners(transformed(unit, state.matrix)));
    },
  });
  return found;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
