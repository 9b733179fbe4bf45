import { type PDFContext, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { reportPreflight } from "../scripts/command/preflight-report.ts";
import type { Finding, FindingRule } from "../scripts/preflight/finding.ts";
import { gatherFindings } from "../scripts/preflight/gather.ts";
import { preflight } from "../scripts/preflight/preflight.ts";
import { printCopy as printCopyOf } from "../scripts/prepress/prepress.ts";
import { colours, printOptions } from "./support/print-copies.ts";

const test = suite("preflight");

type Box = [number, number, number, number];

/** A page of 300 × 400 points, trimmed all round by 20. */
interface Page {
  content?: string;
  /** By kind and name, as `context.obj` takes them. */
  resources?: Record<string, object>;
  boxes?: Record<string, Box>;
  rotate?: number;
  annotations?: object[];
  group?: object;
  /** Points a unit. */
  unit?: number;
}

const usual: Record<string, Box> = {
  MediaBox: [0, 0, 300, 400],
  BleedBox: [10, 10, 290, 390],
  TrimBox: [20, 20, 280, 380],
};
/** A millimetre, in points. */
const mm = 72 / 25.4;

async function fileOf(...pages: Page[]): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  for (const { content = "", resources = {}, boxes = usual, ...more } of pages) {
    const { node } = document.addPage([300, 400]);
    for (const [name, box] of Object.entries(boxes)) node.set(PDFName.of(name), context.obj(box));
    node.set(PDFName.of("Contents"), context.register(context.stream(content)));
    node.set(PDFName.of("Resources"), context.obj({ Font: { F1: fontOf(context) }, ...resources }));
    if (more.unit) node.set(PDFName.of("UserUnit"), context.obj(more.unit));
    if (more.rotate) node.set(PDFName.of("Rotate"), context.obj(more.rotate));
    if (more.annotations) node.set(PDFName.of("Annots"), context.obj(more.annotations as never));
    if (more.group) node.set(PDFName.of("Group"), context.obj(more.group as never));
  }
  return document;
}

/** A font that is embedded, so far as anybody looks. */
function fontOf(context: PDFContext) {
  return context.obj({
    Type: "Font",
    Subtype: "TrueType",
    BaseFont: "ABCDEF+Real",
    FirstChar: 0,
    Widths: Array.from({ length: 256 }, () => 500),
    FontDescriptor: { FontFile2: context.register(context.stream("font")) },
  });
}

async function look(document: PDFDocument): Promise<Finding[]> {
  return (await preflight(await document.save({ useObjectStreams: false }))).findings;
}

async function lookAt(...pages: Page[]): Promise<Finding[]> {
  return look(await fileOf(...pages));
}

const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

/** What is found on one page with a content, pages that are blank apart. */
async function found(content: string, page: Omit<Page, "content"> = {}): Promise<FindingRule[]> {
  return rules(await lookAt({ content, ...page }));
}

const sound = "0 g BT /F1 10 Tf 100 200 Td (sound) Tj ET 1 w 50 50 m 200 50 l S";

test("should find nothing in a sound page", async () => {
  assert.equal(await found(sound), []);
});

test("should find fonts that are not there, or drawings", async () => {
  const Font = {
    F1: { Subtype: "Type1", BaseFont: "Helvetica" },
    F2: { Subtype: "Type3", FontMatrix: [0.001, 0, 0, 0.001, 0, 0] },
  };
  const text = "BT /F1 10 Tf 100 200 Td (a) Tj (b) Tj /F2 10 Tf (c) Tj ET";
  const [missing, drawn, ...more] = await lookAt({ content: text, resources: { Font } });
  assert.equal(more, []);
  assert.match(missing?.reason ?? "", "“Helvetica” is not in the file");
  assert.is(drawn?.rule, "font-drawn");
  assert.equal(await found("BT /F1 10 Tf 3 Tr 100 200 Td (a) Tj ET", { resources: { Font } }), [
    "page-blank",
  ]);
});

