import { execFileSync } from "node:child_process";
import {
  decodePDFRawStream,
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFString,
  StandardFonts,
} from "@cantoo/pdf-lib";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { finishPdf } from "../scripts/finish/finish.ts";
import { markLayout } from "../scripts/finish/mark-layout.ts";
import { stackLines } from "../scripts/finish/mark-lines.ts";
import type { Expectation, FinishOptions } from "../scripts/finish/options.ts";
import { paintsOf, shareOf } from "../scripts/finish/paint.ts";
import { verifyFinish } from "../scripts/finish/verify.ts";
import { webMark } from "../scripts/finish/web-mark.ts";
import { outlineWord } from "../scripts/fonts/outline.ts";
import { readOperations } from "../scripts/pdf/tokens.ts";
import { fonts, logical, printed } from "./support/printed.ts";
import { needing } from "./support/programs.ts";

const test = suite("finish");

const mark = await outlineWord("Draft", "en");
const a5 = { width: 148, height: 210 };
const options: FinishOptions = {
  title: "Actas — Minutes",
  authors: ["Ana Ruiz", "Tenants’ Union"],
  description: "What was decided",
  language: "es",
  direction: "ltr",
  numerals: "latn",
  logical,
  sheet: a5,
  mark,
  seconds: 1509494400,
  version: "1.2.3",
};
const final: FinishOptions = { ...options, mark: undefined };
const expected: Expectation = {
  sheet: a5,
  mark,
  title: options.title,
  language: "es",
  numerals: "latn",
  logical,
  pages: 2,
  fonts,
};

test("should give pages the exact size of the sheet and keep their top left corner", async () => {
  const before = await read(printed);
  const after = await read(await finishPdf(printed, options));
  const top = before.getPage(0).getMediaBox().height;
  for (const page of after.getPages()) {
    const box = page.getMediaBox();
    assert.is(box.width, 419.528);
    assert.is(box.height, 595.276);
    assert.is(box.x, 0);
    assert.ok(Math.abs(box.y + box.height - top) < 0.001);
    assert.equal(page.getCropBox(), box);
    assert.equal(page.getTrimBox(), box);
    assert.not.ok(page.node.has(PDFName.of("Rotate")));
  }
});

test("should put the mark before the content of every page, out of the reading order", async () => {
  const document = await read(await finishPdf(printed, options));
  for (const page of document.getPages()) {
    const [first] = contentsOf(page);
    assert.match(
      first ?? "",
      /^\/Artifact <<.*\/Subtype \/Watermark>> BDC\nq (?:.* W\* n )?\/StatusMark Do Q\nEMC/,
    );
  }
});

test("should draw the mark once, as outlines in light greys", async () => {
  const bare = { ...options, logical: { ...logical, pictures: [] } };
  const document = await read(await finishPdf(printed, bare));
  const forms = [...document.context.enumerateIndirectObjects()].filter(
    ([, object]) =>
      object instanceof PDFRawStream &&
      object.dict.get(PDFName.of("Subtype")) === PDFName.of("Form"),
  );
  assert.is(forms.length, 1);
  const drawing = formOf(document.getPage(0));
  assert.not.match(drawing, /\b(?:BT|Tj|TJ|Do)\b/);
  assert.match(drawing, / c\n/);
  const greys = [...drawing.matchAll(/([\d.]+) [gG]\n/g)].map((match) => Number(match[1]));
  assert.is(greys.length, 2);
  for (const grey of greys) assert.ok(contrastWithBlack(grey) >= 7, `grey ${grey}`);
});

test("should lay the mark along three quarters of the diagonal and inside the sheet", () => {
  for (const [width, height] of [
    [420, 595],
    [612, 792],
    [1296, 1728],
    [792, 612],
  ] as const) {
    for (const word of [mark, { ...mark, width: 900 }, { ...mark, width: 12000 }]) {
      const { scale, angle } = markLayout(word, width, height);
      const [long, high] = [word.width * scale, word.height * scale];
      assert.ok(long * Math.cos(angle) + high * Math.sin(angle) <= width);
      assert.ok(long * Math.sin(angle) + high * Math.cos(angle) <= height);
    }
    const long = markLayout(mark, width, height).scale * mark.width;
    assert.ok(long / Math.hypot(width, height) > 0.7);
  }
});

