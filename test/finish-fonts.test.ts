import { PDFDict, PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { finishPdf } from "../scripts/finish/finish.ts";
import { decodeStream } from "../scripts/pdf/stream.ts";
import { logical, printed } from "./support/printed.ts";

const test = suite("finish-fonts");

const finished = await finishPdf(printed, {
  title: "Actas",
  authors: [],
  language: "es",
  direction: "ltr",
  numerals: "latn",
  sheet: { width: 148, height: 210 },
  seconds: 1509494400,
  version: "1.2.3",
  logical,
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
