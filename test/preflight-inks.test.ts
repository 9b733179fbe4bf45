import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inkOf, shadingInk, spaceOf } from "../scripts/preflight/ink.ts";
import {
  inkShare,
  isDark,
  isMixedBlack,
  isWhite,
  writeInk,
} from "../scripts/preflight/ink-measures.ts";
import type { Ink } from "../scripts/preflight/inspected.ts";

const test = suite("preflight inks");
const { context } = await PDFDocument.create({ updateMetadata: false });

function ink(family: Ink["family"], ...components: number[]): Ink {
  return { family, device: true, names: [], components };
}

test("should know white in every kind of colour, and nothing in one that isn't known", () => {
  const white = [
    ink("gray", 1),
    ink("gray", 0.995),
    ink("rgb", 1, 1, 0.99),
    ink("cmyk", 0, 0, 0, 0.01),
  ];
  for (const one of [...white, ink("spot", 0)]) assert.ok(isWhite(one), JSON.stringify(one));
  const other = [
    ink("gray", 0.98),
    ink("rgb", 1, 1, 0.9),
    ink("cmyk", 0, 0, 0.02, 0),
    ink("spot", 0.5),
  ];
  for (const one of [...other, ink("lab", 1, 1, 1), ink("gray"), ink("cmyk")])
    assert.not.ok(isWhite(one), JSON.stringify(one));
});

test("should call dark what white letters stand out from, as eyes weigh light", () => {
  const dark = [
    ink("gray", 0.6),
    // Red and blue light weigh little, green much.
    ...[ink("rgb", 1, 0, 0), ink("rgb", 0, 0, 1), ink("rgb", 1, 0.5, 0.5), ink("rgb", 1, 0, 1)],
    ...[ink("cmyk", 0, 0, 0, 0.4), ink("cmyk", 0, 1, 0, 0), ink("cmyk", 0, 0.47, 1, 0)],
    ...[ink("cmyk", 0.9, 0.3, 0, 0.1), ink("spot", 0.4), ink("spot", 0, 0.4)],
  ];
  for (const one of dark) assert.ok(isDark(one), JSON.stringify(one));
  const light = [
    ink("gray", 0.7),
    ...[ink("rgb", 0, 1, 0), ink("rgb", 1, 0.7, 0), ink("rgb", 0.7, 0.7, 0.7)],
    ...[ink("cmyk", 0, 0, 0, 0.3), ink("cmyk", 1, 0, 0, 0), ink("cmyk", 0, 0, 1, 0)],
    ...[ink("cmyk", 0, 0.4, 0.4, 0), ink("spot", 0.3), ink("lab", 0, 0, 0)],
  ];
  for (const one of [...light, ink("gray"), ink("spot"), ink("cmyk")])
    assert.not.ok(isDark(one), JSON.stringify(one));
});

test("should add up inks, and say nothing where only a profile could", () => {
  assert.is(inkShare(ink("gray", 0.25)), 75);
  assert.is(inkShare(ink("cmyk", 0.5, 0.25, 0.25, 1)), 200);
  assert.is(inkShare(ink("spot", 0.5, 0.25)), 75);
  for (const one of [ink("rgb", 0, 0, 0), ink("lab", 0, 0, 0), ink("cmyk")])
    assert.is(inkShare(one), undefined);
  assert.is(writeInk(ink("cmyk", 0.6, 0.404, 0.4, 1)), "60/40/40/100");
});

test("should tell black of several inks from black alone, and from dark colours", () => {
  const mixed = [
    ink("cmyk", 0.6, 0.4, 0.4, 1),
    ink("cmyk", 0, 0, 0.02, 0.85),
    ink("cmyk", 0.02, 0, 0, 1),
  ];
  for (const one of mixed) assert.ok(isMixedBlack(one), JSON.stringify(one));
  const other = [
    ink("cmyk", 0, 0, 0, 1),
    ink("cmyk", 0.01, 0.01, 0.01, 1),
    ink("cmyk", 0.6, 0.4, 0.4, 0.8),
  ];
  for (const one of [...other, ink("gray", 0), ink("spot", 1, 1, 1, 1)])
    assert.not.ok(isMixedBlack(one), JSON.stringify(one));
});

test("should find what a colour space stands on", () => {
  const profile = (count: number) => context.register(context.stream("icc", { N: count }));
  const space = (object: unknown) => spaceOf(context.obj(object as never), undefined);
  const expected: [unknown, Ink["family"], boolean][] = [
    ["DeviceGray", "gray", true],
    ["G", "gray", true],
    ["RGB", "rgb", true],
    ["DeviceCMYK", "cmyk", true],
    ["Pattern", "pattern", false],
    ["Elsewhere", "unknown", false],
    [["DeviceRGB"], "rgb", true],
    [["Pattern", "DeviceRGB"], "pattern", false],
    [["ICCBased", profile(1)], "gray", false],
    [["ICCBased", profile(3)], "rgb", false],
    [["ICCBased", profile(4)], "cmyk", false],
    [["ICCBased", profile(2)], "unknown", false],
    [["ICCBased"], "unknown", false],
    [["CalRGB", {}], "rgb", false],
    [["CalGray", {}], "gray", false],
    [["Lab", {}], "lab", false],
    [["Indexed", "DeviceCMYK", 1, "x"], "cmyk", true],
    [["I", ["ICCBased", profile(3)], 1, "x"], "rgb", false],
    [["Elsewhere", 1], "unknown", false],
    [[], "unknown", false],
  ];
  for (const [object, family, device] of expected) {
    const found = space(object);
    assert.equal([found.family, found.device], [family, device], JSON.stringify(object));
  }
  assert.equal(space(["Separation", "Gold", "DeviceCMYK", {}]).names, ["Gold"]);
  assert.equal(space(["DeviceN", ["Gold", "Black"], "DeviceCMYK", {}]).names, ["Gold", "Black"]);
});

test("should follow names into the resources, and know a device space that another stands for", () => {
  const resources = context.obj({
    ColorSpace: { CS0: ["Separation", "Gold", "DeviceCMYK", {}], DefaultRGB: ["CalRGB", {}] },
    Pattern: {
      P0: { PatternType: 2, Shading: { ColorSpace: "DeviceGray" } },
      P1: context.register(context.stream("", { PatternType: 1 })),
    },
  });
  const of = (colour: object) => inkOf(colour as never, resources);
  assert.equal(of({ space: "CS0", components: [0.5] }), {
    family: "spot",
    device: false,
    names: ["Gold"],
    components: [0.5],
  });
  assert.is(of({ space: "DeviceRGB", components: [0, 0, 0] }).device, false);
  assert.is(of({ space: "DeviceGray", components: [0] }).device, true);
  const gradient = of({ space: "Pattern", components: [], pattern: "P0" });
  assert.equal([gradient.family, gradient.components], ["gray", []]);
  const tiled = of({ space: "Pattern", components: [], pattern: "P1" });
  assert.equal([tiled.family, tiled.tile !== undefined], ["pattern", true]);
  assert.is(of({ space: "Pattern", components: [], pattern: "P2" }).family, "pattern");
  assert.is(shadingInk(undefined, resources).family, "unknown");
});

test("should not follow colour spaces in a circle", () => {
  const circle = context.obj([PDFName.of("Indexed")]);
  circle.push(circle);
  assert.is(spaceOf(circle, undefined).family, "unknown");
});

test.run();