test("should measure images where they land", async () => {
  const document = await fileOf({
    content:
      "q 72 0 0 72 50 50 cm /I Do Q q 0 36 -36 0 200 200 cm /I Do Q q 40 0 0 40 50 200 cm /I Do Q",
  });
  const { context } = document;
  const image = (more: object) =>
    context.register(context.stream("", { Subtype: "Image", Width: 100, Height: 200, ...more }));
  const resources = document.getPage(0).node.Resources();
  const grey = image({ ColorSpace: "DeviceGray", BitsPerComponent: 8 });
  resources?.set(PDFName.of("XObject"), context.obj({ I: grey }));
  // 100, 200 and 180 ppi: the first is too coarse, the others could be finer.
  const [coarse, soft] = await look(document);
  assert.equal(
    [coarse?.rule, coarse?.reason],
    ["image-coarse", "An image has 100 pixels an inch as printed"],
  );
  assert.equal(
    [soft?.rule, soft?.more, soft?.reason.slice(0, 16)],
    ["image-soft", 1, "An image has 180"],
  );
  resources?.set(PDFName.of("XObject"), context.obj({ I: image({ ImageMask: true }) }));
  assert.equal(rules(await look(document)), ["image-coarse"]);
});

test("should find lines too thin, drawn or filled, at any scale", async () => {
  assert.equal(await found("0.2 w 50 50 m 200 50 l S"), ["line-thin"]);
  assert.equal(
    await found(".1 0 0 .1 0 0 cm 3 w 500 500 m 2000 500 l S 2 w 500 800 m 900 800 l S"),
    ["line-thin"],
  );
  assert.equal(await found("50 50 100 0.1 re f"), ["line-thin"]);
  assert.equal(await found("0 w 50 50 m 200 50 l S"), ["line-thin"]);
  assert.equal(
    await found("0.25 w 50 50 m 200 50 l S 50 80 100 0.3 re f 1 G 0.1 w 5 5 m 90 90 l S"),
    [],
  );
});

test("should find text that the cut may reach, but not marks beyond it", async () => {
  const at = (x: number, y: number) => `BT /F1 10 Tf ${x} ${y} Td (ab) Tj ET`;
  const [near] = await lookAt({ content: at(20 + 2 * mm, 200) });
  assert.equal(
    [near?.rule, near?.reason],
    ["text-near-trim", "Text comes within 2 mm of the left edge of the trimmed page"],
  );
  assert.equal(await found(at(275, 200)), ["text-cut"]);
  assert.equal(await found(at(100, 375)), ["text-cut"]);
  assert.equal(await found(at(20 + 3.1 * mm, 200)), []);
  assert.equal(await found(at(100, 385)), []);
  assert.equal(await found(`30 30 240 340 re W n ${at(26, 200)}`), [], "clipped");
});

test("should find boxes out of place, and pages of other sizes", async () => {
  const boxes = (more: Record<string, Box>) => ({ content: sound, boxes: { ...usual, ...more } });
  const outside = async (more: Record<string, Box>) =>
    (await lookAt(boxes(more))).map(({ rule, reason }) => `${rule} ${reason}`);
  assert.equal(await outside({ TrimBox: [5, 20, 280, 380] }), [
    "box-outside The TrimBox reaches out of the BleedBox",
  ]);
  assert.equal(await outside({ BleedBox: [10, 10, 290, 410] }), [
    "box-outside The BleedBox reaches out of the MediaBox",
  ]);
  assert.equal(await outside({ TrimBox: [20, 20, 20, 380] }), [
    "box-empty The TrimBox has no area",
  ]);
  const small = boxes({ TrimBox: [20, 20, 270, 380] });
  const turned = { ...boxes({ TrimBox: [20, 20, 280, 380] }), rotate: 90 };
  const differ = await lookAt(boxes({}), small, turned, boxes({}));
  assert.equal(
    differ.map(({ rule, pages }) => `${rule} ${pages}`),
    ["box-differs 2", "box-differs 3"],
  );
});

