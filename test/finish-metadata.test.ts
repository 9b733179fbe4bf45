import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { namedDestinations, setDestinations } from "../scripts/finish/destinations.ts";
import { finishPdf } from "../scripts/finish/finish.ts";
import { metadataText } from "../scripts/finish/metadata-text.ts";
import type { Expectation, FinishOptions, Heading } from "../scripts/finish/options.ts";
import { nest, setOutline } from "../scripts/finish/outline.ts";
import { srgbProfile } from "../scripts/finish/srgb-profile.ts";
import { verifyFinish } from "../scripts/finish/verify.ts";
import { setView } from "../scripts/finish/view.ts";
import { decodeStream } from "../scripts/pdf/stream.ts";
import { formats } from "../scripts/tables/formats.ts";
import { fonts, logical, printed } from "./support/printed.ts";

const test = suite("finish-metadata");

const options: FinishOptions = {
  title: "Actas & <minutas> — “1”",
  authors: ["Ana & Ruiz", "Tenants’ Union"],
  description: "What was\n decided,\u0000 and by whom",
  language: "es",
  direction: "ltr",
  numerals: "latn",
  view: formats.booklet.view,
  logical,
  sheet: { width: 148, height: 210 },
  seconds: 1509494400.75,
  version: "1.2.3",
};
const both: FinishOptions = { ...options, claims: { ua: 1, archive: "2a" } };
const expected: Expectation = {
  sheet: options.sheet,
  title: options.title,
  language: "es",
  numerals: "latn",
  logical,
  pages: 2,
  fonts,
};

test("should say the same of the file in both places", async () => {
  const { info, metadata } = await (await open(options)).getMetadata();
  const said = info as Record<string, unknown>;
  assert.is(metadata.get("dc:title"), said.Title);
  assert.is(said.Title, options.title);
  assert.equal(metadata.get("dc:creator"), ["Ana & Ruiz", "Tenants’ Union"]);
  assert.is(said.Author, "Ana & Ruiz; Tenants’ Union");
  assert.is(metadata.get("dc:description"), said.Subject);
  assert.is(said.Subject, "What was decided, and by whom");
  assert.is(metadata.get("xmp:creatortool"), said.Creator);
  assert.is(metadata.get("pdf:producer"), said.Producer);
  assert.is(said.CreationDate, "D:20171101000000Z");
  for (const name of ["createdate", "modifydate", "metadatadate"])
    assert.is(metadata.get(`xmp:${name}`), "2017-11-01T00:00:00Z");
  assert.is(said.PDFFormatVersion, "1.7");
});

test("should find nothing wrong with what it says", async () => {
  assert.equal(await verifyFinish(await finishPdf(printed, options), expected), []);
  assert.equal(
    await verifyFinish(await finishPdf(printed, both), { ...expected, claims: both.claims }),
    [],
  );
});

test("should keep what XML forbids out, and a text on one line", () => {
  assert.is(metadataText(" a\u0001\uFFFE\uD800\tb\r\n c\u0000 "), "a b c");
  assert.is(metadataText("𝒜\u00A0é\u2028\uFFFD"), "𝒜\u00A0é\u2028\uFFFD");
});

test("should write the packet bare, without what PDF/A forbids, for its language", async () => {
  const packet = await packetOf(options);
  assert.match(packet, /^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>/);
  assert.match(packet, /<\?xpacket end="r"\?>\n$/);
  assert.not.match(packet, /bytes=|encoding=/);
  assert.match(packet, '<rdf:li xml:lang="x-default">Actas &amp; &lt;minutas&gt; — “1”</rdf:li>');
  assert.match(packet, "<dc:language><rdf:Bag><rdf:li>es</rdf:li></rdf:Bag></dc:language>");
});

