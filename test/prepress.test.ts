import { readFileSync } from "node:fs";
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { srgbProfile } from "../scripts/finish/srgb-profile.ts";
import { outlineWord } from "../scripts/fonts/outline.ts";
import { points } from "../scripts/pdf/length.ts";
import { decodeStream, pageContent } from "../scripts/pdf/stream.ts";
import { readOperations } from "../scripts/pdf/tokens.ts";
import { recolour } from "../scripts/prepress/content-colours.ts";
import { fixedInks } from "../scripts/prepress/fixed-inks.ts";
import type { Inks, Rgb } from "../scripts/prepress/inks.ts";
import { copierInks } from "../scripts/prepress/luminance.ts";
import { colourBar } from "../scripts/prepress/mark-drawings.ts";
import { copierCopy, printCopy } from "../scripts/prepress/prepress.ts";
import { ProfileError, readProfile } from "../scripts/prepress/profile.ts";
import { openSeparation } from "../scripts/prepress/separation.ts";
import { shippedProfile } from "../scripts/prepress/shipped-profile.ts";
import { shrink } from "../scripts/prepress/shrink.ts";
import { slugText } from "../scripts/prepress/slug-text.ts";
import { verifyCopy } from "../scripts/prepress/verify.ts";
import { type PaperName, papers } from "../scripts/tables/formats.ts";
import { inks as inkTable } from "../scripts/tables/inks.ts";
import { pressMargins } from "../scripts/tables/press-marks.ts";
import { colours, printOptions, read } from "./support/print-copies.ts";

const test = suite("prepress");
const options = await printOptions();
const { inks } = options;
const print = await printCopy(colours, options);
const copier = await copierCopy(colours, { inks: copierInks() });
const name = (text: string) => PDFName.of(text);
const none = () => "other" as const;
const identity = [1, 0, 0, 1, 0, 0] as const;

test("should print black and greys with black ink alone, as dark as on a screen", () => {
  assert.equal(inks.plain([0, 0, 0], "text"), [0, 0, 0, 1]);
  assert.equal(inks.plain([1, 1, 1], "area"), [0, 0, 0, 0]);
  let last = 1;
  for (let grey = 0; grey <= 1; grey += 1 / 64) {
    const [cyan, magenta, yellow, black = 0] = inks.plain([grey, grey, grey], "area");
    assert.equal([cyan, magenta, yellow], [0, 0, 0]);
    assert.ok(black <= last);
    last = black;
  }
  // Half of the ink looks darker than half grey.
  const [, , , black = 0] = inks.plain([0.5, 0.5, 0.5], "area");
  assert.ok(black > 0.55 && black < 0.7, String(black));
});

test("should mix the colours of the style sheets as the table says, others by the profile", () => {
  for (const [index, { rgb }] of fixedInks.entries()) {
    assert.equal(inks.plain(rgb, "area"), inkTable[index]?.inks);
  }
  const [cyan = 0, magenta = 0, yellow = 0, black = 0] = inks.plain([1, 0, 0], "area");
  assert.ok(cyan < 0.05 && magenta > 0.85 && yellow > 0.85 && black < 0.05);
  // Skia writes four digits of a colour.
  assert.equal(inks.plain([0.0431, 0.3098, 0.5412], "area"), [1, 0.7, 0.15, 0.1]);
});

test("should name colours in the table of inks that the style sheets have", () => {
  const folder = new URL("../styles/", import.meta.url);
  const sheets = ["tokens", "format/web"].map((sheet) =>
    readFileSync(new URL(`${sheet}.css`, folder), "utf8"),
  );
  for (const { property, colour } of inkTable) {
    assert.ok(
      sheets.some((css) => css.includes(`${property}: ${colour};`)),
      `${property} is not ${colour} in styles/`,
    );
  }
  assert.is(new Set(inkTable.map(({ colour }) => colour)).size, inkTable.length);
});

