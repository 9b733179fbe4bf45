import { PDFDict, PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { checkWords } from "../scripts/finish/check-words.ts";
import { finishPdf } from "../scripts/finish/finish.ts";
import type { Expectation } from "../scripts/finish/options.ts";
import type { Logical, LogicalElement, LogicalText } from "../scripts/types.ts";
import { fonts, logical, plainOptions, printed } from "./support/printed.ts";

const test = suite("finish: words");

const expected: Expectation = { ...plainOptions, pages: 2, fonts };
const finished = await finishPdf(printed, plainOptions);

/** The document with one of its texts changed; the first of at least two words that is in a block of the source. */
function changed(change: (text: string) => string): { logical: Logical; place: string } {
  const copy = structuredClone(logical);
  const found = firstText(copy.root, undefined) as { text: LogicalText; place: string };
  found.text.text = change(found.text.text ?? "");
  return { logical: copy, place: found.place };
}

function firstText(
  { kids, attributes }: LogicalElement,
  outer: string | undefined,
): { text: LogicalText; place: string } | undefined {
  const place = attributes["data-place"] ?? outer;
  for (const kid of kids) {
    if ("tag" in kid) {
      const found = firstText(kid, place);
      if (found) return found;
    } else if (place && /\S \S/.test(kid.text ?? "")) return { text: kid, place };
  }
  return undefined;
}

async function faultsOf(said: Logical, document?: PDFDocument) {
  const file = document ?? (await PDFDocument.load(finished));
  return checkWords(file, { ...expected, logical: said });
}

test("should read back what the document says", async () => {
  assert.equal(await faultsOf(logical), []);
});

test("should find a word that the file lacks, and say where it stands in the source", async () => {
  const { logical: said, place } = changed((text) => text.replace(" ", " zeta "));
  const [fault] = await faultsOf(said);
  assert.is(fault?.rule, "pdf-lost");
  assert.is(fault?.place, place);
  assert.match(fault?.reason ?? "", "“zeta”");
});

test("should find a word too many", async () => {
  const { logical: said } = changed((text) => text.replace(/\s\S+(\s*)$/, "$1"));
  const [fault] = await faultsOf(said);
  assert.is(fault?.rule, "pdf-lost");
});

test("should find a block too many", async () => {
  const said = structuredClone(logical);
  const [main] = said.root.kids as LogicalElement[];
  main?.kids.splice(0, 1);
  assert.is((await faultsOf(said))[0]?.rule, "pdf-lost");
});

test("should find a block too many at the end, behind the number of an item too", async () => {
  const said = structuredClone(logical);
  const item = lastItem(said.root);
  const [number] = (item?.kids ?? []) as LogicalText[];
  item?.kids.splice(1);
  Object.assign(number ?? {}, { text: "1." });
  const [fault] = await faultsOf(said);
  assert.is(fault?.rule, "pdf-lost");
  assert.is(fault?.reason, "the word “la” is in the PDF twice");
});

test("should find words that the file lacks outside all blocks, at the end too", async () => {
  const said = structuredClone(logical);
  said.root.kids.push({ text: "zeta" } as LogicalText);
  const [fault] = await faultsOf(said);
  assert.is(fault?.rule, "pdf-lost");
  assert.match(fault?.reason ?? "", "“zeta”");
});

test("should find words in another order", async () => {
  const { logical: said } = changed((text) => text.replace(/^(\S+) (\S+)/, "$2 $1"));
  assert.is((await faultsOf(said))[0]?.rule, "pdf-lost");
});

test("should find a file without structure", async () => {
  const document = await PDFDocument.load(finished);
  document.catalog.delete(PDFName.of("StructTreeRoot"));
  assert.is((await faultsOf(logical, document))[0]?.rule, "pdf-lost");
});

test("should only warn where the structure says what the glyphs don't", async () => {
  const said = structuredClone(logical);
  const title = headingText(said.root) as LogicalText;
  title.text = "Otras actas";
  const document = await PDFDocument.load(finished);
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(PDFName.of("S")) === PDFName.of("H1"))
      object.set(PDFName.of("ActualText"), PDFHexString.fromText(title.text));
  const [fault] = await faultsOf(said, document);
  assert.is(fault?.rule, "pdf-copy");
  assert.is(fault?.place, "1:1");
});

function lastItem({ kids }: LogicalElement): LogicalElement | undefined {
  const inside = kids.filter((kid) => "tag" in kid);
  return inside
    .map((kid) => lastItem(kid) ?? (kid.tag === "li" ? kid : undefined))
    .findLast(Boolean);
}

function headingText({ tag, kids }: LogicalElement): LogicalText | undefined {
  for (const kid of kids) {
    const found = "tag" in kid ? headingText(kid) : tag === "h1" ? kid : undefined;
    if (found) return found;
  }
  return undefined;
}

test.run();
