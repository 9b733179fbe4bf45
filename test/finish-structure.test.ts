import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { finishPdf } from "../scripts/finish/finish.ts";
import { markProblems } from "../scripts/finish/mark-problems.ts";
import type { Expectation } from "../scripts/finish/options.ts";
import { rowWidths } from "../scripts/finish/tags/structure/row-widths.ts";
import { verifyFinish } from "../scripts/finish/verify.ts";
import { readOperations } from "../scripts/pdf/tokens.ts";
import { fonts, logical, printed } from "./support/printed.ts";

const test = suite("finish-structure");

const expected: Expectation = {
  ...{ title: "Actas", language: "es", numerals: "latn", sheet: { width: 148, height: 210 } },
  ...{ logical, pages: 2, fonts },
};
const finished = await finishPdf(printed, {
  ...expected,
  ...{ authors: [], direction: "ltr", seconds: 1509494400, version: "1.2.3" },
});

test("should find nothing wrong with tags of ours", async () => {
  assert.equal(await faults(() => {}), []);
});

test("should refuse a file without tags", async () => {
  const found = await faults(({ catalog }) => catalog.delete(PDFName.of("StructTreeRoot")));
  assert.equal(found, ["it has no tags"]);
});

test("should refuse a picture without words, and one name for two notes or none", async () => {
  assert.equal(await faults((document) => one(document, "Figure").delete(PDFName.of("Alt"))), [
    "a picture has no alternative text",
  ]);
  assert.equal(await faults((document) => one(document, "Note").delete(PDFName.of("ID"))), [
    "two notes have one name, or one has none",
  ]);
});

test("should refuse headings that skip a level", async () => {
  const found = await faults((document) =>
    one(document, "H2").set(PDFName.of("S"), PDFName.of("H3")),
  );
  assert.equal(found, ["a heading of level 3 follows one of level 1"]);
});

test("should refuse rows of several lengths", async () => {
  const found = await faults((document) => {
    const attributes = document.context.obj({ O: "Table", ColSpan: 2 });
    one(document, "TD").set(PDFName.of("A"), attributes);
  });
  assert.equal(found, ["a table has rows of several lengths"]);
});

test("should refuse a table whose head has other columns than its body", async () => {
  const found = await faults((document) => {
    const attributes = document.context.obj({ O: "Table", Scope: "Column", ColSpan: 2 });
    one(document, "TH").set(PDFName.of("A"), attributes);
  });
  assert.equal(found, ["a table has rows of several lengths"]);
});

test("should refuse what is shown outside the tags, and text that two of them hold", async () => {
  const stray = await faults((document) => {
    const { node } = document.getPage(0);
    const own = node.get(PDFName.of("Contents")) as PDFRef;
    const drawn = document.context.register(document.context.stream("0 0 9 9 re f\n"));
    node.set(PDFName.of("Contents"), document.context.obj([own, drawn]));
  });
  assert.equal(stray, ["page 1 shows something that is neither text nor decoration"]);
  const twice = await faults((document) =>
    one(document, "H1").set(PDFName.of("K"), document.context.obj([0, 1])),
  );
  assert.equal(twice, ["page 1 has text without a place in its tags"]);
});

test("should refuse text and links that the tags don't know", async () => {
  assert.equal(await faults((document) => one(document, "H1").delete(PDFName.of("K"))), [
    "page 1 has text without a place in its tags",
  ]);
  const found = await faults((document) => {
    const [page] = document.getPages();
    const link = page?.node.lookup(PDFName.of("Annots"), PDFArray).lookup(0, PDFDict);
    link?.set(PDFName.of("StructParent"), PDFNumber.of(0));
  });
  assert.equal(found, ["page 1 has a link without a place in its tags"]);
});

test("should refuse tags of text that is nowhere", async () => {
  const found = await faults((document) =>
    one(document, "H1").set(PDFName.of("K"), document.context.obj([0, 99])),
  );
  assert.equal(found, ["its tags hold text that is on no page"]);
});

test("should see what is marked, and what isn't", () => {
  const look = (content: string) => markProblems(readOperations(Buffer.from(content)));
  const text = "/P <</MCID 0>> BDC BT (a) Tj ET EMC";
  assert.equal(look(`${text} /Artifact BMC 0 0 1 1 re f EMC`), { problems: [], identifiers: [0] });
  assert.equal(look("/P <</MCID 3>> BDC /R BMC (a) Tj EMC (b) Tj EMC").problems, []);
  for (const [content, problem] of [
    ["0 0 1 1 re f", "shows something that is neither text nor decoration"],
    ["/ReversedChars BMC (a) Tj EMC", "shows something that is neither text nor decoration"],
    [`/R BMC ${text} (a) Tj EMC`, "shows something that is neither text nor decoration"],
    [`/Artifact BMC ${text} EMC`, "has text in decoration, or the other way"],
    [`${text} ${text}`, "names two pieces of text alike"],
    ["/Artifact BMC", "has tags that don't end"],
  ] as const)
    assert.equal(look(content).problems, [problem], content);
});

test("should count the columns of rows", () => {
  const cell = { columns: 1, rows: 1 };
  const wide = { columns: 2, rows: 1 };
  const high = { columns: 1, rows: 2 };
  assert.equal(rowWidths([[cell, cell], [wide], [cell]]), [2, 2, 1]);
  assert.equal(rowWidths([[high, wide], [cell], [cell]]), [3, 2, 1]);
  assert.equal(rowWidths([[cell, high], [cell], []]), [2, 2, 0]);
});

test.run();

/** The first element of a type. */
function one({ context }: PDFDocument, type: string): PDFDict {
  const found = context
    .enumerateIndirectObjects()
    .find(
      ([, object]) => object instanceof PDFDict && object.get(PDFName.of("S")) === PDFName.of(type),
    );
  return found?.[1] as PDFDict;
}

/** What is said of the file after a change. */
async function faults(change: (document: PDFDocument) => void): Promise<string[]> {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  change(document);
  const found = await verifyFinish(await document.save(), expected);
  return found.filter(({ rule }) => rule === "pdf-structure").map(({ reason }) => reason);
}
