import { Blob, Face, Feature, Font, Buffer as Run, shape } from "harfbuzzjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { VFile } from "vfile";
import { assign } from "../scripts/fonts/assign.ts";
import type { Cut } from "../scripts/fonts/faces/face.ts";
import { type FaceName, faces, readCut } from "../scripts/fonts/faces.ts";
import { setType } from "../scripts/fonts/fonts.ts";
import { outlineWord } from "../scripts/fonts/outline.ts";
import { subset } from "../scripts/fonts/subset.ts";
import { findUncovered } from "../scripts/fonts/uncovered.ts";

const test = suite("fonts");
const english = { language: "en", face: "serif", display: "serif", embed: "truetype" } as const;

for (const [name, row] of Object.entries(faces)) {
  test(`should find ${name} as static TrueType under its PostScript names`, async () => {
    for (const cut of row.cuts) {
      const face = new Face(new Blob(await readCut(name as FaceName, cut, "、直한")));
      assert.ok(face.referenceTable("glyf"), `${cut.name} has no TrueType outlines`);
      assert.not(face.referenceTable("fvar"), `${cut.name} is variable`);
      assert.is(face.getName(6, "en"), cut.name);
    }
  });
}

test("should set Latin text in the first face alone", async () => {
  const setting = await setType({ ...english, text: "Meeting at six — “bring tea”" });
  assert.equal(setting.families, ["Handbill Serif"]);
  assert.equal(setting.uncovered, []);
  assert.ok(setting.fonts.every((font) => font.startsWith("SourceSerif4-")));
  assert.is(rules(setting.css).length, 4);
  assert.not.match(setting.css, "unicode-range");
});