test("should set two lines of a mark under each other, centred, at most as wide as the longer", async () => {
  const long = await outlineWord("Unreviewed translation", "en");
  for (const [above, below] of [
    [mark, long],
    [long, mark],
    [long, long],
  ] as const) {
    const both = stackLines([above, below]);
    assert.ok(both);
    const box = boxOf(both.path);
    for (const side of ["x", "y", "width", "height"] as const)
      assert.ok(Math.abs(box[side] - both[side]) < 1, side);
    assert.is(Math.round(both.width), Math.round(Math.max(above.width, below.width)));
    const [first, second] = [above, below].map(({ path }) => path.split("Z").length - 1);
    assert.is(both.path.split("Z").length - 1, (first ?? 0) + (second ?? 0));
    const parts = both.path.split(/(?<=Z)/);
    const top = boxOf(parts.slice(0, first).join(""));
    const foot = boxOf(parts.slice(first).join(""));
    assert.ok(top.y + top.height < foot.y);
    for (const line of [top, foot]) assert.ok(Math.abs(line.x + line.width / 2) < 1);
  }
  assert.is(stackLines([mark]), mark);
  assert.is(stackLines([]), undefined);
});

test("should carry a mark of two lines as it carries one", async () => {
  const both = stackLines([mark, await outlineWord("Traducción no revisada", "es")]);
  assert.ok(both);
  const pdf = await finishPdf(printed, { ...options, mark: both });
  assert.equal(await verifyFinish(pdf, { ...expected, mark: both }), []);
  const document = await read(pdf);
  assert.is(document.getPages().map(formOf)[0], document.getPages().map(formOf)[1]);
  const { scale, angle } = markLayout(both, 420, 595);
  const [long, high] = [both.width * scale, both.height * scale];
  assert.ok(long * Math.cos(angle) + high * Math.sin(angle) <= 420);
  assert.ok(long * Math.sin(angle) + high * Math.cos(angle) <= 595);
});

test("should leave a final text without a mark", async () => {
  const pdf = await finishPdf(printed, final);
  const document = await read(pdf);
  assert.not.match(document.getPages().flatMap(contentsOf).join(""), "Watermark");
  assert.equal(await verifyFinish(pdf, { ...expected, mark: undefined }), []);
});

test("should say what the file is, and nothing of the browser", async () => {
  const pdf = await finishPdf(printed, options);
  const document = await read(pdf);
  assert.is(document.getTitle(), "Actas — Minutes");
  assert.is(document.getAuthor(), "Ana Ruiz; Tenants’ Union");
  assert.is(document.getSubject(), "What was decided");
  assert.is(document.getKeywords(), undefined);
  assert.is(document.getCreator(), "Handbill");
  assert.is(document.getProducer(), "Handbill 1.2.3");
  assert.equal(document.getCreationDate(), new Date("2017-11-01T00:00:00Z"));
  assert.equal(document.getModificationDate(), new Date("2017-11-01T00:00:00Z"));
  assert.is(document.getLanguage(), "es");
  assert.is(document.catalog.getViewerPreferences()?.getDisplayDocTitle(), true);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict) assert.not.match(object.toString(), /Chromium|Skia|Mozilla/);
  }
});

test("should say that a text reads from the right", async () => {
  const document = await read(await finishPdf(printed, { ...options, direction: "rtl" }));
  assert.is(document.catalog.getViewerPreferences()?.getReadingDirection(), "R2L");
});

test("should make the same bytes again, whenever they were printed", async () => {
  const later = Buffer.from(
    printed.toString("latin1").replace(/D:20\d{12}/g, "D:20310102030405"),
    "latin1",
  );
  assert.not.equal(later, printed);
  const one = await finishPdf(printed, options);
  assert.equal(Buffer.from(await finishPdf(later, options)), Buffer.from(one));
  assert.not.equal(
    identifier(await read(await finishPdf(printed, final))),
    identifier(await read(one)),
  );
});

test("should find nothing wrong with what it finished", async () => {
  assert.equal(await verifyFinish(await finishPdf(printed, options), expected), []);
});

test("should refuse a marked text with a page that lacks the mark", async () => {
  const document = await read(await finishPdf(printed, options));
  const contents = document.getPage(1).node.lookup(PDFName.of("Contents"), PDFArray);
  contents.remove(0);
  assert.equal(await faults(document), ["pdf-mark: page 2 doesn't carry the mark of its status"]);
});

test("should refuse a final text with a mark", async () => {
  const found = await verifyFinish(await finishPdf(printed, options), {
    ...expected,
    mark: undefined,
  });
  assert.equal(
    found.map((fault) => fault.rule),
    ["pdf-mark", "pdf-mark"],
  );
});