test("should stay below the most ink that the profile allows", () => {
  const rgb = new Uint8Array(3 * 16 ** 3);
  let most = 0;
  for (let at = 0; at < 16 ** 3; at++) {
    const colour = [at >> 8, (at >> 4) & 15, at & 15].map((part) => part / 15) as unknown as Rgb;
    rgb.set(
      colour.map((part) => Math.round(part * 255)),
      at * 3,
    );
    const sum = inks.plain(colour, "area").reduce((total, part) => total + part, 0);
    most = Math.max(most, sum);
  }
  assert.ok(most <= 3, `plain colours: ${most}`);
  const samples = inks.picture(rgb);
  for (let at = 0; at < samples.length; at += 4) {
    const sum = samples.subarray(at, at + 4).reduce((total, part) => total + part, 0);
    assert.ok(sum <= 3 * 255, `pictures: ${sum / 255}`);
  }
});

test("should change colours in a content stream and no other byte", () => {
  const content =
    "q 1 0 0 RG 0 0 0 rg\n% 1 0 0 rg\nBT /F1 9 Tf (1 0 0 rg \\) 0 g) Tj ET\n  0.5 g 1 0 0 1 5 5 cm 0 0 9 9 re f\n" +
    "/Pattern cs /P1 scn 0 0 9 9 re f /DeviceRGB cs 0 0 1 sc 0 0 1 1 re f Q 0.2 0 0 0 k";
  const kinds = { Pattern: "pattern", DeviceRGB: "rgb" } as const;
  const kindOf = (space: string) => kinds[space as keyof typeof kinds] ?? "other";
  const { content: changed } = recolour(Buffer.from(content), flat, kindOf, identity);
  assert.is(
    Buffer.from(changed).toString(),
    content
      .replace("1 0 0 RG", "0.1 0 0 0.3 K")
      .replace("0 0 0 rg", "0 0 0 0.3 k")
      .replace("0.5 g", "0.05 0.05 0.05 0.3 k")
      .replace("/DeviceRGB cs", "0 0 0 0.3 k")
      .replace("0 0 1 sc", "0 0 0.1 0.3 k"),
  );
});

test("should know letters and thin rules from areas, whatever size they are drawn in", () => {
  const content = "0.4 g 0 0 100 4 re f 0.4 g 0 0 100 40 re f 0.4 g BT /F 1 Tf (x) Tj ET";
  const uses: string[] = [];
  const plain: Inks["plain"] = (_, use) => [uses.push(use)];
  const spy: Inks = { ...flat, plain };
  recolour(Buffer.from(content), spy, none, [0.25, 0, 0, 0.25, 0, 0]);
  assert.equal(uses, ["line", "area", "text"]);
});

test("should leave nothing on a copier that vanishes or frays, and white white", () => {
  const { plain } = copierInks();
  assert.equal(plain([1, 1, 1], "area"), [1]);
  assert.equal(plain([0.98, 0.98, 0.98], "area"), [0.91]);
  assert.equal(plain([1, 1, 0.9], "text"), [0.6]);
  assert.equal(plain([0.24, 0.24, 0.24], "text"), [0]);
  assert.equal(plain([0.46, 0.46, 0.46], "line"), [0]);
  assert.equal(plain([0.46, 0.46, 0.46], "area"), [0.46]);
  assert.equal(plain([0.98, 0.98, 0.98], "tone"), [0.98]);
});

test("should keep only what a press has use for", async () => {
  for (const pdf of [print, copier]) {
    const { catalog, context } = await read(pdf);
    assert.equal(
      catalog.keys().filter((key) => !kept.has(key.decodeText())),
      [],
    );
    for (const [, object] of context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) continue;
      for (const key of ["Annots", "StructParents", "AA", "A", "Dest"]) {
        assert.not.ok(dict.has(name(key)), key);
      }
    }
  }
});