test("should find colour that ends at the trim", async () => {
  assert.equal(await found("0.5 g 20 20 260 100 re f"), ["bleed-short"]);
  assert.equal(await found("0.5 g 10 10 280 100 re f"), []);
  const [short] = await lookAt({ content: `0.5 g ${20 - 2 * mm} 100 100 100 re f` });
  assert.is(
    short?.reason,
    "Colour reaches the left edge of the trimmed page and goes on 2 mm beyond it",
  );
  assert.equal(await found(`${sound} 1 g 0 0 300 400 re f 1 0 0 1 0 0 cm`), []);
  assert.equal(await found("0.5 w 150 20 m 150 32 l S"), [], "a mark to fold by");
});

test("should count pages, and blank ones", async () => {
  const page = { content: sound };
  assert.equal(rules(await lookAt(page, page, page, page)), []);
  const [count, blank, ...more] = await lookAt(
    page,
    {},
    page,
    { content: "1 g 50 50 9 9 re f" },
    page,
  );
  assert.equal([count?.rule, count?.pages], ["pages-not-four", []]);
  assert.equal([blank?.rule, blank?.pages, more], ["page-blank", [2, 4], []]);
});

test("should find too much ink, and black mixed of inks", async () => {
  const heavy = await lookAt({ content: ".9 .8 .8 .6 k 50 50 100 100 re f" });
  assert.equal(
    heavy.map(({ reason }) => reason),
    ["A shape is painted with 310 % ink"],
  );
  assert.equal(await found(".75 .68 .67 .9 k 50 50 100 100 re f"), []);
  const text = (ink: string, size: number) => `${ink} k BT /F1 ${size} Tf 100 200 Td (a) Tj ET`;
  assert.equal(await found(text(".6 .4 .4 1", 10)), ["black-mixed"]);
  assert.equal(await found(text(".6 .4 .4 1", 24)), []);
  assert.equal(await found(text("0 0 0 1", 10)), []);
});

test("should weigh the ink of images", async () => {
  const ofPixels = async (pixels: number[][]) => {
    const document = await fileOf({ content: "q 9 0 0 9 100 100 cm /I Do Q" });
    const { context } = document;
    const image = context.flateStream(Uint8Array.from(pixels.flat()), {
      ...{ Subtype: "Image", Width: pixels.length / 30, Height: 30, BitsPerComponent: 8 },
      ColorSpace: "DeviceCMYK",
    });
    const XObject = context.obj({ I: context.register(image) });
    document.getPage(0).node.Resources()?.set(PDFName.of("XObject"), XObject);
    return (await look(document)).map(({ rule, reason }) => `${rule}: ${reason}`);
  };
  const light = Array.from({ length: 1800 }, () => [255, 255, 255, 0]);
  const heavy = [255, 255, 204, 102];
  assert.equal(await ofPixels([...light.slice(10), ...Array(10).fill(heavy)]), [
    "ink-heavy: An image is painted with 320 % ink",
  ]);
  assert.equal(await ofPixels([...light.slice(1), heavy]), [], "one pixel");
});

test("should leave marks of the press alone", async () => {
  assert.equal(await found(`${sound} 0.1 w 5 5 m 5 15 l S 1 1 1 1 k 2 2 6 6 re f`), []);
});

test("should name colours of screens and inks of their own", async () => {
  const ColorSpace = {
    S: ["Separation", "Gold", "DeviceCMYK", { FunctionType: 2, N: 1, Domain: [0, 1] }],
    B: ["Separation", "Black", "DeviceCMYK", { FunctionType: 2, N: 1, Domain: [0, 1] }],
  };
  const page = { resources: { ColorSpace } };
  const text = "BT /F1 10 Tf 100 200 Td (a) Tj ET";
  const findings = await lookAt(
    { content: `1 0 0 rg 50 50 9 9 re f ${text}`, ...page },
    { content: `/S cs .5 scn 50 50 9 9 re f /B cs 1 scn ${text}`, ...page },
    { content: "0 0 1 RG 50 50 99 99 re S", ...page },
  );
  assert.equal(
    findings.map(({ rule, pages, reason }) => [rule, pages, reason]),
    [
      ["colour-spot", [], "The file asks for inks of its own: Gold"],
      ["colour-rgb", [1, 3], "Colours are given for screens (RGB): shapes, text"],
    ],
  );
});