test("should name the file as its identifier does, by its content", async () => {
  const document = await read(await finishPdf(printed, options));
  const { ID } = document.context.trailerInfo;
  const identifier = ID instanceof PDFArray ? ID.lookup(0, PDFHexString).asString() : "";
  const [, name = ""] = /uuid:([-0-9a-f]+)</.exec(await packetOf(options)) ?? [];
  assert.match(name, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.is(name.slice(0, 8), identifier.slice(0, 8).toLowerCase());
  assert.not.match(await packetOf({ ...options, title: "Other" }), name);
  assert.not.match(await packetOf(both), name);
});

test("should claim nothing unasked, and explain what it claims", async () => {
  assert.not.match(await packetOf(options), /pdfaid|pdfuaid|pdfaExtension/);
  const packet = await packetOf(both);
  assert.match(packet, "<pdfuaid:part>1</pdfuaid:part>");
  assert.match(packet, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>");
  assert.match(packet, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>");
  const accessible = await packetOf({ ...options, claims: { ua: 1 } });
  assert.match(accessible, "<pdfuaid:part>1</pdfuaid:part>");
  assert.not.match(accessible, /pdfaid:|pdfaExtension/);
});

test("should refuse a claim that was not meant", async () => {
  const found = await verifyFinish(await finishPdf(printed, both), expected);
  assert.equal(
    found.map(({ reason }) => reason),
    [
      "the claim to PDF/UA of the file is “1”, not missing",
      "the claim to a part of PDF/A of the file is “2”, not missing",
      "the level of PDF/A of the file is “A”, not missing",
    ],
  );
});

test("should refuse a file that says two things of itself", async () => {
  const document = await read(await finishPdf(printed, options));
  document.setTitle("Something else");
  const found = await faults(document);
  assert.equal(
    found.map(({ rule }) => rule),
    ["pdf-metadata", "pdf-metadata"],
  );
  document.catalog.delete(PDFName.of("Metadata"));
  document.catalog.delete(PDFName.of("OutputIntents"));
  const reasons = (await faults(document)).map(({ reason }) => reason);
  assert.ok(reasons.includes("the colours of the file is missing, not “GTS_PDFA1”"));
});

test("should bring a profile of sRGB that is whole and small", async () => {
  const profile = Buffer.from(srgbProfile());
  assert.is(profile.readUInt32BE(0), profile.length);
  assert.is(profile.toString("latin1", 12, 20), "mntrRGB ");
  assert.is(profile.toString("latin1", 36, 40), "acsp");
  assert.ok(profile.length < 600);
  const sums = [0, 4, 8].map((at) =>
    ["rXYZ", "gXYZ", "bXYZ"].reduce((sum, name) => sum + fixedOf(profile, name, 8 + at), 0),
  );
  // The three colours together are white.
  for (const [index, sum] of sums.entries())
    assert.ok(Math.abs(sum - fixedOf(profile, "wtpt", 8 + 4 * index)) < 0.0002, `${sum}`);
  const document = await read(await finishPdf(printed, options));
  const intent = document.catalog
    .lookup(PDFName.of("OutputIntents"), PDFArray)
    .lookup(0, PDFDict)
    .lookup(PDFName.of("DestOutputProfile"));
  assert.equal(Buffer.from(decodeStream(intent)), profile);
});

test("should count pages as their folios do", async () => {
  assert.equal(await (await open(options)).getPageLabels(), ["1", "2"]);
  assert.equal(await (await open({ ...options, numerals: "arabext" })).getPageLabels(), ["۱", "۲"]);
  const pdf = await finishPdf(printed, { ...options, numerals: "deva" });
  assert.equal(await verifyFinish(pdf, { ...expected, numerals: "deva" }), []);
  assert.equal(
    (await verifyFinish(pdf, expected)).map(({ reason }) => reason),
    ["page 1 is counted as “१”", "page 2 is counted as “२”"],
  );
});

test("should open as its format is read", async () => {
  const views = ["booklet", "handout", "large-print", "poster"] as const;
  const layouts = views.map(async (name) => {
    const document = await open({ ...options, view: formats[name].view });
    const preferences = (await document.getViewerPreferences()) as Record<string, unknown>;
    return [name, await document.getPageLayout(), preferences.PrintScaling];
  });
  assert.equal(await Promise.all(layouts), [
    ["booklet", "TwoPageRight", "None"],
    ["handout", "OneColumn", "None"],
    ["large-print", "OneColumn", "None"],
    ["poster", "SinglePage", "AppDefault"],
  ]);
  const poster = await read(await finishPdf(printed, { ...options, view: formats.poster.view }));
  const action = poster.catalog.lookup(PDFName.of("OpenAction"), PDFArray);
  assert.is(action.get(0), poster.getPage(0).ref);
  assert.is(action.get(1), PDFName.of("Fit"));
});

test("should write bookmarks as headings are nested", async () => {
  const document = await getDocument({ data: await bookmarked(headings), verbosity: 0 }).promise;
  const outline = await document.getOutline();
  assert.equal(
    outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)]),
    [["Actas", ["Primera", "العنوان", "Última"]]],
  );
  const [, , last] = outline[0]?.items ?? [];
  const [page, ...place] = last?.dest ?? [];
  assert.equal(place, [{ name: "XYZ" }, null, 300, null]);
  assert.is(await document.getPageIndex(page), 1);
  assert.is(outline[0]?.items[0]?.items[0]?.title, "Detalle");
  assert.equal(await verifyFinish(await bookmarked(headings), expected), []);
});