test("should refuse a mark that something covers", async () => {
  const document = await read(printed);
  const page = document.getPage(0);
  const paper = document.context.register(document.context.stream("1 1 1 rg 0 0 420 595 re f\n"));
  const own = page.node.get(PDFName.of("Contents"));
  page.node.set(PDFName.of("Contents"), document.context.obj([paper, own as never]));
  const pdf = await finishPdf(await document.save(), options);
  const [fault, ...others] = await verifyFinish(pdf, expected);
  assert.is(others.length, 0);
  assert.match(fault?.reason ?? "", "page 1 covers the mark");
});

test("should refuse a mark that is words, or nothing", async () => {
  for (const name of ["StatusMark", "StatusMarkAcross"]) {
    for (const drawing of ["0 0 9 9 re f BT (Draft) Tj ET", ""]) {
      const document = await read(await finishPdf(printed, options));
      const form = document.context.register(document.context.stream(drawing));
      formsOf(document.getPage(0))?.set(PDFName.of(name), form);
      assert.equal(await faults(document), ["pdf-mark: page 1 has a mark that isn't a drawing"]);
    }
    const document = await read(await finishPdf(printed, options));
    formsOf(document.getPage(0))?.delete(PDFName.of(name));
    assert.equal(await faults(document), ["pdf-mark: page 1 doesn't carry the mark of its status"]);
  }
});

test("should refuse other fonts", async () => {
  const found = await verifyFinish(await finishPdf(printed, options), {
    ...expected,
    fonts: fonts.filter((name) => name !== "AtkinsonHyperlegibleNext-Bold"),
  });
  assert.ok(found.length > 0);
  for (const fault of found) assert.match(fault.reason, "“AtkinsonHyperlegibleNext-Bold”");

  const document = await read(printed);
  document.getPage(0).setFont(await document.embedFont(StandardFonts.Helvetica));
  const pdf = await finishPdf(await document.save(), options);
  const reasons = (
    await verifyFinish(pdf, { ...expected, fonts: [...expected.fonts, "Helvetica"] })
  ).map((fault) => fault.reason);
  assert.equal(reasons, ["the font “Helvetica” in the file isn't TrueType"]);
});

test("should refuse a font made of drawings", async () => {
  const document = await read(await finishPdf(printed, options));
  document.context.register(document.context.obj({ Type: "Font", Subtype: "Type3" }));
  assert.equal(await faults(document), [
    "pdf-font: the font “without a name” in the file is made of drawings (Type 3)",
  ]);
});

test("should refuse pages of another size or number", async () => {
  const pdf = await finishPdf(printed, options);
  const found = await verifyFinish(pdf, {
    ...expected,
    pages: 3,
    sheet: { width: 148.1, height: 210 },
  });
  assert.equal(
    found.map((fault) => fault.rule),
    ["pdf-pages", "pdf-size", "pdf-size"],
  );
});

test("should refuse a page that is cropped, trimmed or turned", async () => {
  const changes: Array<(page: PDFPage) => void> = [
    (page) => page.setCropBox(0, 0, 400, 500),
    (page) => page.setTrimBox(0, 0, 400, 500),
    (page) => page.setRotation(degrees(90)),
  ];
  for (const change of changes) {
    const document = await read(await finishPdf(printed, options));
    change(document.getPage(1));
    const [fault, ...others] = await faults(document);
    assert.is(others.length, 0);
    assert.match(fault ?? "", /^pdf-size: page 2 is /);
  }
});

test("should refuse a link to our own machine", async () => {
  const pdf = await finishPdf(printed, options);
  for (const address of ["file:///home/a", "About:blank#a", "data:text/html,a", "blob:null/a"]) {
    const document = await read(pdf);
    const action = document.context.obj({ S: "URI", URI: PDFString.of(address) });
    document.context.register(document.context.obj({ Subtype: "Link", A: action }));
    assert.equal(await faults(document), [`pdf-address: a link leads to “${address}”`]);
  }
});