test("should be PDF/X-4, key by key", async () => {
  const document = await read(print);
  const { catalog, context } = document;
  assert.is(Buffer.from(print.subarray(0, 8)).toString(), "%PDF-1.6");
  assert.not.ok(context.trailerInfo.Encrypt);
  const [original, version] = (context.trailerInfo.ID as PDFArray).asArray().map(String);
  assert.match(String(original), /^<[0-9A-F]{32}>$/);
  assert.match(String(version), /^<[0-9A-F]{32}>$/);
  assert.is.not(original, version);
  const information = context.lookup(context.trailerInfo.Info, PDFDict);
  assert.is(information.get(name("Trapped")), name("False"));
  for (const key of ["Title", "CreationDate", "ModDate", "Producer"]) {
    assert.ok(information.has(name(key)), key);
  }
  const packet = Buffer.from(decodeStream(catalog.lookup(name("Metadata")))).toString("utf8");
  for (const [property, value] of Object.entries(said)) {
    const [, found] = new RegExp(`<${property}[^>]*>(.*?)</${property}>`).exec(packet) ?? [];
    assert.match(String(found), value, property);
  }
  assert.not.match(packet, /<(?:pdfaid|pdfuaid|pdfaExtension)/);
  // Readable by programs that know no PDF.
  assert.ok(Buffer.from(print).includes("<pdfxid:GTS_PDFXVersion"));
  const intents = catalog.lookup(name("OutputIntents")) as PDFArray;
  assert.is(intents.size(), 1);
  const intent = intents.lookup(0, PDFDict);
  assert.is(intent.get(name("S")), name("GTS_PDFX"));
  assert.is(String(intent.get(name("OutputConditionIdentifier"))), "(FOGRA39)");
  assert.is(String(intent.get(name("RegistryName"))), "(http://www.color.org)");
  const profile = intent.lookup(name("DestOutputProfile"), PDFStream);
  assert.is(String(profile.dict.get(name("N"))), "4");
  assert.equal(Buffer.from(decodeStream(profile)), Buffer.from(shippedProfile().bytes));
});

test("should declare how inks shine through each other, on pages where they do", async () => {
  const groups = (await read(print))
    .getPages()
    .map((page) => page.node.lookupMaybe(name("Group"), PDFDict)?.get(name("CS")));
  assert.equal(groups, [undefined, undefined, undefined, name("DeviceCMYK"), name("DeviceCMYK")]);
});

test("should set every box of every page to a hundredth of a millimetre", async () => {
  const { bleed, slug } = pressMargins.iso;
  for (const page of (await read(print)).getPages()) {
    const [width, height] = [148, 210];
    for (const [box, margin] of [
      [page.getTrimBox(), 0],
      [page.getBleedBox(), bleed],
      [page.getMediaBox(), slug],
    ] as const) {
      assert.ok(Math.abs((box.width / 72) * 25.4 - width - 2 * margin) < 0.01);
      assert.ok(Math.abs((box.height / 72) * 25.4 - height - 2 * margin) < 0.01);
    }
    assert.not.ok(page.node.has(name("CropBox")));
    assert.not.ok(page.node.has(name("ArtBox")));
  }
});

test("should draw every mark outside the bleed and inside the sheet", async () => {
  const document = await read(print);
  const [page] = document.getPages();
  assert.ok(page);
  const form = page.node.Resources()?.lookup(name("XObject"), PDFDict)?.lookup(name("PressMarks"));
  const [bleed, sheet] = [page.getBleedBox(), page.getMediaBox()];
  let points = 0;
  for (const { operator, operands } of readOperations(decodeStream(form))) {
    if (operator !== "m" && operator !== "l" && operator !== "re") continue;
    const [x = 0, y = 0] = operands as number[];
    // Letters are drawn in font units.
    if (Math.abs(x) > 2000 || (operator !== "re" && Number.isInteger(x) && Number.isInteger(y)))
      continue;
    points++;
    const inBleed =
      x > bleed.x && x < bleed.x + bleed.width && y > bleed.y && y < bleed.y + bleed.height;
    const inSheet =
      x >= sheet.x && x <= sheet.x + sheet.width && y >= sheet.y && y <= sheet.y + sheet.height;
    assert.ok(!inBleed && inSheet, `${operator} ${x} ${y}`);
  }
  assert.ok(points > 40);
});