test("should find white that would vanish by overprinting", async () => {
  const ExtGState = { O: { op: true, OPM: 1 }, N: { OP: true, op: false }, M: { OP: true } };
  const page = { resources: { ExtGState } };
  const box = "50 50 100 100 re f";
  assert.equal(await found(`0 g ${box} /O gs 0 0 0 0 k ${box}`, page), ["overprint-white"]);
  assert.equal(await found(`0 g ${box} /M gs 1 g ${box}`, page), ["overprint-white"]);
  assert.equal(await found(`0 g ${box} /M gs 0 0 0 0 k ${box}`, page), [], "mode 0 erases");
  assert.equal(await found(`/N gs 1 g ${box} 0 g ${box}`, page), []);
  assert.equal(await found(`/O gs 0 0 0 1 k ${box}`, page), []);
});

test("should find small white text on a dark ground", async () => {
  const text = (size: number) => `1 g BT /F1 ${size} Tf 100 200 Td (white) Tj ET`;
  const dark = "0.1 g 80 180 120 60 re f";
  assert.equal(await found(`${dark} ${text(6)}`), ["text-reversed-small"]);
  assert.equal(await found(`${dark} ${text(8)}`), []);
  assert.equal(await found(`0.9 g 80 180 120 60 re f ${text(6)}`), []);
  assert.equal(await found(`${dark} 0.9 g 90 190 90 30 re f ${text(6)}`), [], "lighter in between");
  // A page may say how large its unit is (ISO 32000-1, 14.11.2).
  assert.equal(await found(`${dark} ${text(4)}`, { unit: 2 }), []);
  assert.equal(await found(`${dark} ${text(8)}`, { unit: 0.5 }), ["text-reversed-small"]);
});

test("should find transparent parts, and look into forms", async () => {
  const document = await fileOf(
    { content: "/X Do" },
    { content: "/X Do", resources: {} },
    { content: "/X Do" },
  );
  const { context } = document;
  const inner = { ExtGState: { T: { ca: 0.5 } } };
  const form = (content: string, more: object) =>
    context.register(context.stream(content, { Subtype: "Form", BBox: [0, 0, 90, 90], ...more }));
  const forms = [
    form("/T gs 0 0 300 300 re f", { Resources: inner }),
    form("0.1 w 5 5 m 50 50 l S", { Matrix: [2, 0, 0, 2, 60, 60] }),
    form("0.1 w 5 5 m 50 50 l S", { Matrix: [3, 0, 0, 3, 60, 60] }),
  ];
  document.getPages().forEach((page, index) => {
    page.node.Resources()?.set(PDFName.of("XObject"), context.obj({ X: forms[index] }));
  });
  const [transparent, thin, ...more] = await look(document);
  assert.equal([transparent?.rule, transparent?.pages], ["transparency", [1]]);
  assert.equal([thin?.rule, thin?.pages, thin?.box?.left], ["line-thin", [2], 17.6]);
  assert.equal(more, []);
});

test("should say in which ways parts are transparent, of whatever is painted", async () => {
  const shading = { ShadingType: 2, ColorSpace: "DeviceGray", Coords: [0, 0, 9, 9] };
  const resources = {
    ExtGState: {
      Fill: { ca: 0.5 },
      Line: { CA: 0.5 },
      Mixed: { BM: "Multiply" },
      Whole: { ca: 1, CA: 1, BM: "Compatible", SMask: "None" },
      Mask: { SMask: { S: "Luminosity" } },
    },
    Shading: { S: shading },
  };
  const kinds = async (content: string) =>
    (await lookAt({ content, resources }))
      .filter(({ rule }) => rule === "transparency")
      .map(({ reason }) => /\(([^)]*)\)/.exec(reason)?.[1] ?? reason);
  const [area, line] = ["50 50 99 99 re f", "1 w 50 50 m 99 99 l S"];
  assert.equal(await kinds(`/Fill gs ${area}`), ["tints"]);
  assert.equal(await kinds(`/Fill gs ${line}`), []);
  assert.equal(await kinds(`/Line gs ${line}`), ["tints"]);
  assert.equal(await kinds(`/Line gs ${area}`), []);
  assert.equal(await kinds("50 50 99 99 re W n /Fill gs /S sh"), ["tints"]);
  assert.equal(await kinds("50 50 99 99 re W n /S sh"), []);
  assert.equal(await kinds(`/Whole gs ${area}`), []);
  assert.equal(await kinds(`/Mixed gs ${area} /Mask gs ${line}`), ["blending, soft masks"]);
});

