import { PDFDict, PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readCMap } from "../scripts/pdf/cmap.ts";
import { fontsOf, readFont } from "../scripts/pdf/font.ts";
import type { Operand } from "../scripts/pdf/operand.ts";
import { decodeStream, pageContent } from "../scripts/pdf/stream.ts";
import { readOperations } from "../scripts/pdf/tokens.ts";
import { type Glyph, type Metrics, type Visitor, walkOperations } from "../scripts/pdf/walk.ts";
import { writeOperations } from "../scripts/pdf/write.ts";
import { printed } from "./support/printed.ts";
import { seeded } from "./support/random.ts";

const test = suite("pdf");

const text = (string: Operand | undefined) => Buffer.from(string as Uint8Array).toString("latin1");
const bytes = (content: string) => Buffer.from(content, "latin1");
const read = (content: string) => readOperations(bytes(content));
/** Operations without their places. */
const plain = (stream: Uint8Array) =>
  readOperations(stream).map(({ operator, operands }) => ({ operator, operands }));
/** Operands of the only operation of a stream. */
const operands = (content: string) => {
  const [only, ...more] = read(`${content} X`);
  assert.equal(more, [], content);
  return only?.operands ?? [];
};

test("should read numbers as every reader does", () => {
  assert.equal(
    operands("0 12 -7 +3 .5 -.5 4. --5 0.0625 1234567.125 5-3 - ."),
    [0, 12, -7, 3, 0.5, -0.5, 4, -5, 0.0625, 1234567.125, 53, 0, 0],
  );
  const [long] = operands("7.949999999999999999999");
  assert.ok(Math.abs((long as number) - 7.95) < 1e-12);
  assert.equal(operands("1.5.5"), [1.5, 0.5]);
  assert.equal(
    read("1 0 0 1 72.5cm").map(({ operator }) => operator),
    ["cm"],
  );
});

test("should read names, with what is escaped in them", () => {
  assert.equal(operands("/F4 /A#20B /# /#4 /Lime#23Green /a/b"), [
    "F4",
    "A B",
    "#",
    "#4",
    "Lime#Green",
    "a",
    "b",
  ]);
  assert.equal(operands("/ "), [""]);
});

test("should read strings: nested, escaped, over lines", () => {
  assert.is(text(operands("(a(b(c))d)")[0]), "a(b(c))d");
  assert.is(text(operands(String.raw`(\(\)\\\n\053\53a\0053\400\q)`)[0]), "()\\\n++a\x053\0q");
  assert.is(text(operands("(a\\\r\nb\\\nc\r\nd\re)")[0]), "abc\nd\ne");
  assert.is(text(operands("()")[0]), "");
  assert.is(text(operands("<48 65 6C\n6c6F7>")[0]), "Hellop");
  assert.is(text(operands("<>")[0]), "");
});

test("should read arrays and dictionaries, within each other", () => {
  assert.equal(operands("[1 [/a true] null<</K[2]>>]"), [
    [1, ["a", true], null, new Map([["K", [2]]])],
  ]);
  const [tag, list] = operands("/Span<</ActualText<FEFF0041>/Lang(en)/N<</MCID 3>>>>");
  assert.is(tag, "Span");
  const properties = list as Map<string, Operand>;
  assert.equal([...properties.keys()], ["ActualText", "Lang", "N"]);
  assert.equal(properties.get("N"), new Map([["MCID", 3]]));
  assert.is(text(properties.get("Lang")), "en");
});

test("should pass over comments, but not within strings", () => {
  assert.equal(operands("1 % 2 (\n3"), [1, 3]);
  assert.is(text(operands("(50% of it)")[0]), "50% of it");
});