test("should measure what a page paints, where it lands", () => {
  const page = { left: 0, bottom: 0, right: 100, top: 100 };
  const shares = (content: string) => {
    const { fills, images } = paintsOf(readOperations(Buffer.from(content)), new Set(["Im1"]));
    return [...fills, ...images].map((painted) => shareOf(painted, page));
  };
  assert.equal(shares("0 0 50 50 re f"), [0.25]);
  assert.equal(shares("q .5 0 0 .5 0 0 cm 0 0 100 100 re f* Q"), [0.25]);
  assert.equal(shares("q 0.5 0 0 -.5 0 50 cm 0 0 100 100 re f Q 0 0 10 10 re f"), [0.25, 0.01]);
  assert.equal(shares("0 100 100 100 re f"), [0]);
  assert.equal(shares("0 0 100 100 re W* n"), []);
  assert.equal(shares("0 0 100 100 re S"), []);
  assert.equal(shares("q 30 0 0 100 0 0 cm /Im1 Do Q q 100 0 0 100 0 0 cm /Fm1 Do Q"), [0.3]);
  assert.equal(shares("0 0 50 50 re W n 100 0 0 100 0 0 cm /Im1 Do"), [0.25]);
  assert.equal(shares("/Span <</ActualText (0 0 100 100 re f \\) )>> BDC <20> Tj EMC"), []);
});

test("should draw the mark for a screen as one silent drawing", () => {
  const html = unified()
    .use(rehypeStringify)
    .stringify({ type: "root", children: [webMark(mark)] });
  assert.match(
    html,
    /^<svg class="status-mark" aria-hidden="true" focusable="false" viewBox="[-\d. ]+"><path d="M/,
  );
  assert.not.match(html, /<text|DRAFT|style=|transform/i);
});

needing(test, "qpdf")("should be sound to qpdf", async (file) => {
  assert.match(
    run("qpdf", "--check", file(await finishPdf(printed, options))),
    "No syntax or stream",
  );
});

needing(test, "pdftotext")("should not let the mark into the text", async (file) => {
  const text = (pdf: Uint8Array) => run("pdftotext", file(pdf), "-");
  const marked = text(await finishPdf(printed, options));
  assert.not.match(marked, /draft/i);
  assert.is(marked, text(await finishPdf(printed, final)));
});

needing(test, "pdftoppm")(
  "should show grey along the diagonal of every page, none when final",
  async (file) => {
    for (const page of ["1", "2"]) {
      const grey = (pdf: Uint8Array) =>
        greysOnDiagonal(run("pdftoppm", "-gray", "-r", "36", "-f", page, "-l", page, file(pdf)));
      assert.ok(grey(await finishPdf(printed, options)) > 30);
      // Edges of letters have a few.
      assert.ok(grey(await finishPdf(printed, final)) < 6);
    }
  },
);

/** Box of a path's points; of the corners of letters, as good as that of their ink. */
function boxOf(path: string) {
  const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)];
  const [xs, ys] = [points.map(([, x]) => Number(x)), points.map(([, , y]) => Number(y))];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function read(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false });
}

async function faults(document: PDFDocument): Promise<string[]> {
  const found = await verifyFinish(await document.save(), expected);
  return found.map((fault) => `${fault.rule}: ${fault.reason}`);
}

function contentsOf(page: PDFPage): string[] {
  const entry = page.node.Contents();
  const streams = entry instanceof PDFArray ? entry.asArray() : [entry];
  return streams.map((one) => text(page.doc.context.lookup(one)));
}

function formOf(page: PDFPage): string {
  return text(formsOf(page)?.lookup(PDFName.of("StatusMark")));
}

function formsOf(page: PDFPage): PDFDict | undefined {
  return page.node.Resources()?.lookup(PDFName.of("XObject"), PDFDict);
}

function text(stream: unknown): string {
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1")
    : "";
}

function identifier(document: PDFDocument): string {
  const { ID } = document.context.trailerInfo;
  const first = ID instanceof PDFArray ? ID.get(0) : undefined;
  return first instanceof PDFHexString ? first.asString() : "";
}

// WCAG 2.2, relative luminance; black is 0.
function contrastWithBlack(grey: number): number {
  return (((grey + 0.055) / 1.055) ** 2.4 + 0.05) / 0.05;
}

// A binary PGM: header of three lines, then a byte a pixel. Light greys only: text is darker, paper white.
function greysOnDiagonal(pgm: string): number {
  const [, size = ""] = pgm.split("\n", 2);
  const [width = 0, height = 0] = size.split(" ").map(Number);
  const pixels = pgm.slice(-width * height);
  let greys = 0;
  for (let y = 0; y < height; y++) {
    const x = Math.floor((1 - y / height) * width);
    const value = pixels.charCodeAt(y * width + Math.min(x, width - 1));
    if (value > 0xdf && value < 0xf0) greys++;
  }
  return greys;
}

function run(command: string, ...parameters: string[]): string {
  return execFileSync(command, parameters, {
    encoding: "latin1",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test.run();