test("should not enter a form that holds itself", async () => {
  const document = await fileOf({ content: "/X Do" });
  const { context } = document;
  const form = context.nextRef();
  const dictionary = { Subtype: "Form", BBox: [0, 0, 90, 90], Resources: { XObject: { X: form } } };
  context.assign(form, context.stream("0 0 9 9 re f /X Do", dictionary));
  document
    .getPage(0)
    .node.Resources()
    ?.set(PDFName.of("XObject"), context.obj({ X: form }));
  assert.equal(rules(await look(document)), ["bleed-short"].slice(1));
});

test("should look into gradients and tiles", async () => {
  const document = await fileOf(
    { content: "/Pattern cs /P scn 50 50 99 99 re f" },
    { content: "q 50 50 99 99 re W n /S sh Q" },
    { content: ".5 0 0 .5 0 0 cm /Pattern cs /T scn 100 100 99 99 re f" },
  );
  const { context } = document;
  const gradient = (ColorSpace: string) => ({ ShadingType: 2, ColorSpace });
  const tile = context.stream("1 0 0 RG 0.2 w 0 0 m 99 99 l S", {
    ...{ PatternType: 1, PaintType: 1, BBox: [0, 0, 9, 9], XStep: 9, YStep: 9 },
    Matrix: [1, 0, 0, 1, 50, 50],
  });
  const Pattern = {
    P: { PatternType: 2, Shading: gradient("DeviceRGB") },
    T: context.register(tile),
  };
  for (const { node } of document.getPages()) {
    node.Resources()?.set(PDFName.of("Pattern"), context.obj(Pattern));
    node.Resources()?.set(PDFName.of("Shading"), context.obj({ S: gradient("DeviceCMYK") }));
  }
  assert.equal(
    (await look(document)).map(({ rule, pages, reason }) => `${rule} ${pages} ${reason}`),
    [
      "colour-rgb 1,3 Colours are given for screens (RGB): shapes",
      "line-thin 3 A line is 0.2 pt wide",
    ],
  );
});

test("should not be worn out by forms that hold each other over and over", async () => {
  const document = await fileOf({ content: "/X Do" });
  const { context } = document;
  let form = context.register(
    context.stream("0 0 9 9 re f", { Subtype: "Form", BBox: [0, 0, 9, 9] }),
  );
  for (let depth = 0; depth < 40; depth++) {
    const Resources = { XObject: { X: form } };
    const more = { Subtype: "Form", BBox: [0, 0, 9, 9], Resources };
    form = context.register(context.stream("/X Do /X Do", more));
  }
  document
    .getPage(0)
    .node.Resources()
    ?.set(PDFName.of("XObject"), context.obj({ X: form }));
  const findings = await look(document);
  assert.equal(rules(findings), ["content-damaged"]);
  assert.match(findings[0]?.reason ?? "", "drawings stand in drawings without end");
});

test("should find annotations that would be printed", async () => {
  const annotation = (Subtype: string, F: number) => ({ Subtype, F, Rect: [50, 50, 90, 90] });
  const page = (...annotations: object[]) => found(sound, { annotations });
  assert.equal(await page(annotation("Stamp", 4), annotation("Link", 4)), ["annotation-prints"]);
  assert.equal(await page(annotation("Text", 0), annotation("Popup", 4)), []);
});