test("should write bookmarks for the headings of the text", async () => {
  const outline = await (await open(options)).getOutline();
  assert.equal(
    outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)]),
    [["Actas", ["Primera", "Segunda", "Direcciones de los enlaces"]]],
  );
});

test("should put a heading under the nearest higher one, whatever is skipped", () => {
  const shape = (levels: number[]): string => {
    const write = (list: ReturnType<typeof nest>): string =>
      list.map(({ heading, below }) => `${heading.level}(${write(below)})`).join("");
    return write(nest(levels.map((level) => ({ level, title: "", page: 0, y: 0 }))));
  };
  assert.is(shape([]), "");
  assert.is(shape([1, 2, 3, 2, 1]), "1(2(3())2())1()");
  assert.is(shape([3, 1, 4, 2]), "3()1(4()2())");
  assert.is(shape([2, 2, 4, 3]), "2()2(4()3())");
});

test("should open bookmarks as far down as there is room", async () => {
  const counts = async (many: number) => {
    const list = Array.from({ length: many }, (_, index) => [
      { level: 2, title: `${index}`, page: 0, y: 9 },
      { level: 3, title: `${index}.1`, page: 1, y: 9 },
    ]).flat();
    const all = [{ level: 1, title: "All", page: 0, y: 500 }, ...list];
    const document = await read(await bookmarked(all));
    const root = document.catalog.lookup(PDFName.of("Outlines"), PDFDict);
    const title = root.lookup(PDFName.of("First"), PDFDict);
    const mode = document.catalog.lookup(PDFName.of("PageMode"), PDFName).decodeText();
    const section = title.lookup(PDFName.of("First"), PDFDict);
    return [mode, ...[root, title, section].map((one) => String(one.get(PDFName.of("Count"))))];
  };
  assert.equal(await counts(2), ["UseNone", "5", "4", "1"]);
  assert.equal(await counts(4), ["UseOutlines", "9", "8", "1"]);
  assert.equal(await counts(40), ["UseOutlines", "41", "40", "-1"]);
});

test("should leave no bookmarks to a text without headings", async () => {
  const document = await read(await bookmarked([]));
  assert.not.ok(document.catalog.has(PDFName.of("Outlines")));
});

test("should name places in a tree, sorted, whatever their letters", async () => {
  const document = await read(await finishPdf(printed, options));
  const spot = { page: 1, x: 20, y: 300 };
  const destinations = new Map([
    ["über", spot],
    ["notes", { ...spot, page: 0 }],
  ]);
  setDestinations(document, { destinations });
  const found = namedDestinations(document);
  assert.equal(
    [...found.keys()].map((name) => Buffer.from(name, "latin1").toString()),
    ["notes", "über"],
  );
  assert.is(found.get("notes")?.get(0), document.getPage(0).ref);
});

test("should name places, in a tree, and lead to them", async () => {
  const document = await open(options);
  const names = ["detalle", "links", "note-1", "noteref-1", "primera", "segunda"];
  const places = await document.getDestinations();
  assert.equal(Object.keys(places).sort(), names);
  const links = await (await document.getPage(1)).getAnnotations();
  const [inside] = links.filter(({ dest }) => dest);
  assert.equal(inside?.dest, places.segunda);
  const { catalog } = await read(await finishPdf(printed, options));
  assert.not.ok(catalog.has(PDFName.of("Dests")));
});

