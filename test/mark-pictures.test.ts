import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { finishPdf } from "../scripts/finish/finish.ts";
import { paperInks, pictureInks } from "../scripts/finish/mark-inks.ts";
import { verifyFinish } from "../scripts/finish/verify.ts";
import { outlineWord } from "../scripts/fonts/outline.ts";
import { decodeStream } from "../scripts/pdf/stream.ts";
import type { Logical } from "../scripts/types.ts";
import { fonts, logical, plainOptions, printed, setting } from "./support/printed.ts";
import { needing } from "./support/programs.ts";
import { crop, difference, type Raster, rasterise } from "./support/raster.ts";
import { openSetter } from "./support/set-text.ts";

const test = suite("mark-pictures");
const setter = openSetter();
test.after(() => setter.close());

const mark = await outlineWord("Draft", "en");
/** Most of an A5 page, in points from its top left corner. */
const place = { x: 40, y: 60, width: 340, height: 450 };
const grounds = { black: "0 g", dark: ".37 g", middle: ".6 g", light: ".775 g", white: "1 g" };
const clear =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";
const bare = { ...logical, pictures: [] };

test("should fill white as the mark does paper, keep its line off words, and keep fill and line apart on every grey", () => {
  const over = (ink: number, below: number) =>
    pictureInks.opacity * ink + (1 - pictureInks.opacity) * below;
  assert.ok(Math.abs(over(pictureInks.fill, 1) - paperInks.fill) < 0.001);
  assert.ok(contrast(0, paperInks.stroke) >= 11);
  for (let below = 0; below <= 1; below += 0.01) {
    const apart = contrast(over(pictureInks.fill, below), over(pictureInks.stroke, below));
    assert.ok(apart >= 2.3, `${below}: ${apart}`);
  }
  assert.ok(contrast(over(pictureInks.fill, 0), over(pictureInks.fill, 1)) >= 4.5);
});

test("should draw the mark across pictures last, as an artifact, and nothing more where there are none", async () => {
  const [first, second] = (await read(await finishPdf(printed, options(logical)))).getPages();
  const names = [first, second].map((page) =>
    page?.node.Resources()?.lookup(PDFName.of("XObject"), PDFDict).has(across),
  );
  assert.equal(names, [true, false]);
  const plain = (await read(await finishPdf(printed, options(bare)))).getPage(1);
  assert.equal(second && contents(second), contents(plain));
  const drawn = first && contents(first);
  assert.match(
    drawn?.at(-1) ?? "",
    /^\/Artifact <<.*\/Watermark>> BDC\nq .* re W n .* Do Q\nEMC\n$/,
  );
});

test("should let a picture take most of a marked page", async () => {
  const pdf = await finishPdf(await pictured("0 g"), options(logicalOf()));
  assert.equal(await faults(pdf, logicalOf()), []);
});

test("should leave pictures of a final text alone", async () => {
  const pdf = await finishPdf(await pictured("0 g"), { ...plainOptions, logical: logicalOf() });
  const document = await read(pdf);
  assert.not.match(document.getPages().flatMap(contents).join(""), "StatusMark");
  for (const page of document.getPages())
    assert.not.ok(
      page.node.Resources()?.lookupMaybe(PDFName.of("ExtGState"), PDFDict)?.has(across),
    );
});

test("should refuse a marked page whose picture lacks the mark", async () => {
  const document = await read(await finishPdf(printed, options(logical)));
  const own = document.getPage(0).node.lookup(PDFName.of("Contents"), PDFArray);
  own.remove(own.size() - 1);
  assert.equal(await faults(await document.save(), logical), [
    "page 1 doesn't carry the mark of its status",
  ]);
});

test("should refuse a mark across pictures that is drawn elsewhere", async () => {
  const document = await read(await finishPdf(printed, options(logical)));
  const own = document.getPage(0).node.lookup(PDFName.of("Contents"), PDFArray);
  const moving = document.context.stream("1 0 0 1 300 0 cm\n");
  own.insert(own.size() - 1, document.context.register(moving));
  assert.equal(await faults(await document.save(), logical), [
    "page 1 doesn't carry the mark of its status",
  ]);
});

test("should find the picture in a cell of a note where the press saw it", async () => {
  const raised = "<ruby>字<rt>じ</rt></ruby>";
  const cells = `| a | b |\n    | - | - |\n    | ${raised.repeat(3)} | ![d](square.png) |\n`;
  const text = `# A\n\nx[^1]\n\n[^1]: y\n\n    ${cells}`;
  const { printed, fonts } = await setter.set(text, setting);
  const seen = printed.logical as Logical;
  const pdf = await finishPdf(printed.pdf, options(seen));
  const expected = { ...plainOptions, mark, logical: seen, pages: 1, fonts };
  const rules = (await verifyFinish(pdf, expected)).map(({ rule }) => rule);
  assert.not.ok(rules.includes("pdf-mark"));
});