test("should say what is damaged in plain words", async () => {
  const whole = await (await fileOf({ content: sound })).save();
  const of = async (bytes: Uint8Array) => (await preflight(bytes)).findings;
  assert.equal(rules(await of(Buffer.from("hello"))), ["pdf-damaged"]);
  assert.equal(rules(await of(new Uint8Array(0))), ["pdf-damaged"]);
  const cut = await of(whole.subarray(0, whole.length - 40));
  assert.equal(rules(cut)[0], "pdf-truncated");
  const half = await of(whole.subarray(0, 200));
  assert.ok(rules(half).includes("pdf-damaged"));
  for (const { reason } of half) assert.not.match(reason, /\n|offset|\bat\b .*:\d/);
  const document = await fileOf({ content: sound });
  const { context } = document;
  const broken = context.stream("not deflated", { Filter: "FlateDecode" });
  document.getPage(0).node.set(PDFName.of("Contents"), context.register(broken));
  assert.equal(rules(await look(document)), ["content-damaged"]);
});

test("should open what anybody may open, and say that it is encrypted", async () => {
  const open = await fileOf({ content: "0.1 w 50 50 m 200 50 l S" });
  open.encrypt({ ownerPassword: "owner" });
  assert.equal(rules(await look(open)), ["pdf-encrypted", "line-thin"]);
  const closed = await fileOf({ content: sound });
  closed.encrypt({ userPassword: "user", ownerPassword: "owner" });
  assert.equal(rules(await look(closed)), ["pdf-encrypted"]);
});

test("should name places from the corner of the page as it is read", async () => {
  const content = "0.1 w 30 40 m 60 40 l S";
  const boxOf = async (rotate: number) => {
    const [{ box } = { box: undefined }] = await lookAt({ content, rotate });
    return [box?.left, box?.bottom].map((side) => Math.round(side ?? -1));
  };
  assert.equal(await boxOf(0), [4, 7]);
  assert.equal(await boxOf(90), [7, 78]);
  assert.equal(await boxOf(180), [78, 120]);
  assert.equal(await boxOf(270), [120, 4]);
});

/** A file that keeps PDF/X-4, so far as its keys go; `change` spoils it. */
async function printCopy(
  change: (document: PDFDocument, context: PDFContext) => void = () => {},
  page: Page = {},
  metadata = (xmp: string) => xmp,
  header = "\x02\0\0\0prtrCMYK",
): Promise<FindingRule[]> {
  const document = await fileOf({ content: "0 0 0 1 k 50 50 99 99 re f", ...page });
  const { context, catalog } = document;
  const profile = Buffer.alloc(128);
  profile.write(header, 8, "latin1");
  const intent = {
    S: "GTS_PDFX",
    OutputConditionIdentifier: PDFString.of("FOGRA39"),
    DestOutputProfile: context.register(context.stream(profile, { N: 4 })),
  };
  catalog.set(PDFName.of("OutputIntents"), context.obj([intent]));
  const xmp = `<rdf:Description pdfxid:GTS_PDFXVersion="PDF/X-4" pdf:Trapped='False'
    xmp:CreateDate="2017-10-24T00:00:00Z" xmp:ModifyDate="2017-10-24T02:00:00+02:00"
    xmp:MetadataDate="2017-10-24T00:00:00Z"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &amp; B</rdf:li>
    </rdf:Alt></dc:title><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
    <xmpMM:RenditionClass>default</xmpMM:RenditionClass></rdf:Description>`;
  catalog.set(PDFName.of("Metadata"), context.register(context.stream(metadata(xmp))));
  document.setTitle("A & B");
  document.setCreationDate(new Date(Date.UTC(2017, 9, 24)));
  document.setModificationDate(new Date(Date.UTC(2017, 9, 24)));
  const information = context.lookup(context.trailerInfo.Info) as ReturnType<typeof context.obj>;
  (information as never as Map<PDFName, PDFName>).set(PDFName.of("Trapped"), PDFName.of("False"));
  const id = PDFHexString.of("00");
  context.trailerInfo.ID = context.obj([id, id]);
  (context.header as never as { minor: string }).minor = "6";
  change(document, context);
  return rules(await look(document));
}