test("should say of the mark of a note that it leads to one, in words of the language", async () => {
  const says = async (more: Partial<FinishOptions>) => {
    const document = await PDFDocument.load(await finishPdf(printed, { ...options, ...more }));
    const links = document.getPages().flatMap(({ node }) => {
      const list = node.Annots();
      return list?.asArray().map((_, index) => list.lookup(index, PDFDict)) ?? [];
    });
    return links.map((link) => link.lookup(PDFName.of("Contents"), PDFHexString).decodeText());
  };
  const marks = (await says({})).filter((one) => /^\S$/.test(one));
  const told = (await says({ notes: "Notas" })).filter((one) => one.startsWith("Notas "));
  assert.ok(marks.length > 0);
  assert.equal(
    told,
    marks.map((mark) => `Notas ${mark}`),
  );
});

test("should refuse a bookmark or a link to nowhere", async () => {
  const document = await read(await bookmarked(headings));
  const [first] = document.getPages();
  const leads = [
    { Dest: PDFString.of("gone") },
    { A: { S: "GoTo", D: PDFString.of("lost") } },
    { Dest: [document.context.register(document.context.obj({}))] },
  ];
  for (const lead of leads)
    first?.node.Annots()?.push(document.context.obj({ Subtype: "Link", ...lead }));
  const root = document.catalog.lookup(PDFName.of("Outlines"), PDFDict);
  root.lookup(PDFName.of("First"), PDFDict).set(PDFName.of("Dest"), document.context.obj([0]));
  assert.equal(
    (await faults(document)).map(({ reason }) => reason),
    [
      "the bookmark “Actas” leads nowhere",
      "the link to gone leads nowhere",
      "the link to lost leads nowhere",
      "the link to a place leads nowhere",
    ],
  );
});

test("should let no glyph stand for a character that there is none of", async () => {
  const document = await read(printed);
  const map = document.context.stream("1 beginbfchar\n<0001> <0000>\n<0002> <0041>\nendbfchar\n");
  const reference = document.context.register(map);
  document.context.register(document.context.obj({ Type: "Other", ToUnicode: reference }));
  const finished = await read(await finishPdf(await document.save(), options));
  const text = Buffer.from(decodeStream(finished.context.lookup(reference))).toString("latin1");
  assert.match(text, "<0001> <>\n<0002> <0041>");
});

test("should make the same bytes again", async () => {
  const one = await finishPdf(printed, both);
  assert.equal(Buffer.from(await finishPdf(printed, both)), Buffer.from(one));
});

test.run();

const headings: readonly Heading[] = [
  { level: 1, title: "Actas", page: 0, y: 500 },
  { level: 2, title: "Primera", page: 0, y: 400 },
  { level: 3, title: "Detalle", page: 0, y: 350 },
  { level: 2, title: "العنوان", page: 1, y: 400 },
  { level: 2, title: "Última", page: 1, y: 300 },
];

/** The file with other bookmarks. */
async function bookmarked(list: readonly Heading[]): Promise<Uint8Array> {
  const document = await read(await finishPdf(printed, options));
  setOutline(document, { headings: list });
  setView(document, options);
  return document.save();
}

async function open(asked: FinishOptions) {
  return getDocument({ data: await finishPdf(printed, asked), verbosity: 0 }).promise;
}

function read(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false });
}

async function faults(document: PDFDocument) {
  return verifyFinish(await document.save(), expected);
}

async function packetOf(asked: FinishOptions): Promise<string> {
  const document = await read(await finishPdf(printed, asked));
  const stream = document.catalog.lookup(PDFName.of("Metadata"));
  assert.instance(stream, PDFRawStream);
  if (!(stream instanceof PDFRawStream)) return "";
  assert.not.ok(stream.dict.has(PDFName.of("Filter")));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(stream.getContents());
}

/** A number of a tag of a profile. */
function fixedOf(profile: Buffer, tag: string, at: number): number {
  const entry = profile.indexOf(tag, 128, "latin1");
  return profile.readInt32BE(profile.readUInt32BE(entry + 4) + at) / 0x10000;
}
