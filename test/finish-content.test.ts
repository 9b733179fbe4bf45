import { readFileSync } from "node:fs";
import { PDFDict, PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { finishPdf } from "../scripts/finish/finish.ts";
import { joinGlyphs } from "../scripts/finish/join-glyphs.ts";
import { fontsOf } from "../scripts/pdf/font.ts";
import { decodeStream, pageContent } from "../scripts/pdf/stream.ts";
import { readOperations } from "../scripts/pdf/tokens.ts";
import { type Metrics, type TextShow, walkOperations } from "../scripts/pdf/walk.ts";
import { writeOperations } from "../scripts/pdf/write.ts";

const test = suite("finish-content");

const printed = readFileSync(new URL("fixtures/finish/printed.pdf", import.meta.url));
const finished = await finishPdf(printed, {
  title: "Actas",
  authors: [],
  language: "es",
  direction: "ltr",
  numerals: "latn",
  sheet: { width: 148, height: 210 },
  seconds: 1509494400,
  version: "1.2.3",
});

/** A font whose every glyph is half as wide as it is high. */
const half: Metrics = { codeLength: () => 2, advance: () => 500, vertical: false };

test("should show glyphs that follow each other as one string", () => {
  assert.is(
    joined("BT /F1 10 Tf 1 0 0 1 7 9 Tm <0001> Tj 5 0 Td <0002> Tj 5 0 Td <0003> Tj ET"),
    "BT /F1 10 Tf 1 0 0 1 7 9 Tm <000100020003> Tj ET",
  );
});

test("should say where a glyph stands nearer or farther than its width", () => {
  assert.is(
    joined("BT /F1 10 Tf <0001> Tj 5 0 Td <0002> Tj 4.9 0 Td <0003> Tj 5.2 0 Td <0004> Tj ET"),
    "BT /F1 10 Tf [<00010002> 10 <0003> -20 <0004>] TJ ET",
  );
});

test("should not let small differences add up", () => {
  const moves = Array.from({ length: 500 }, () => "5.0000042 0 Td <0001> Tj ");
  const [, last] = ends(joined(`BT /F1 10 Tf <0001> Tj ${moves.join("")} ET`));
  assert.ok(Math.abs((last ?? 0) - (500 * 5.0000042 + 5)) < 0.00001, String(last));
});

test("should begin anew where marked content does", () => {
  assert.is(
    joined(
      "BT /F1 10 Tf <0001> Tj 5 0 Td <0002> Tj /Span <</ActualText (fi)>> BDC 6 0 Td <0003> Tj EMC 4 0 Td <0004> Tj 5 0 Td <0005> Tj ET",
    ),
    "BT /F1 10 Tf <00010002> Tj /Span <</ActualText <6669>>> BDC 11 0 Td <0003> Tj EMC 4 0 Td <00040005> Tj ET",
  );
});

test("should keep lines apart, and what it doesn't know", () => {
  assert.is(
    joined("BT /F1 10 Tf <0001> Tj 5 0 Td <0002> Tj 3 -12 Td <0003> Tj ET"),
    "BT /F1 10 Tf <00010002> Tj 8 -12 Td <0003> Tj ET",
  );
  for (const untouched of [
    "BT /F2 10 Tf <0001> Tj 5 0 Td <0002> Tj ET",
    "BT /F1 10 Tf 1 Tc <0001> Tj 5 0 Td <0002> Tj ET",
    "BT /F1 10 Tf [<0001> 3 <0002>] TJ ET",
  ]) {
    assert.is(joined(untouched), untouched);
  }
});

test("should keep every glyph of a page where it was", async () => {
  const [before, after] = [await glyphsOf(printed), await glyphsOf(finished)];
  assert.ok(before.length > 200);
  assert.is(after.length, before.length);
  for (const [index, { code, x, y }] of after.entries()) {
    const old = before[index];
    assert.is(code, old?.code);
    assert.ok(Math.hypot(x - (old?.x ?? 0), y - (old?.y ?? 0)) < 0.0001, `glyph ${index}`);
  }
});

test("should keep the words as another reader finds them", async () => {
  assert.is(await textOf(finished), await textOf(printed));
});

test("should leave in fonts only what an embedded one needs", async () => {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  const programs = [...document.context.enumerateIndirectObjects()].flatMap(([, object]) => {
    const file = object instanceof PDFDict ? object.lookup(PDFName.of("FontFile2")) : undefined;
    return file === undefined ? [] : [file];
  });
  assert.ok(programs.length > 0);
  for (const stream of programs) {
    const file = Buffer.from(decodeStream(stream));
    const tables = Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      const [offset, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
      assert.is(offset % 4, 0);
      assert.ok(offset + length <= file.length);
      return file.toString("latin1", at, at + 4);
    });
    assert.equal(
      tables.filter((name) => !/^(cvt |fpgm|prep)$/.test(name)),
      ["glyf", "head", "hhea", "hmtx", "loca", "maxp"],
    );
    const { dict } = stream as unknown as { dict: PDFDict };
    assert.is(dict.lookup(PDFName.of("Length1"), PDFNumber).asNumber(), file.length);
  }
});

test.run();

function fonts(name: string): Metrics | undefined {
  return name === "F1" ? half : undefined;
}

/** A content stream, joined, on one line. */
function joined(content: string): string {
  const bytes = writeOperations(joinGlyphs(readOperations(Buffer.from(content)), fonts));
  return Buffer.from(bytes).toString("latin1").trim().replaceAll("\n", " ");
}

/** Where the first glyph of a stream begins and its last ends. */
function ends(content: string): [first: number | undefined, last: number | undefined] {
  const shows: TextShow[] = [];
  walkOperations(readOperations(Buffer.from(content)), { text: (show) => shows.push(show) }, fonts);
  return [shows[0]?.glyphs[0]?.x, shows.at(-1)?.end.x];
}

async function glyphsOf(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const byPage = fontsOf(new Map());
  const glyphs: { code: number; x: number; y: number }[] = [];
  for (const page of document.getPages()) {
    const visitor = {
      text: (show: TextShow) => {
        for (const { code, x, y } of show.glyphs) glyphs.push({ code, x, y });
      },
    };
    const operations = readOperations(pageContent(page));
    walkOperations(operations, visitor, byPage(page.node.Resources()));
  }
  return glyphs;
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ("str" in item ? item.str : "")).join("");
  });
  return (await Promise.all(pages)).join("\n");
}
