import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { copierInks } from "../scripts/prepress/luminance.ts";
import { copierCopy, printCopy } from "../scripts/prepress/prepress.ts";
import { inks as inkTable } from "../scripts/tables/inks.ts";
import { pressMargins } from "../scripts/tables/press-marks.ts";
import { bits, differences, lettersApart } from "./support/bits.ts";
import { colours, printOptions, unmarked } from "./support/print-copies.ts";
import { needing, run } from "./support/programs.ts";
import { crop, difference, type Raster, rasterise } from "./support/raster.ts";

const test = suite("prepress, in other programs");
const print = await printCopy(colours, await printOptions());
const copier = await copierCopy(colours, { inks: copierInks() });
const { bleed, slug } = pressMargins.iso;

/** Where `.ci/run` puts the checker; `PROOF_PDF` names another. */
const proofPdf =
  process.env.PROOF_PDF ?? join(homedir(), ".cache", "handbill", "proof-pdf", "bin", "proof-pdf");

const withGhostscript = needing(test, "gs", "Ghostscript");
const withPoppler = needing(test, "pdftoppm", "poppler");
const withQpdf = needing(test, "qpdf");
const withProofPdf = needing(test, proofPdf, "proof-pdf");

withGhostscript("should print pages of text with black ink alone", async (write) => {
  const flags = ["-q", "-o", "-", "-sDEVICE=inkcov", "-dUseTrimBox"];
  const pages = (pdf: Uint8Array) =>
    run("gs", ...flags, write(pdf))
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number));
  const [title, blank, text, pictures, drawings] = pages(print);
  for (const page of [title, blank, text]) {
    assert.equal(page?.slice(0, 3), [0, 0, 0]);
    assert.ok((page?.[3] ?? 0) > 0);
  }
  for (const page of [pictures, drawings]) assert.ok(page?.every((ink) => ink > 0));
  for (const page of pages(copier)) assert.equal(page.slice(0, 3), [0, 0, 0]);
});

withGhostscript(
  "should print the table's inks, and never more than 300 % of all",
  async (write, folder) => {
    const out = join(folder, "inks");
    const flags = ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=bitcmyk", "-dGrayValues=256", "-r100"];
    run("gs", ...flags, "-dUseTrimBox", "-dFirstPage=4", "-o", out, write(print));
    const samples = readFileSync(out);
    const count = new Map<string, number>();
    let most = 0;
    for (let at = 0; at < samples.length; at += 4) {
      const [cyan = 0, magenta = 0, yellow = 0, black = 0] = samples.subarray(at, at + 4);
      most = Math.max(most, cyan + magenta + yellow + black);
      const key = [cyan, magenta, yellow, black].join();
      count.set(key, (count.get(key) ?? 0) + 1);
    }
    assert.ok(most <= 3 * 255, `${most / 2.55} %`);
    // The blue squares of the drawing are in the colour of links.
    const blue = inkTable.find(({ property }) => property === "--link--color");
    const found = [...count].filter(([key]) => {
      const parts = key.split(",").map(Number);
      return blue?.inks.every((part, index) => Math.abs(part * 255 - (parts[index] ?? 0)) <= 1);
    });
    assert.ok(
      found.reduce((sum, [, pixels]) => sum + pixels, 0) > 1000,
      String([...count].slice(0, 9)),
    );
  },
);

withQpdf("should be a sound file whose boxes are to a hundredth of a millimetre", async (write) => {
  const path = write(print);
  run("qpdf", "--check", path);
  const { qpdf } = JSON.parse(run("qpdf", "--json", "--json-key=qpdf", path)) as {
    qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>];
  };
  const pages = Object.values(qpdf[1]).filter(({ value }) => value?.["/Type"] === "/Page");
  assert.is(pages.length, 5);
  for (const { value = {} } of pages) {
    for (const [key, margin] of [
      ["/TrimBox", 0],
      ["/BleedBox", bleed],
      ["/MediaBox", slug],
    ] as const) {
      const [left = 0, bottom = 0, right = 0, top = 0] = value[key] as number[];
      assert.ok(Math.abs(((right - left) / 72) * 25.4 - 148 - 2 * margin) < 0.01, key);
      assert.ok(Math.abs(((top - bottom) / 72) * 25.4 - 210 - 2 * margin) < 0.01, key);
    }
  }
});