test("should read the same operands late as at once", () => {
  const pieces = [
    ...[
      "1",
      "-.5",
      "/N#41",
      "<0041>",
      "<4>",
      "[",
      "]",
      "[<0041>-3<0042>]",
      "(a)",
      "<<",
      ">>",
      "%c\n",
      ")",
    ],
    ...["true", "<", "1.5.5", "/", "[/A 2]", "[[1]2]"],
  ];
  const random = seeded(7);
  for (let round = 0; round < 2000; round++) {
    const count = 1 + Math.floor(random() * 4);
    const content = Array.from(
      { length: count },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join(" ");
    // An operator that nobody knows is read with care.
    const late = read(`${content} Tj`).map(({ operands }) => operands);
    assert.equal(
      late,
      read(`${content} X`).map(({ operands }) => operands),
      content,
    );
  }
});

test("should tell the codes of strings of any kind", () => {
  const codes = (content: string) => read(content).map((operation) => operation.codes);
  assert.equal(codes("[<0041> 3 <00420043>] TJ (\\000A) Tj <00 41> Tj <004> Tj [(AB)<0043>] TJ"), [
    [0x41, 0x42, 0x43],
    [0x41],
    [0x41],
    [0x40],
    [0x4142, 0x43],
  ]);
});

test("should say where each operation stands", () => {
  const content = "q\n1 0 0 1 8 34 cm % there\n  (a) Tj Q";
  const slices = read(content).map(({ start, end }) => content.slice(start, end));
  assert.equal(slices, ["q", "1 0 0 1 8 34 cm", "(a) Tj", "Q"]);
});

test("should read what is cut off or damaged as far as it goes", () => {
  const operators = (content: string) => read(content).map(({ operator }) => operator);
  assert.equal(operators("q (never closed Tj Q"), ["q"]);
  assert.equal(operators("q [1 2 Tj"), ["q"]);
  assert.equal(operators("q <</A 1 BDC"), ["q"]);
  assert.equal(operators("q <48"), ["q"]);
  assert.equal(operators("q ) > ] } >> Q"), ["q", "Q"]);
  assert.equal(operators("q BI /W 4 ID abc"), ["q", "BI"]);
  assert.equal(operators("q 1 0 0"), ["q"]);
  assert.equal(operators(`${"[".repeat(100_000)}q`), []);
  assert.equal(operators("fooBar f* ' \" T*"), ["fooBar", "f*", "'", '"', "T*"]);
  assert.equal(operators(""), []);
});

test("should find the end of an inline image", () => {
  const data = (content: string) => {
    const [image, ...after] = read(content);
    assert.equal(
      after.map(({ operator }) => operator),
      ["Q"],
      content,
    );
    return text(image?.operands[1]);
  };
  assert.is(data("BI /W 2 /H 2 /BPC 8 /CS /G ID abcd\nEI Q"), "abcd");
  assert.is(data("BI /W 8 /H 1 /BPC 8 /CS /G ID a EI Q b\nEI\nQ"), "a EI Q b", "told by its size");
  assert.is(data("BI /W 9 /H 1 /IM true ID ab EI Q"), "ab");
  assert.is(data("BI /W 1 /H 1 /CS /RGB ID abc EI Q"), "abc");
  assert.is(data("BI /F /Fl ID x EI \x01\x02\xffz\nEI\nQ"), "x EI \x01\x02\xffz", "encoded");
  assert.is(data("BI /F /Fl ID x EI nonsense\nEI Q"), "x EI nonsense");
  assert.is(data("BI /L 6 /F /Fl ID a EI Q EI Q"), "a EI Q");
  assert.is(data("BI /W 5 /H 5 /CS /G /BPC 8 ID ab\nEI Q"), "ab", "shorter than it says");
});

test("should read anything without failing, and write it again", () => {
  const letters = "()<>[]{}/%\\ \n\r019.-+#abqQTjJBIDEIMC'\"\0\xff";
  const next = seeded(7);
  const below = (most: number) => Math.floor(next() * most);
  for (let round = 0; round < 2000; round++) {
    const content = Array.from({ length: below(80) }, () => letters[below(letters.length)]).join(
      "",
    );
    const once = plain(bytes(content));
    assert.equal(plain(writeOperations(once)), once, content);
  }
});

test("should write what it read", () => {
  const content = String.raw`q .24 0 0 -.24 0 792 cm /A#20B#23 gs BT /F4 16 Tf <182b> Tj (a\(b) '
[(x) -0.000001 3] TJ ET /Span <</MCID 0 /A [true null] /T (é)>> BDC EMC
1e BI /W 2 /H 1 /BPC 8 /CS /G ID ab EI 1000000000000000000000 w Q`;
  const written = writeOperations(read(content));
  assert.equal(plain(written), plain(bytes(content)));
  assert.match(Buffer.from(written).toString("latin1"), /-0\.000001 /);
});

/** Half an em wide, one byte a code. */
const metrics: Metrics = { codeLength: () => 1, advance: () => 500, vertical: false };

function glyphsOf(content: string, font = metrics): Glyph[] {
  const all: Glyph[] = [];
  walkOperations(read(content), { text: ({ glyphs }) => all.push(...glyphs) }, () => font);
  return all;
}

const origins = (content: string, font?: Metrics) =>
  glyphsOf(content, font).map(({ x, y }) => [x, y]);

test("should place glyphs where they are shown", () => {
  assert.equal(origins("BT /F 10 Tf 1 0 0 1 5 7 Tm (ab) Tj 3 -2 Td (c) Tj ET"), [
    [5, 7],
    [10, 7],
    [8, 5],
  ]);
  assert.equal(origins("BT /F 10 Tf [(a) -1000 (b)] TJ ET"), [
    [0, 0],
    [15, 0],
  ]);
  assert.equal(origins("BT /F 10 Tf 2 Tc 3 Tw 50 Tz (a b) Tj ET"), [
    [0, 0],
    [3.5, 0],
    [8.5, 0],
  ]);
  assert.equal(origins("BT /F 10 Tf 12 TL (a) ' 1 2 (b) \" 0 -3 TD (c) Tj T* (d) Tj ET"), [
    [0, -12],
    [0, -24],
    [0, -27],
    [0, -30],
  ]);
  assert.equal(origins(".5 0 0 -.5 0 100 cm BT /F 10 Tf 4 Ts 1 0 0 -1 8 34 Tm (ab) Tj ET"), [
    [4, 85],
    [6.5, 85],
  ]);
  const down: Metrics = { codeLength: () => 2, advance: () => -1000, vertical: true };
  assert.equal(origins("BT /F 10 Tf <00410042> Tj ET", down), [
    [0, 0],
    [0, -10],
  ]);
});

test("should tell of a text's matrix, end, font, colour and marks", () => {
  const seen: unknown[] = [];
  walkOperations(
    read("2 0 0 2 0 0 cm 0 0 0 1 k /P <</MCID 4>> BDC BT /F 6 Tf (ab) Tj ET EMC"),
    {
      text: ({ font, matrix, end }, { state, marks, index }) =>
        seen.push(font, matrix, end, state.fill, marks[0]?.tag, index),
    },
    () => metrics,
  );
  const black = { space: "DeviceCMYK", components: [0, 0, 0, 1] };
  assert.equal(seen, ["F", [12, 0, 0, 12, 0, 0], { x: 12, y: 0 }, black, "P", 5]);
});

test("should keep and restore the state", () => {
  const seen: unknown[] = [];
  walkOperations(read("/G1 gs q /G2 gs 3 w /Cs cs .5 /P1 scn 0 0 1 1 re f Q Q 0 0 1 1 re B"), {
    path: ({ lineWidth }, { state }) => seen.push(state.extended, lineWidth, state.fill),
  });
  assert.equal(seen, [
    ["G1", "G2"],
    3,
    { space: "Cs", components: [0.5], pattern: "P1" },
    ["G1"],
    1,
    { space: "DeviceGray", components: [0] },
  ]);
});

test("should tell of paths, clips, images, shadings and forms", () => {
  const seen: unknown[] = [];
  const visitor: Visitor = {
    path: ({ subpaths, fills, strokes, lineWidth }) =>
      seen.push([subpaths, fills, strokes, lineWidth]),
    xObject: (name, { state }) => seen.push([name, state.matrix, state.clip]),
    inlineImage: (dictionary, data) => seen.push([dictionary.get("W"), data.length]),
    shading: (name) => seen.push(name),
  };
  walkOperations(
    read(
      "2 0 0 2 1 1 cm 0 0 m 5 5 l 9 -1 8 2 1 1 c S 1 2 3 -4 re 0 0 m 1 1 l f* 0 0 10 10 re W n " +
        "0 0 5 20 re W* n /Im1 Do /Sh1 sh BI /W 1 /H 1 /BPC 8 /CS /G ID a EI",
    ),
    visitor,
  );
  const box = (left: number, bottom: number, right: number, top: number) => {
    return { left, bottom, right, top };
  };
  assert.equal(seen, [
    [[{ box: box(1, -1, 19, 11), rectangle: false }], false, true, 2],
    [
      [
        { box: box(3, -3, 9, 5), rectangle: true },
        { box: box(1, 1, 3, 3), rectangle: false },
      ],
      true,
      false,
      2,
    ],
    ["Im1", [2, 0, 0, 2, 1, 1], box(1, 1, 11, 21)],
    "Sh1",
    [1, 1],
  ]);
});

test("should read what codes stand for", () => {
  const { text: map } = readCMap(
    bytes(`1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <D83DDE00> endbfchar 1 beginbfchar <0003> <006600660069> endbfchar
3 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <00790079>] <0030> <0031> <D83DDE00> endbfrange`),
  );
  assert.equal(
    [1, 2, 3, 16, 17, 18, 32, 33, 48, 49, 99].map((code) => map.get(code)),
    ["A", "😀", "ffi", "a", "b", "c", "x", "yy", "😀", "😁", undefined],
  );
  assert.ok(readCMap(bytes("1 beginbfrange <00> <ffffffff> <0000> endbfrange")).text.size <= 65536);
  assert.equal(readCMap(bytes("no map")).text.size, 0);
});

test("should read a font as our browser writes it", async () => {
  const document = await PDFDocument.create();
  const { context } = document;
  const font = context.obj({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: "ABCDEF+Noto-Sans",
    Encoding: "Identity-H",
    DescendantFonts: [
      {
        Type: "Font",
        Subtype: "CIDFontType2",
        DW: 750,
        W: [1, [250, 300], 10, 12, 400],
        FontDescriptor: { FontFile2: context.register(context.stream("font")) },
      },
    ],
  });
  font.set(
    PDFName.of("ToUnicode"),
    context.register(context.flateStream("1 beginbfchar <0001> <0041> endbfchar")),
  );
  const { name, subset, kind, program, vertical, ...real } = readFont(font);
  assert.equal(
    { name, subset, kind, program, vertical },
    {
      name: "Noto-Sans",
      subset: true,
      kind: "Type0",
      program: "TrueType",
      vertical: false,
    },
  );
  assert.equal(
    [0, 1, 2, 3, 10, 11, 12, 13].map((code) => real.advance(code)),
    [750, 250, 300, 750, 400, 400, 400, 750],
  );
  assert.is(real.codeLength(bytes("abcd"), 0), 2);
  assert.equal([real.text(1), real.text(2)], ["A", undefined]);
});

test("should say which glyphs of a TrueType font have ink", async () => {
  const document = await PDFDocument.load(printed);
  const fonts = fontsOf(new Map())(document.getPage(0).node.Resources());
  const font = fonts("F4") ?? fonts("F5");
  const said = (wanted: string) =>
    Array.from({ length: 3000 }, (_, code) => code).find((code) => font?.text(code) === wanted);
  assert.is(font?.hasInk(said(" ") ?? -1), false);
  assert.is(font?.hasInk(said("a") ?? -1), true);
});

test("should read simple fonts, embedded or not", async () => {
  const document = await PDFDocument.create();
  const { context } = document;
  const simple = readFont(
    context.obj({
      Subtype: "TrueType",
      BaseFont: "Arial",
      FirstChar: 65,
      Widths: [600, 700],
      FontDescriptor: { MissingWidth: 333 },
    }),
  );
  assert.equal([65, 66, 67].map(simple.advance), [600, 700, 333]);
  assert.is(simple.program, undefined);
  const drawn = readFont(
    context.obj({ Subtype: "Type3", FontMatrix: [0.01, 0, 0, 0.01, 0, 0], Widths: [50] }),
  );
  assert.equal([drawn.program, drawn.advance(0), drawn.name], ["Type3", 500, ""]);
});

test("should read pages of one stream, several or none", async () => {
  const document = await PDFDocument.create();
  const { context } = document;
  const page = document.addPage();
  assert.equal(pageContent(page).length, 0);
  page.node.set(PDFName.of("Contents"), context.register(context.stream("q")));
  assert.is(text(pageContent(page)), "q");
  const parts = ["q 1 0 0 1 5", "5 cm"].map((part) => context.register(context.flateStream(part)));
  page.node.set(PDFName.of("Contents"), context.obj(parts));
  assert.equal(
    readOperations(pageContent(page)).map(({ operator }) => operator),
    ["q", "cm"],
  );
  assert.equal(decodeStream(undefined).length, 0);
});

test("should undo predictors", async () => {
  const { context } = await PDFDocument.create();
  const decoded = (data: number[], parameters: Record<string, number>) => [
    ...decodeStream(context.flateStream(Uint8Array.from(data), { DecodeParms: parameters })),
  ];
  const rows = { Predictor: 15, Columns: 3 };
  assert.equal(decoded([1, 1, 1, 1, 2, 1, 1, 1], rows), [1, 2, 3, 2, 3, 4], "sub, up");
  assert.equal(decoded([0, 10, 20, 30, 3, 1, 1, 1], rows), [10, 20, 30, 6, 14, 23], "average");
  assert.equal(decoded([0, 10, 20, 30, 4, 1, 1, 250], rows), [10, 20, 30, 11, 21, 24], "Paeth");
  const colours = { Predictor: 2, Colors: 2, Columns: 2 };
  assert.equal(decoded([1, 2, 3, 4, 255, 9, 2, 1], colours), [1, 2, 4, 6, 255, 9, 1, 10]);
});

test("should find fonts by the names of a page, and read each once", async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  page.drawText("a", { font });
  await document.flush();
  const known = new Map();
  const fonts = fontsOf(known)(page.node.Resources());
  const [show] = readOperations(pageContent(page)).filter(({ operator }) => operator === "Tf");
  const name = String(show?.operands[0]);
  assert.is(fonts(name)?.name, "Helvetica");
  assert.is(fonts(name), fonts(name));
  assert.is(fonts("none"), undefined);
  assert.ok([...known.keys()].every((one) => one instanceof PDFDict));
  assert.is(known.size, 1);
});

test.run();