test("should draw registration marks that come out whole on every plate", async () => {
  const [page] = (await read(print)).getPages();
  const forms = page?.node.Resources()?.lookup(name("XObject"), PDFDict);
  assert.ok(forms);
  const { dict } = forms.lookup(name("PressMarks"), PDFStream);
  const spaces = dict.lookup(name("Resources"), PDFDict).lookup(name("ColorSpace"), PDFDict);
  const [kind, plates, shown, tint] = spaces.lookup(name("Registration"), PDFArray).asArray();
  assert.equal([kind, plates, shown], ["Separation", "All", "DeviceCMYK"].map(name));
  const ends = ["C0", "C1"].map((end) => String((tint as PDFDict).lookup(name(end))));
  assert.equal(ends, ["[ 0 0 0 0 ]", "[ 1 1 1 1 ]"]);
});

test("should keep bar and words off the registration marks, and legible, on the narrowest pages", async () => {
  for (const [paper, { leaflet, quarter }] of Object.entries(papers)) {
    const { bleed, slug } = pressMargins[paper as PaperName];
    const room = { inner: points(bleed), outer: points(slug) };
    for (const page of [leaflet, quarter]) {
      const trim = { left: 0, bottom: 0, right: points(page.width), top: points(page.height) };
      const middle = trim.right / 2;
      const isClear = (left: number, right: number) =>
        left > 0 && right < trim.right && (right < middle - points(3) || left > middle + points(3));
      const bar = readOperations(Buffer.from(colourBar(trim, room)));
      const patches = bar.flatMap(({ operator, operands }) =>
        operator === "re" ? [operands as number[]] : [],
      );
      assert.is(patches.length, 11);
      for (const [left = 0, , width = 0] of patches) assert.ok(isClear(left, left + width));
      const words = await outlineWord(
        `2026-11-23 · ${page.name} ${page.width} × ${page.height} mm`,
        "en",
      );
      const [placed] = readOperations(Buffer.from(slugText(words, trim, room, "sheet"))).filter(
        ({ operator }) => operator === "cm",
      );
      const [scale = 0, , , , x = 0] = (placed?.operands ?? []) as number[];
      assert.ok(isClear(x + words.x * scale, x + (words.x + words.width) * scale));
      // Capitals of two points are about the smallest that anybody reads.
      assert.ok(scale * words.height > 2, `${page.name}: ${scale * words.height}`);
    }
  }
});

test("should turn pictures into inks, those without colour into shades of black", async () => {
  const [before, printed, copied] = await Promise.all(
    [colours, print, copier].map(async (pdf) => imagesOf(await read(pdf)).map(pictureOf)),
  );
  assert.is(printed?.length, before?.length);
  assert.ok(printed?.every(({ space }) => space === "DeviceCMYK" || space === "DeviceGray"));
  const spaces = (width: number) =>
    printed?.filter((picture) => picture.width === width).map(({ space }) => space);
  // A photograph in colour and one in grey; a grey PNG, one in colour, and what is clear of that.
  assert.equal(spaces(120), ["DeviceCMYK", "DeviceGray"]);
  assert.equal(spaces(60), ["DeviceGray", "DeviceCMYK", "DeviceGray"]);
  assert.ok(copied?.every(({ space }) => space === "DeviceGray"));
});

