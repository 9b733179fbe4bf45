import {
  PDFArray,
  type PDFDict,
  PDFDocument,
  PDFName,
  type PDFRawStream,
  PDFStream,
} from "@cantoo/pdf-lib";
import { encode } from "jpeg-js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { decodeStream } from "../scripts/pdf/stream.ts";
import { readOperations } from "../scripts/pdf/tokens.ts";
import { readCurve } from "../scripts/prepress/function.ts";
import type { Inks } from "../scripts/prepress/inks.ts";
import { copierInks, maskInks } from "../scripts/prepress/luminance.ts";
import { readSamples } from "../scripts/prepress/samples.ts";
import { convertShading } from "../scripts/prepress/shading.ts";
import { shrink } from "../scripts/prepress/shrink.ts";
import { usesOf } from "../scripts/prepress/uses.ts";

const test = suite("prepress colours");
const { context } = await PDFDocument.create({ updateMetadata: false });
const name = (text: string) => PDFName.of(text);
const ramp = (more: object) => context.obj({ FunctionType: 2, Domain: [0, 1], N: 1, ...more });
const rounded = (parts: readonly number[] | undefined) =>
  parts?.map((part) => Math.round(part * 1000) / 1000);

test("should read an interpolation between two colours, and keep to its ends", () => {
  const curve = readCurve(ramp({ C0: [0, 1], C1: [1, 0.5], N: 2 }));
  assert.equal(
    [-1, 0, 0.5, 1, 2].map((x) => rounded(curve?.(x))),
    [
      [0, 1],
      [0, 1],
      [0.25, 0.875],
      [1, 0.5],
      [1, 0.5],
    ],
  );
  // Without ends it runs from black to white (ISO 32000-1, table 40).
  assert.equal(rounded(readCurve(ramp({}))?.(0.25)), [0.25]);
});

test("should read interpolations stitched together, each along its own part", () => {
  const stitched = context.obj({
    FunctionType: 3,
    Domain: [2, 10],
    Bounds: [4, 8],
    Encode: [0, 1, 1, 0, 0.5, 1],
    Functions: [ramp({}), ramp({ C0: [0], C1: [0.4] }), ramp({ C0: [0.2], C1: [0.6] })],
  });
  const curve = readCurve(stitched);
  const values = [0, 2, 3, 4, 5, 7, 8, 9, 10, 12].map((x) => rounded(curve?.(x))?.[0]);
  assert.equal(values, [0, 0, 0.5, 0.4, 0.3, 0.1, 0.4, 0.5, 0.6, 0.6]);
});

test("should read a function a part, and none of another kind", () => {
  const three = context.obj([ramp({}), ramp({ C0: [1], C1: [0] }), ramp({ C0: [0.5], C1: [0.5] })]);
  assert.equal(rounded(readCurve(three)?.(0.25)), [0.25, 0.75, 0.5]);
  assert.is(readCurve(context.obj([ramp({}), { FunctionType: 0 }])), undefined);
  assert.is(readCurve(context.obj({ FunctionType: 4 })), undefined);
  assert.is(readCurve(context.obj({ FunctionType: 3, Functions: [] })), undefined);
});

/** Three inks for three lights, so that every step of a gradient can be told. */
const plainly: Inks = {
  space: "DeviceCMYK",
  greys: new Uint8Array(256),
  plain: ([red, green, blue]) => [1 - red, 1 - green, 1 - blue, 0],
  picture: (rgb) => rgb,
};

test("should write a gradient as samples of its inks, from the start of its domain to the end", () => {
  const shading = context.obj({
    ShadingType: 2,
    ColorSpace: "DeviceRGB",
    Domain: [1, 3],
    Background: [1, 0, 1],
    Function: {
      FunctionType: 3,
      Domain: [1, 3],
      Bounds: [],
      Encode: [0, 1],
      Functions: [ramp({ C0: [0, 1, 0], C1: [1, 1, 0.5] })],
    },
  }) as PDFDict;
  convertShading(context, shading, plainly);
  assert.is(shading.get(name("ColorSpace")), name("DeviceCMYK"));
  assert.is(String(shading.get(name("Background"))), "[ 0 1 0 0 ]");
  const made = shading.lookup(name("Function"), PDFStream) as PDFRawStream;
  assert.is(String(made.dict.get(name("Domain"))), "[ 1 3 ]");
  assert.is(String(made.dict.get(name("Range"))), "[ 0 1 0 1 0 1 0 1 ]");
  const bytes = Buffer.from(decodeStream(made));
  assert.is(bytes.length, 256 * 4 * 2);
  const sample = (index: number) =>
    [0, 1, 2, 3].map((part) => bytes.readUInt16BE((index * 4 + part) * 2));
  assert.equal(sample(0), [65535, 0, 65535, 0]);
  assert.equal(sample(255), [0, 0, 32768, 0]);
  assert.equal(sample(51), [52428, 0, 58982, 0]);
});

