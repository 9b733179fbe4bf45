import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openShownCodes } from "../scripts/finish/tags/runs/shown-codes.ts";
import { openCodes } from "../scripts/finish/tags/show/codes.ts";
import { faces, readCut } from "../scripts/fonts/faces.ts";
import { readFont } from "../scripts/pdf/font.ts";
import { compositeWidths } from "../scripts/pdf/font-widths.ts";
import { decodeStream } from "../scripts/pdf/stream.ts";
import { readTrueType, type TrueType } from "../scripts/pdf/true-type.ts";

const test = suite("font codes");

test("should write widths as they were measured, and keep those of codes that no text shows", async () => {
  const { context } = await PDFDocument.create();
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    FontDescriptor: {},
    W: [1, [500, 600], 7, 8, 300],
  });
  const dictionary = context.obj({
    Type: "Font",
    Subtype: "Type0",
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
  }) as unknown as PDFDict;
  const font = readFont(dictionary);
  const shown = openShownCodes(font);
  shown.of(1).width = 0.499998;
  const codes = openCodes(dictionary, { font, shown });
  assert.is(codes.advance(1), 499.998);
  const added = codes.codeFor(1, "fi");
  // Chromium's map says nothing of it: the code itself can say it.
  assert.is(added, 1);
  const another = codes.codeFor(1, "f");
  assert.is(codes.advance(another), 499.998);
  codes.write();
  const written = dictionary.context.lookup(
    (dictionary.lookup(PDFName.of("DescendantFonts")) as never as { get(at: number): never }).get(
      0,
    ),
    PDFDict,
  );
  assert.equal(
    [...compositeWidths(written)],
    [
      [1, 499.998],
      [2, 600],
      [7, 300],
      [8, 300],
      [another, 499.998],
    ],
  );
  assert.is(codes.text(1), "fi");
  assert.is(codes.text(another), "f");
});

test("should give a font glyphs without ink of any width, each once", async () => {
  const { context } = await PDFDocument.create();
  const program = new Uint8Array(await readCut("thai", faces.thai.cuts[0], ""));
  const { glyphs } = readTrueType(program) as TrueType;
  const FontFile2 = context.register(context.flateStream(program));
  const descendant = context.obj({ Type: "Font", FontDescriptor: { FontFile2 }, W: [1, [500]] });
  const dictionary = context.obj({
    ...{ Type: "Font", Subtype: "Type0", Encoding: "Identity-H", DescendantFonts: [descendant] },
  }) as unknown as PDFDict;
  const font = readFont(dictionary);
  const codes = openCodes(dictionary, { font, shown: openShownCodes(font) });
  const carriers = [312, 309, 7].map((width) => codes.carrierFor("x", width));
  assert.equal(
    carriers.map((carrier) => carrier?.advance),
    [310, 310, 5],
  );
  assert.is(carriers[0]?.code, carriers[1]?.code);
  assert.is(codes.emptyFor("y")?.advance, 0);
  codes.write();
  const written = dictionary.lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
  const file = written
    .lookup(PDFName.of("FontDescriptor"), PDFDict)
    .lookup(PDFName.of("FontFile2"));
  const longer = readTrueType(decodeStream(file as PDFStream)) as TrueType;
  assert.equal(
    [0, 1, 2].map((index) => longer.advance(glyphs + index)),
    [310, 5, 0],
  );
});

test("should show the same glyph where a code that was added is to say something else", async () => {
  const { context } = await PDFDocument.create();
  const descendant = context.obj({ Type: "Font", FontDescriptor: {}, W: [1, [500]] });
  const dictionary = context.obj({
    ...{ Type: "Font", Subtype: "Type0", Encoding: "Identity-H", DescendantFonts: [descendant] },
  }) as unknown as PDFDict;
  const font = readFont(dictionary);
  const codes = openCodes(dictionary, { font, shown: openShownCodes(font) });
  codes.codeFor(1, ",");
  const added = codes.codeFor(1, "\u200F,");
  const again = codes.codeFor(added, "\u200B\u200F,");
  assert.is(codes.advance(again), 500);
  codes.write();
  const written = dictionary.lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
  const map = decodeStream(written.lookup(PDFName.of("CIDToGIDMap"), PDFStream));
  assert.equal(
    [added, again].map((code) => Buffer.from(map).readUInt16BE(code * 2)),
    [1, 1],
  );
});

test.run();