test("should take a picture's colours for what its own profile says they are", () => {
  const green = Uint8Array.of(0, 200, 0);
  const [plain = 0, same = 0, wide = 0, broken = 0] = [
    undefined,
    srgbProfile(),
    wider(srgbProfile()),
    Buffer.from("no profile"),
  ].map((profile) => inks.picture(green, profile)[0]);
  assert.ok(Math.abs(plain - same) <= 2);
  // The same numbers mean a stronger green there.
  assert.ok(wide > plain + 10, `${wide} ${plain}`);
  assert.is(broken, plain);
});

test("should make pictures no finer than a press can show", async () => {
  const widest = async (pdf: Uint8Array) =>
    Math.max(...imagesOf(await read(pdf)).map((image) => pictureOf(image).width));
  assert.is(await widest(colours), 2400);
  // 110 mm at 300 samples an inch.
  assert.is(await widest(print), 1303);
  const one = {
    width: 4,
    height: 2,
    components: 1 as const,
    data: Uint8Array.of(0, 100, 200, 200, 100, 0, 0, 0),
  };
  assert.equal(shrink(one, 2), {
    width: 2,
    height: 1,
    components: 1,
    data: Uint8Array.of(50, 100),
  });
  assert.is(shrink(one, 1), one);
});

test("should keep the lightness of soft masks and the inks of what they mask", async () => {
  const document = await read(print);
  const masks = [...document.context.enumerateIndirectObjects()].flatMap(([, object]) => {
    const mask = object instanceof PDFDict ? object.lookup(name("SMask")) : undefined;
    const light = mask instanceof PDFDict && mask.get(name("S")) === name("Luminosity");
    return light ? [mask.lookup(name("G"), PDFStream)] : [];
  });
  assert.ok(masks.length > 0);
  for (const { dict } of masks) {
    assert.is(dict.lookup(name("Group"), PDFDict).get(name("CS")), name("DeviceGray"));
  }
});

test("should give the same bytes for the same file", async () => {
  const again = await printOptions();
  assert.equal(Buffer.from(await printCopy(colours, again)), Buffer.from(print));
  assert.equal(Buffer.from(await copierCopy(colours, { inks: copierInks() })), Buffer.from(copier));
});

test("should pass a copy that is whole, and say what a broken one has lost", async () => {
  const margins = pressMargins.iso;
  const expected = { source: colours, space: "DeviceCMYK", margins } as const;
  const grey = { source: colours, space: "DeviceGray" } as const;
  assert.equal(await verifyCopy(print, expected), []);
  assert.equal(await verifyCopy(copier, grey), []);
  const rules = async (change: (document: PDFDocument) => void) => {
    const document = await read(print);
    change(document);
    return (await verifyCopy(await document.save(), expected)).map(({ rule }) => rule);
  };
  assert.equal(await rules((document) => document.removePage(4)), ["pdf-pages"]);
  assert.equal(await rules((document) => document.getPage(1).setTrimBox(0, 0, 419, 595)), [
    "pdf-size",
  ]);
  assert.equal(
    await rules((document) => document.getPage(1).node.Resources()?.delete(name("XObject"))),
    ["pdf-mark"],
  );
  assert.equal(
    await rules((document) => {
      const objects = document.getPage(4).node.Resources()?.lookup(name("XObject"), PDFDict);
      objects?.delete(name("StatusMarkAcross"));
    }),
    ["pdf-mark"],
  );
  assert.equal(
    await rules((document) => {
      const page = document.getPage(0);
      const content = document.context.stream("1 0 0 rg 0 0 9 9 re f");
      page.node.set(name("Contents"), document.context.register(content));
    }),
    ["pdf-lost", "pdf-ink"],
  );
  assert.equal(
    await rules((document) => {
      const page = document.getPage(2);
      const words = Buffer.from(pageContent(page)).toString("latin1").split("TJ");
      const content = document.context.stream(Buffer.from(words.slice(1).join("TJ"), "latin1"));
      page.node.set(name("Contents"), document.context.register(content));
    }),
    ["pdf-lost"],
  );
  assert.equal((await verifyCopy(print, grey)).map(({ rule }) => rule).includes("pdf-ink"), true);
});