test("should embed faces whole, with no address and no font of the system", async () => {
  const { css } = await setType({ ...english, text: "Ágora", display: "sans" });
  assert.not.match(css, /local\(|https?:|file:/);
  for (const rule of rules(css)) assert.match(rule, /src:url\(data:font\/ttf;base64,/);
});

test("should set headings in the sans unless told otherwise", async () => {
  const setting = await setType({ ...english, text: "Agenda", display: undefined });
  assert.equal(setting.families, ["Handbill Serif", "Handbill Sans"]);
  assert.ok(setting.fonts.includes("AtkinsonHyperlegibleNext-Bold"));
});

test("should change the face of the whole text when the first can't spell its language", async () => {
  const setting = await setType({ ...english, text: "ƙasa da ɓera", language: "ha" });
  assert.ok(setting.fonts.every((font) => font.startsWith("NotoSerif-")));
  assert.not.match(setting.css, "unicode-range");
});

test("should keep the face when only a sign is missing, and ask it first", async () => {
  const { css, fonts } = await setType({ ...english, text: "Rooms‖ are free ☎" });
  const all = rules(css);
  assert.ok(fonts.includes("SourceSerif4-Regular"));
  assert.is(all.filter((rule) => rule.includes("unicode-range:U+2016;")).length, 4);
  assert.is(all.filter((rule) => rule.includes("unicode-range:U+260E;")).length, 4);
  assert.not.match(all.slice(-4).join(""), "unicode-range");
});

test("should give a cluster whole to one face", () => {
  const { served, uncovered } = assign("x e\u1dc4", [
    { name: "first", points: points("ex "), signs: false },
    { name: "second", points: points("e\u1dc4 "), signs: false },
  ]);
  assert.equal(uncovered, []);
  assert.equal(served, [
    { name: "first", characters: new Set("x") },
    { name: "second", characters: new Set("e\u1dc4") },
  ]);
});

test("should take composed and decomposed spellings alike", async () => {
  const { uncovered, css } = await setType({ ...english, text: "re\u0301union, \u1e09" });
  assert.equal(uncovered, []);
  assert.not.match(css, "unicode-range");
});

test("should ask no glyph for what is never drawn", async () => {
  const text = "a\u00adb\u200bc\u200dd\u200ce\u2028f\u2009g\u202fh\u00a0i\u2011j\ufefft\n\t";
  const setting = await setType({ ...english, face: "sans", display: "sans", text });
  assert.equal(setting.uncovered, []);
});

test("should name the characters that no face has, once each and in order", async () => {
  const text = "say \ue001 and \u{323af}, \u{323af}, \ue000";
  const { uncovered } = await setType({ ...english, text });
  assert.equal(
    uncovered.map((one) => one.codePoint),
    ["U+E001", "U+323AF", "U+E000"],
  );
});

test("should not set letters in a face that serves signs", async () => {
  const setting = await setType({ ...english, text: "ا" });
  assert.equal(setting.uncovered, []);
  assert.not.ok(setting.fonts.includes("NotoSansMath-Regular"));
});

test("should keep capitals of the text for styles that ask for them", async () => {
  const { css } = await setType({ ...english, text: "ŵ" });
  assert.ok(embedded(css).has("Ŵ".codePointAt(0) as number));
});

test("should leave out what isn't printed", async () => {
  const { css } = await setType({ ...english, text: "plain" });
  assert.not.ok(embedded(css).has("я".codePointAt(0) as number));
});

test("should keep kerning, ligatures and figures", async () => {
  const { css } = await setType({ ...english, text: "AV fi 123" });
  const font = new Font(new Face(new Blob(bytesOf(css))));
  assert.is(glyphs(font, "fi").length, 1);
  assert.is.not(glyphs(font, "1", "onum")[0], glyphs(font, "1")[0]);
  assert.is.not(glyphs(font, "1", "pnum")[0], glyphs(font, "1")[0]);
  assert.is.not(glyphs(font, "4", "sups")[0], glyphs(font, "4")[0]);
  assert.ok(new Set(font.face.getTableFeatureTags("GPOS")).has("kern"));
});

test("should pack files that are kept smaller", async () => {
  const press = await setType({ ...english, text: "Agua" });
  const kept = await setType({ ...english, embed: "woff", text: "Agua" });
  assert.match(kept.css, "data:font/woff;base64,");
  assert.ok(kept.css.length < press.css.length * 0.6);
});

test("should make the same bytes of the same characters", async () => {
  const cut: Cut = faces["source-serif"].cuts[0];
  const make = (text: string) =>
    subset({ face: "source-serif", cut, embed: "truetype" }, new Set(text));
  const first = await make("tea at six");
  // Enough other subsets to push the first out of memory.
  for (let point = 0x21; point < 0x21 + 420; point++) {
    await subset(
      { face: "atkinson", cut: faces.atkinson.cuts[0], embed: "truetype" },
      new Set([String.fromCodePoint(point)]),
    );
  }
  assert.equal(await make("six at tea"), first);
});

test("should outline a word in capitals, inside its box", async () => {
  const word = await outlineWord("Draft", "en");
  assert.equal(word, await outlineWord("DRAFT", "en"));
  assert.match(word.path, /^M[-\d. MLCZ]+Z$/);
  const numbers = (word.path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  assert.is(Math.min(...xs), word.x);
  assert.is(Math.max(...xs), word.x + word.width);
});

test("should make capitals as the language does", async () => {
  const turkish = await outlineWord("i", "tr");
  const english = await outlineWord("i", "en");
  assert.ok(turkish.height > english.height, "the dot is kept");
});

test("should refuse to outline what no face has", async () => {
  try {
    await outlineWord("\ue000", "ar");
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), "no face has all of");
  }
});

test("should complain of an uncovered character at its first place", () => {
  const file = new VFile({ path: "source/tea/en.md", value: "Tea\n\nsay 字 and 字\n" });
  findUncovered(file, [{ character: "字", codePoint: "U+5B57" }]);
  const [message] = file.messages;
  assert.is(file.messages.length, 1);
  assert.is(`${message?.line}:${message?.column}`, "3:5");
  assert.is(message?.ruleId, "font-glyph");
  assert.is(message?.fatal, true);
  assert.match(message?.reason ?? "", /“字” \(U\+5B57\).*2 times/);
  assert.ok(message?.note);
});

test("should complain of a character that stands in no file without a place", () => {
  const file = new VFile({ path: "en.md", value: "&#23383;" });
  findUncovered(file, [{ character: "字", codePoint: "U+5B57" }]);
  assert.is(file.messages[0]?.line, undefined);
  assert.match(file.messages[0]?.note ?? "", "character reference");
});

test("should complain once of rare Han characters, and say that no font has them", () => {
  const file = new VFile({ path: "vi.md", value: "固𧗱 \u{323af} \u{323af}" });
  findUncovered(file, [
    { character: "𧗱", codePoint: "U+275F1" },
    { character: "\u{323af}", codePoint: "U+323AF" },
  ]);
  const [message, ...others] = file.messages;
  assert.is(others.length, 0);
  assert.is(`${message?.line}:${message?.column}`, "1:2");
  assert.match(message?.reason ?? "", "and 1 other characters of its script");
  assert.match(message?.note ?? "", "rare Han");
});

test("should set code in letters of one width, and bring them only for code", async () => {
  const text = "Say `make all` or é";
  assert.not((await setType({ ...english, text })).families.includes("Handbill Mono"));
  const { css, families } = await setType({ ...english, text, code: "make all" });
  assert.equal(families, ["Handbill Serif", "Handbill Mono"]);
  const mono = rules(css).filter((rule) => rule.includes("Handbill Mono"));
  assert.equal(mono.map((rule) => /font-weight:(\d+)/.exec(rule)?.[1]).sort(), ["400", "700"]);
});

test("should set a script beside another as large as it looks", async () => {
  const { css, pressRules } = await setType({ ...english, text: "Rooms غرفة ☎", press: false });
  const adjusted = rules(css).filter((rule) => rule.includes("size-adjust"));
  assert.ok(adjusted.length > 0);
  for (const rule of adjusted) assert.match(rule, /unicode-range:.*U\+063A.*size-adjust:115%/);
  assert.equal(pressRules, []);
  const within = await setType({ ...english, text: "غرفة ƙ", language: "ar", press: true });
  assert.equal(
    [...new Set(within.pressRules.map(({ adjust, range }) => `${range} ${adjust}`))].sort(),
    ["U+0199,U+0198 87%", "undefined undefined"],
  );
});

test("should keep whole book faces for other runs, and nothing that belongs to one text", async () => {
  const kept = new Map<string, Uint8Array>();
  const keep = {
    read: async (name: string) => kept.get(name),
    write: async (name: string, bytes: Uint8Array) => void kept.set(name, bytes),
  };
  const request = { ...english, display: "sans", text: "Six — “tea” ∮ ￼", keep } as const;
  await setType(request);
  assert.is(kept.size, 0);
  const { pressRules } = await setType({ ...request, press: true });
  const whole = pressRules.filter(({ range }) => range === undefined);
  const made = new Set(whole.map(({ data }) => data));
  assert.is(made.size, 8);
  // What was cut before in this process is not asked for again.
  for (const bytes of kept.values()) assert.ok(made.has(Buffer.from(bytes).toString("base64")));
});

test("should take what was kept, and know it by all it depends on", async () => {
  const asked: string[] = [];
  const keep = {
    async read(name: string) {
      asked.push(name);
      return new TextEncoder().encode("kept");
    },
    write: async () => assert.unreachable(),
  };
  const [regular, , bold] = faces.atkinson.cuts;
  const cut = (one: Cut, text: string) =>
    subset({ face: "atkinson", cut: one, embed: "truetype", keep }, new Set(text));
  assert.is((await cut(regular as Cut, "kept 1")).data, btoa("kept"));
  await cut(regular as Cut, "kept 2");
  await cut(bold as Cut, "kept 1");
  assert.is(new Set(asked).size, 3);
});

function points(text: string): Set<number> {
  return new Set([...text].map((character) => character.codePointAt(0) as number));
}

function rules(css: string): string[] {
  return css.split("\n").filter((line) => line.startsWith("@font-face"));
}

function bytesOf(css: string): Uint8Array {
  const regular = rules(css).find((rule) => /font-style:normal;font-weight:400/.test(rule)) ?? "";
  return Buffer.from(regular.slice(regular.indexOf("base64,") + 7, -2), "base64");
}

function embedded(css: string): Set<number> {
  return new Set(new Face(new Blob(bytesOf(css))).collectUnicodes());
}

function glyphs(font: Font, text: string, feature?: string): number[] {
  const run = new Run();
  run.addText(text);
  run.guessSegmentProperties();
  shape(font, run, feature === undefined ? [] : [new Feature(feature, 1)]);
  return run.getGlyphInfos().map((glyph) => glyph.codepoint);
}

test.run();