withPoppler(
  "should show poppler the same boxes and words, and fonts that are embedded",
  async (write) => {
    const [before, after] = [write(colours), write(print)];
    const boxes = run("pdfinfo", "-box", "-f", "3", "-l", "3", after);
    for (const [box, margin] of [
      ["TrimBox", 0],
      ["BleedBox", bleed],
      ["MediaBox", slug],
    ] as const) {
      const line = boxes.split("\n").find((row) => row.includes(box)) ?? "";
      const [left = 0, , right = 0] = (line.split(":")[1] ?? "").trim().split(/\s+/).map(Number);
      // It prints hundredths of a point.
      assert.ok(Math.abs(right - left - ((148 + 2 * margin) / 25.4) * 72) < 0.02, line);
    }
    assert.is(run("pdftotext", after, "-"), run("pdftotext", before, "-"));
    const fonts = run("pdffonts", after).trim().split("\n").slice(2);
    assert.ok(fonts.length > 1);
    for (const font of fonts) assert.match(font, /CID TrueType.* yes yes yes /);
  },
);

withPoppler("should show the same shapes as the copy for screens", async () => {
  // At 127 pixels an inch 12 mm are whole pixels.
  const frame = Math.round((slug / 25.4) * 127);
  for (const [copy, margin] of [
    [print, frame],
    [copier, 0],
  ] as const) {
    const [before, after] = [colours, copy].map((pdf) => rasterise(pdf, 127));
    for (const [index, page] of (before ?? []).entries()) {
      const own = after?.[index];
      assert.ok(own);
      const { differing, inked } = shapes(page, own, margin);
      // Colours whose lightness is close to paper's may fall on either side; an edge may fall between pixels.
      assert.ok(differing <= 0.03 * inked, `page ${index + 1}: ${differing} of ${inked}`);
    }
  }
});

withPoppler(
  "should keep letters whole and apart where a draft's mark lies under them, in dots of one bit",
  async () => {
    const plain = await copierCopy(await unmarked(colours), { inks: copierInks() });
    const [with_, without] = [copier, plain].map((pdf) => bits(pdf, 3));
    assert.ok(with_ && without);
    const { lost, added } = differences(without, with_);
    assert.is(lost, 0);
    // The mark covers a tenth of the page; so many of its dots can be seen.
    assert.ok(added > 0.01 * with_.width * with_.height, String(added));
    const { letters, apart } = lettersApart(without, with_);
    assert.ok(letters > 500);
    assert.ok(apart >= 0.98 * letters, `${apart} of ${letters} letters`);
  },
);

withPoppler("should show a draft's mark across pictures, in inks and in greys", async () => {
  const plain = await unmarked(colours);
  const frame = Math.round((slug / 25.4) * 72);
  const copies = [
    [print, await printCopy(plain, await printOptions()), frame],
    [copier, await copierCopy(plain, { inks: copierInks() }), 0],
  ] as const;
  for (const [marked, bare, margin] of copies) {
    // The drawing on the last page, a pixel a point.
    const area = { left: margin + 48, top: margin + 70, width: 300, height: 150 };
    const [one, other] = [marked, bare].map((pdf) => crop(rasterise(pdf)[4] as Raster, area));
    assert.ok(one && other);
    const seen = difference(one, other);
    assert.ok(seen > 0.1 * area.width * area.height, String(seen));
  }
});

// What it doesn't look at: the profile itself, fonts beyond their being embedded, transparency beyond the space pages
// blend in, what XMP and Info say beyond the version and trapping, actions, and most of ISO 15930-7's prohibitions.
withProofPdf("should pass an outside check of PDF/X-4", async (write) => {
  const flags = [
    ["verify", write(print), "--no-pdfa", "--strict-cmyk", "--require-bleed", "--uniform-pages"],
    ["--trim-mm", "148x210", "--bleed-mm", String(bleed), "--tolerance-mm", "0.01"],
    ["--output-condition", "FOGRA39", "--allow-spot", "All"],
    // Registration marks are on every plate; the pictures of the test are coarse.
    ["--max-tac", "400", "--min-dpi", "90"],
  ].flat();
  assert.match(run(proofPdf, ...flags), /passed: PDF\/X-4, geometry, colour/);
  // Drawings may have letters in colour; pages of text may not.
  const document = await PDFDocument.load(print, { updateMetadata: false });
  document.removePage(4);
  const text = await document.save({ useObjectStreams: false });
  run(
    proofPdf,
    "verify",
    write(text),
    "--no-pdfa",
    "--k-only-text",
    "--max-tac",
    "400",
    "--min-dpi",
    "90",
  );
});

test.run();

/** Pixels that are paper in one raster and ink in the other, and those that are ink. */
function shapes(page: Raster, other: Raster, margin: number) {
  let differing = 0;
  let inked = 0;
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      const one = (page.greys[y * page.width + x] ?? 255) < 245;
      const place = (y + margin) * other.width + x + margin;
      if (one) inked++;
      if (one !== (other.greys[place] ?? 255) < 245) differing++;
    }
  }
  return { differing, inked };
}