test("should say of a gradient that is a program which colours it has, or end it in a grey", () => {
  const made = (inks: Inks, more: object = {}) => {
    const program = context.flateStream("{ dup dup }", {
      FunctionType: 4,
      Range: [0, 1, 0, 1, 0, 1],
    });
    const shading = context.obj({ ShadingType: 1, ColorSpace: "DeviceRGB", ...more }) as PDFDict;
    shading.set(name("Function"), context.register(program));
    convertShading(context, shading, inks);
    return shading;
  };
  const [kind, tagged] = made(plainly).lookup(name("ColorSpace"), PDFArray).asArray();
  assert.is(kind, name("CalRGB"));
  // Primaries and white of sRGB (IEC 61966-2-1), by columns: the rows of its matrix sum to the white.
  const numbers = (key: string) =>
    ((tagged as PDFDict).lookup(name(key)) as PDFArray).asArray().map(Number);
  const matrix = numbers("Matrix");
  const sums = [0, 1, 2].map(
    (row) => (matrix[row] ?? 0) + (matrix[row + 3] ?? 0) + (matrix[row + 6] ?? 0),
  );
  assert.equal(rounded(sums), rounded(numbers("WhitePoint")));
  assert.equal(numbers("WhitePoint"), [0.9505, 1, 1.089]);
  assert.equal(matrix.slice(3, 6), [0.3576, 0.7152, 0.1192]);
  const grey = made(copierInks());
  assert.is(grey.get(name("ColorSpace")), name("DeviceGray"));
  const program = grey.lookup(name("Function"), PDFStream) as PDFRawStream;
  assert.is(String(program.dict.get(name("Range"))), "[ 0 1 ]");
  assert.is(
    Buffer.from(decodeStream(program)).toString(),
    "{ dup dup  0.11 mul exch 0.59 mul add exch 0.3 mul add}",
  );
  // One of grey already, or of another kind of gradient, is left.
  assert.is(
    made(plainly, { ColorSpace: "DeviceGray" }).get(name("ColorSpace")),
    name("DeviceGray"),
  );
  assert.is(made(plainly, { ShadingType: 4 }).get(name("ColorSpace")), name("DeviceRGB"));
});

test("should give a copier a grey as light as the colour", () => {
  const grey = (rgb: [number, number, number]) => copierInks().plain(rgb, "tone")[0];
  assert.equal([grey([1, 0, 0]), grey([0, 1, 0]), grey([0, 0, 1])], [0.498, 0.862, 0.298]);
  // In the shadows light is in proportion.
  assert.is(grey([0.04, 0, 0]), 0.009);
  const { picture } = copierInks();
  assert.equal(
    [...picture(Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9))],
    [127, 220, 76, 9],
  );
});

test("should make of a mask the lightness that PDF gives its colours", () => {
  const light = (red: number, green: number, blue: number) =>
    maskInks.plain([red, green, blue], "area")[0];
  assert.equal(
    [light(1, 0, 0), light(0, 1, 0), light(0, 0, 1), light(1, 1, 1)],
    [0.3, 0.59, 0.11, 1],
  );
});

test("should know with which colour letters, rules and areas are painted", () => {
  const uses = (content: string, scale = 1) => [
    ...usesOf(readOperations(Buffer.from(content)), [scale, 0, 0, scale, 0, 0]).paints.values(),
  ];
  const modes = [0, 1, 2, 3, 4, 5, 6, 7].map((mode) => uses(`BT ${mode} Tr (a) Tj ET`)[0]);
  const [filled, stroked, both] = [
    { fill: "text" },
    { stroke: "text" },
    { fill: "text", stroke: "text" },
  ];
  assert.equal(modes, [filled, stroked, both, {}, filled, stroked, both, {}]);
  assert.equal(uses("0 0 9 9 re S 0 0 9 9 re f 0 0 9 1.4 re f 0 0 9 9 re B"), [
    { stroke: "line" },
    { fill: "area" },
    { fill: "line" },
    { fill: "area", stroke: "line" },
  ]);
  assert.equal(uses("0 0 9 9 re f", 0.1), [{ fill: "line" }]);
});

test("should read samples of pictures in greys and colours, plain and JPEG", () => {
  const image = (contents: Uint8Array, more: object) =>
    readSamples(
      context.stream(contents, {
        Width: 2,
        Height: 3,
        BitsPerComponent: 8,
        ColorSpace: "DeviceGray",
        ...more,
      }) as PDFRawStream,
    );
  const greys = Uint8Array.of(0, 50, 100, 150, 200, 250);
  assert.equal(image(greys, {}), { width: 2, height: 3, components: 1, data: greys });
  const colours = Uint8Array.from({ length: 18 }, (_, index) => index);
  assert.is(image(colours, { ColorSpace: "DeviceRGB" })?.components, 3);
  const rgba = Uint8Array.from({ length: 24 }, (_, index) => (index % 4 === 3 ? 255 : 120));
  const { data } = encode({ width: 2, height: 3, data: rgba }, 100);
  const read = image(data, { Filter: "DCTDecode" });
  assert.is(read?.data.length, 6);
  assert.ok(read?.data.every((sample) => Math.abs(sample - 120) <= 1));
  assert.is(image(data, { Filter: "DCTDecode", ColorSpace: "DeviceRGB" })?.data.length, 18);
  for (const strange of [
    { ImageMask: true },
    { BitsPerComponent: 4 },
    { Decode: [1, 0] },
    { Mask: [0, 0] },
    { Height: 4 },
    { ColorSpace: "DeviceCMYK" },
  ])
    assert.is(image(greys, strange), undefined, JSON.stringify(strange));
  assert.is(image(greys, { Filter: "DCTDecode" }), undefined);
});

test("should make a picture coarser by a share of a sample too, each component by itself", () => {
  const data = Uint8Array.of(0, 90, 60, 30, 120, 150);
  const one = { width: 3, height: 1, components: 1 as const, data: Uint8Array.of(0, 60, 120) };
  // Each of two covers one and a half of three.
  assert.equal([...shrink(one, 1.5).data], [20, 100]);
  const tall = { width: 1, height: 2, components: 3 as const, data };
  assert.equal(shrink(tall, 2), {
    width: 1,
    height: 1,
    components: 3,
    data: Uint8Array.of(15, 105, 105),
  });
  assert.is(shrink(one, 9).width, 1);
});

test.run();