test("should read what a profile is for, and refuse what is none", async () => {
  const { condition, registered, description, bytes } = shippedProfile();
  assert.is(condition, "FOGRA39");
  assert.ok(registered);
  assert.match(description, /ISO Coated v2 300%/);
  assert.is(readProfile(renamed(bytes, "GRACoL2013_CRPC6.icc")).condition, "CGATS21_CRPC6");
  const own = readProfile(renamed(bytes, "House paper on our press"));
  assert.is(own.condition, "House paper on our press");
  assert.not.ok(own.registered);
  for (const [bad, reason] of [
    [Buffer.from("%PDF-1.4 nothing of the kind"), /not an ICC profile/],
    [srgbProfile(), /class “mntr”/],
    [bytes.subarray(0, 5000), /cut off/],
    [Buffer.from(bytes).fill("RGB ", 16, 20), /RGB, not CMYK/],
  ] as const) {
    try {
      readProfile(bad);
      assert.unreachable();
    } catch (error) {
      assert.instance(error, ProfileError);
      assert.match((error as Error).message, reason);
    }
  }
  const other = await openSeparation(renamed(bytes, "Another"), []);
  assert.equal(other.plain([0, 0, 0], "text"), [0, 0, 0, 1]);
});

test.run();

/** Inks that are easy to recognise. */
const flat: Inks = {
  space: "DeviceCMYK",
  greys: new Uint8Array(256),
  plain: (colour) => [...colour.map((part) => part / 10), 0.3],
  picture: (rgb) => rgb,
};

const kept = new Set([
  "Type",
  "Pages",
  "Lang",
  "Metadata",
  "OutputIntents",
  "PageLabels",
  "PageLayout",
  "ViewerPreferences",
  "Version",
]);

const said = {
  "pdfxid:GTS_PDFXVersion": /^PDF\/X-4$/,
  "pdf:Trapped": /^False$/,
  "xmpMM:DocumentID": /^uuid:[0-9a-f-]{36}$/,
  "xmpMM:VersionID": /^1$/,
  "xmpMM:RenditionClass": /^default$/,
  "xmp:CreateDate": /^2017-10-24T/,
  "xmp:ModifyDate": /^2017-10-24T/,
  "xmp:MetadataDate": /^2017-10-24T/,
  "dc:title": /Colours on paper/,
};

function pictureOf({ dict }: PDFRawStream) {
  const space = dict.get(name("ColorSpace"));
  return {
    space: space instanceof PDFName ? space.decodeText() : String(space),
    width: dict.lookup(name("Width"), PDFNumber).asNumber(),
  };
}

function imagesOf({ context }: PDFDocument): PDFRawStream[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]): PDFObject => object)
    .filter(
      (object): object is PDFRawStream =>
        object instanceof PDFRawStream && object.dict.get(name("Subtype")) === name("Image"),
    );
}

/** A profile whose green and red are as far apart as no screen's: each has less of the other in it. */
function wider(profile: Uint8Array): Uint8Array {
  const copy = Buffer.from(profile);
  const tags = copy.readUInt32BE(128);
  for (let at = 132; at < 132 + 12 * tags; at += 12) {
    if (copy.toString("latin1", at, at + 4) !== "gXYZ") continue;
    const start = copy.readUInt32BE(at + 4) + 8;
    copy.writeInt32BE(Math.round(0.2 * 65536), start);
  }
  return copy;
}

/** The profile under another name of at most its own length. */
function renamed(profile: Uint8Array, description: string): Uint8Array {
  const copy = Buffer.from(profile);
  // Its description is its first tag: type, nothing, length, text.
  const at = copy.readUInt32BE(128 + 4 + 4) + 12;
  copy.fill(0, at, at + 31);
  copy.write(description.slice(0, 31), at, "latin1");
  return copy;
}