test("should find nothing in a file that keeps PDF/X-4", async () => {
  assert.equal(await printCopy(), []);
});

test("should hold PDF/X-4 to its keys", async () => {
  const catalogKey =
    (name: string, value: object) => (document: PDFDocument, context: PDFContext) =>
      document.catalog.set(PDFName.of(name), context.obj(value as never));
  const action = { S: "JavaScript", JS: PDFString.of("app.beep()") };
  const rows: [FindingRule, (document: PDFDocument, context: PDFContext) => void][] = [
    ["x4-actions", catalogKey("OpenAction", action)],
    ["x4-actions", catalogKey("Names", { JavaScript: { Names: [] } })],
    ["x4-files", catalogKey("Names", { EmbeddedFiles: { Names: [] } })],
    ["x4-form", catalogKey("AcroForm", { Fields: [{}] })],
    ["x4-intent", (document) => document.catalog.delete(PDFName.of("OutputIntents"))],
    ["x4-intent-condition", catalogKey("OutputIntents", [{ S: "GTS_PDFX" }])],
    ["x4-intent-profile", catalogKey("OutputIntents", [{ S: "GTS_PDFX" }])],
    ["x4-version", catalogKey("Version", PDFName.of("1.7"))],
    ["x4-filter", (_, context) => context.register(context.stream("", { Filter: "LZWDecode" }))],
    ["x4-postscript", (_, context) => context.register(context.stream("", { Subtype: "PS" }))],
    ["x4-outside", (_, context) => context.register(context.stream("", { OPI: {} }))],
    ["x4-transfer", (_, context) => context.register(context.obj({ TR: "Something" }))],
    [
      "x4-alternate",
      (_, context) =>
        context.register(context.stream("", { Alternates: [{ DefaultForPrinting: true }] })),
    ],
    ["x4-information", (document) => document.setTitle("")],
    ["x4-metadata-differs", (document) => document.setTitle("Another")],
    ["x4-metadata-differs", (document) => document.setModificationDate(new Date(0))],
  ];
  for (const [rule, change] of rows) {
    const all = await printCopy(change);
    assert.ok(all.includes(rule), `${rule} not in ${all}`);
  }
});

test("should hold PDF/X-4 to a press's profile, of a version that it knows", async () => {
  const of = (header: string) => printCopy(undefined, undefined, undefined, header);
  assert.equal(await of("\x04\x20\0\0prtrCMYK"), []);
  for (const header of ["\x05\0\0\0prtrCMYK", "\x02\0\0\0mntrCMYK"])
    assert.equal(await of(header), ["x4-intent-profile"], header);
});

test("should hold PDF/X-4 to its pages and metadata", async () => {
  const whole = () => {};
  const { TrimBox: _, ...untrimmed } = usual;
  assert.equal(await printCopy(whole, { boxes: untrimmed }), ["x4-boxes"]);
  const ArtBox: Box = [20, 20, 280, 380];
  assert.equal(await printCopy(whole, { boxes: { ...usual, ArtBox } }), ["x4-boxes"]);
  const annotations = [{ Subtype: "Link", Rect: [50, 50, 90, 90] }];
  assert.equal(await printCopy(whole, { annotations }), ["annotation-in-trim"]);
  const beyond = [{ Subtype: "Text", Rect: [0, 0, 9, 9] }];
  assert.equal(await printCopy(whole, { annotations: beyond }), []);
  const resources = { ExtGState: { T: { ca: 0.5 } } };
  const content = "/T gs 0 0 0 1 k 50 50 99 99 re f";
  const group = { S: "Transparency", CS: "DeviceRGB" };
  assert.equal(
    await printCopy(whole, { content, resources, group }),
    ["x4-blending", "transparency"].sort(),
  );
  assert.equal(await printCopy(whole, { content: "1 0 0 rg 50 50 99 99 re f" }), ["colour-stray"]);
  const lacking = (name: string) => (xmp: string) => xmp.replaceAll(name, "Other");
  assert.equal(await printCopy(whole, {}, lacking("xmpMM:DocumentID")), ["x4-metadata"]);
  assert.equal(await printCopy(whole, {}, (xmp) => xmp.replace("False", "Unknown")), [
    "x4-metadata-differs",
    "x4-trapped",
  ]);
});