test("should refuse a picture where the press saw none", async () => {
  const pdf = await finishPdf(await photographed(), options(logical));
  assert.equal(await faults(pdf, logical), [
    "page 1 covers the mark of its status with a picture or a background",
  ]);
});

needing(test, "pdftoppm")("should show the mark across pictures, dark and light", async () => {
  for (const [name, ground] of Object.entries(grounds)) {
    const page = await pictured(ground);
    const marked = await finishPdf(page, options(logicalOf()));
    const final = await finishPdf(page, { ...plainOptions, logical: logicalOf() });
    const seen = difference(inside(marked), inside(final));
    // One grey is that of the letters: there the line round them shows them, a point wide.
    const least = name === "light" ? 0.015 : 0.15;
    assert.ok(seen > least * place.width * place.height, `${name}: ${seen}`);
  }
});

needing(test, "pdftoppm")(
  "should go on as on paper where pictures are white or clear",
  async () => {
    const paper = inside(await finishPdf(printed, options(bare)));
    for (const page of [await pictured("1 g"), await photographed()]) {
      const over = inside(await finishPdf(page, options(logicalOf())));
      // Blended, a grey may fall on the next byte. The line is darker than on paper.
      const fill = Math.round(paperInks.fill * 255);
      const filled = over.greys.filter((_, at) => paper.greys[at] === fill);
      const strange = filled.filter((grey) => Math.abs(grey - fill) > 2);
      assert.ok(filled.length > 0.1 * paper.greys.length, String(filled.length));
      assert.ok(strange.length <= 0.002 * paper.greys.length, String(strange.length));
    }
  },
);

test.run();

const across = PDFName.of("StatusMarkAcross");

function options(seen: Logical) {
  return { ...plainOptions, mark, logical: seen };
}

/** What the pages say, with the picture on the first. */
function logicalOf(): Logical {
  const px = 96 / 72;
  const { x, y, width, height } = place;
  const spot = { page: 0, x: x * px, y: y * px, width: width * px, height: height * px };
  return { ...logical, pictures: [...logical.pictures, spot] };
}

/** The printed pages, with a drawing of one grey below the text of the first. */
async function pictured(ground: string): Promise<Uint8Array> {
  const document = await read(printed);
  await below(
    document,
    `${ground} ${place.x} ${bottom(document)} ${place.width} ${place.height} re f`,
  );
  return document.save();
}

/** The same with an image that is clear. */
async function photographed(): Promise<Uint8Array> {
  const document = await read(printed);
  const image = await document.embedPng(clear);
  const { x, width, height } = place;
  await below(document, `q ${width} 0 0 ${height} ${x} ${bottom(document)} cm /Photo Do Q`);
  document.getPage(0).node.setXObject(PDFName.of("Photo"), image.ref);
  return document.save();
}

function bottom(document: PDFDocument): number {
  return document.getPage(0).getHeight() - place.y - place.height;
}

async function below(document: PDFDocument, content: string): Promise<void> {
  const { node } = document.getPage(0);
  const own = node.get(PDFName.of("Contents"));
  const added = document.context.register(document.context.stream(`q ${content} Q\n`));
  node.set(PDFName.of("Contents"), document.context.obj([added, own as never]));
}

function read(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false });
}

function contents(page: PDFPage): string[] {
  const entry = page.node.Contents();
  const streams = entry instanceof PDFArray ? entry.asArray() : [entry];
  return streams.map((one) =>
    Buffer.from(decodeStream(one && page.doc.context.lookup(one))).toString(),
  );
}

async function faults(pdf: Uint8Array, seen: Logical): Promise<string[]> {
  const { title, language, numerals, sheet } = plainOptions;
  const expected = { title, language, numerals, sheet, mark, logical: seen, pages: 2, fonts };
  return (await verifyFinish(pdf, expected)).map(({ reason }) => reason);
}

/** The picture on the first page, a pixel a point. */
function inside(pdf: Uint8Array): Raster {
  const { x: left, y: top, width, height } = place;
  return crop(rasterise(pdf)[0] as Raster, { left, top, width, height });
}

function contrast(one: number, other: number): number {
  const [dark, light] = [one, other].sort((a, b) => a - b).map(luminance);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

// WCAG 2.2, of greys.
function luminance(grey: number): number {
  return grey <= 0.04045 ? grey / 12.92 : ((grey + 0.055) / 1.055) ** 2.4;
}