test("should find in our own files what is in them, and nothing else", async () => {
  const seen = async (pdf: Uint8Array) => {
    const { claim, findings } = await preflight(pdf);
    return [claim, ...findings.map(({ rule, pages }) => [rule, ...pages].join(" "))];
  };
  // Its pictures are small on purpose.
  const always = ["image-coarse 4", "transparency 4 5"];
  assert.equal(await seen(colours), [undefined, "pages-not-four", "colour-rgb 1 3 4 5", ...always]);
  const copy = await printCopyOf(colours, await printOptions());
  assert.equal(await seen(copy), ["PDF/X-4", "pages-not-four", ...always]);
});

test("should tell the worst of a kind, and pages alike together", () => {
  const finding = (page: number, measure: number, box?: Finding["box"]): Finding => ({
    rule: "line-thin",
    severity: "warning",
    pages: [page],
    more: 0,
    measure,
    reason: box ? `${measure}` : "alike",
    note: "",
    ...(box && { box }),
  });
  const box = { left: 0, bottom: 0, right: 1, top: 1 };
  const [first, second, third, ...more] = gatherFindings([
    finding(2, 0),
    finding(1, 0.2, box),
    finding(1, 0.1, box),
    finding(1, 0.2, box),
    finding(3, 0),
  ]);
  assert.equal([first?.reason, first?.more, first?.pages], ["0.1", 2, [1]]);
  assert.equal([second?.reason, second?.pages], ["alike", [2, 3]]);
  assert.equal([third, more], [undefined, []]);
});

test("should report to people and to programs", async () => {
  const pages = [1, 2, 3, 5].map((page) =>
    page === 5 ? {} : { content: "1 0 0 rg 50 50 9 9 re f" },
  );
  const thin = "0.1 w 50 50 m 200 50 l S 0.2 w 50 60 m 90 60 l S";
  const file = await fileOf({ content: thin }, ...pages, { content: "1 0 0 rg 50 50 9 9 re f" });
  const result = { path: "/home/a\n.pdf", ...(await preflight(await file.save())) };
  const options = { cwd: "/home", json: false, quiet: false };
  const { messages, summary, exit } = reportPreflight([result], options);
  assert.is(
    messages,
    `a .pdf info The file has 6 pages, which is no multiple of 4 (pages-not-four)
  For a folded booklet, blank pages are added before the back cover; else nothing to do.
a .pdf:1 (10.6, 10.6 mm) warning A line is 0.1 pt wide (1 more like it) (line-thin)
  Make it at least 0.25 pt; thinner lines break up or vanish.
a .pdf:2 (10.6, 10.6 mm) info Colours are given for screens (RGB): shapes, also on pages 3–4, 6 (colour-rgb)
  Fine for copiers and office printers. A press changes them to inks by its own rules; ask for a proof.
a .pdf:5 info The page is blank (page-blank)
  Nothing to do if it is meant to be.
`,
  );
  assert.equal([summary, exit], ["1 file, 6 pages, no error, 1 warning\n", 0]);
  const quiet = reportPreflight([result], { ...options, quiet: true });
  assert.equal([quiet.messages.split("\n").length, quiet.summary], [3, ""]);
  const json = JSON.parse(reportPreflight([result], { ...options, json: true }).summary);
  assert.equal(json.files[0].findings[1].box, {
    left: 10.57,
    bottom: 10.57,
    right: 63.52,
    top: 10.6,
  });
});

test("should leave the console as it was when several files are opened at once", async () => {
  const { warn, log } = console;
  const file = Buffer.from("%PDF-1.4\n%%EOF\n");
  await Promise.all([preflight(file), preflight(file), preflight(file)]);
  const left = [console.warn === warn, console.log === log];
  Object.assign(console, { warn, log });
  assert.equal(left, [true, true]);
});

test.run();
