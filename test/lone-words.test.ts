import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Blob, Face, Font } from "harfbuzzjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { addEmptyGlyphs } from "../scripts/finish/tags/show/add-empty-glyphs.ts";
import { findBlank } from "../scripts/finish/tags/show/empty-glyph.ts";
import { faces, readCut } from "../scripts/fonts/faces.ts";
import { readTrueType, type TrueType } from "../scripts/pdf/true-type.ts";
import { needing } from "./support/programs.ts";
import { readers } from "./support/readers.ts";
import { openSetter } from "./support/set-text.ts";

const test = suite("lone-words");
const setter = openSetter();
test.after(() => setter.close());

// A word of each script by itself: of its font the browser keeps no glyph but those of the word, not even a space.
const words: Readonly<Record<string, string>> = {
  ...{ th: "สวัสดี", lo: "ສະບາຍດີ", km: "សួស្តី", my: "မင်္ဂလာပါ", hi: "नमस्ते", bn: "বাংলা" },
  ...{ ta: "கொடு", si: "ශ්‍රී", bo: "བོད", he: "שָׁלוֹם", ar: "مرحبا", fa: "می‌خواهم" },
  ...{ or: "ନମସ୍କାର", sat: "ᱡᱚᱦᱟᱨ", mni: "ꯈꯨꯔꯨꯝꯖꯔꯤ", rhg: "𐴀𐴝𐴏𐴓𐴝𐴔", ban: "ᬑᬁᬲ᭄ᬯᬲ᭄ᬢ᭄ᬬᬲ᭄ᬢᬸ", cjm: "ꨌꩌꨛꨩ" },
  ...{
    osa: "𐓏𐒰𐓓𐒰𐓓𐒷",
    lis: "ꓡꓲ ꓢꓴ",
    zh: "你好",
    ja: "こんにちは",
    ko: "안녕",
    am: "ሰላም",
    ka: "გამარჯობა",
    el: "Γειά",
  },
};

test("should add glyphs without ink to a font, and change no other", async () => {
  const name = "thai";
  const font = new Uint8Array(await readCut(name, faces[name].cuts[0], ""));
  const advances = [0, 500];
  const longer = addEmptyGlyphs(font, advances) as Uint8Array;
  const [before, after] = [font, longer].map(readTrueType) as [TrueType, TrueType];
  assert.is(after.glyphs, before.glyphs + 2);
  for (let glyph = 0; glyph < before.glyphs; glyph++)
    assert.equal(
      [after.advance(glyph), after.isEmpty(glyph)],
      [before.advance(glyph), before.isEmpty(glyph)],
    );
  for (const index of [0, 1]) assert.is(after.advance(before.glyphs + index), advances[index]);
  assert.equal(findBlank(longer), findBlank(font));
  assert.is(sumOf(longer), 0xb1b0afba);
});

test("should add glyphs that extend over their room, which PDFium goes by, and draw nothing", async () => {
  const name = "thai";
  const font = new Uint8Array(await readCut(name, faces[name].cuts[0], ""));
  const { glyphs } = readTrueType(font) as TrueType;
  const drawn = new Font(new Face(new Blob(addEmptyGlyphs(font, [0, 500]) as Uint8Array)));
  const unit = 1000 / drawn.face.upem;
  const widths = [0, 1].map((index) => drawn.glyphExtents(glyphs + index)?.width ?? 0);
  assert.equal(
    widths.map((width) => Math.round(width * unit)),
    [20, 500],
  );
  // Lines of no length.
  for (const index of [0, 1])
    assert.match(drawn.glyphToPath(glyphs + index), /^(M(\d+,\d+)L\2Z)+$/);
});

test("should add none to what is no font", () => {
  assert.is(addEmptyGlyphs(new Uint8Array(9), [0]), undefined);
});

const places: Readonly<Record<string, (word: string) => string>> = {
  "a paragraph": (word) => `Alpha ${word} bravo.`,
  "a heading": (word) => `## Alpha ${word} bravo`,
  code: (word) => `\`\`\`\nAlpha ${word} bravo\n\`\`\``,
  "a table": (word) => `| Alpha | ${word} |\n| --- | --- |\n| ${word} | bravo |`,
};
for (const [place, write] of Object.entries(places)) {
  test(`should lose no word by itself in another script, in ${place}`, async () => {
    const text = Object.values(words).map(write).join("\n\n");
    const { faults } = await setter.set(`# T\n\n${text}`, { format: "handout" });
    assert.equal(faults, []);
  });
}

test("should lose no emoji and no letter of which a variant is meant", async () => {
  const text = "Party 😀 ❤️ ✅ ☎️, 👍🏽 by 👩‍👩‍👧 in 🇺🇸: 葛󠄀城.";
  const { faults } = await setter.set(`# T 🎉\n\n${text}`, { format: "handout" });
  assert.equal(faults, []);
});

test("should lose no mark that stands without a letter, or on one outside its element", async () => {
  const marks = ["\u0301", "\u0942", "\u102f", "\u0e34"];
  const lone = marks.map((mark) => `- ${mark}\n- a*${mark}* end`).join("\n");
  const table = `| a | b |\n| --- | --- |\n${marks.map((mark) => `| ${mark} | x |`).join("\n")}`;
  const { faults } = await setter.set(`# T\n\n${lone}\n\n${table}`, { format: "handout" });
  assert.equal(faults, []);
});

test("should lose no word by itself in another script, in a note", async () => {
  const all = Object.values(words);
  const calls = all.map((_, index) => `Alpha[^${index}]`).join("\n\n");
  const notes = all.map((word, index) => `[^${index}]: Alpha ${word} bravo`).join("\n\n");
  const { faults } = await setter.set(`# T\n\n${calls}\n\n${notes}`, { format: "handout" });
  assert.equal(faults, []);
});

test("should lose no space beside text from right to left, between words that begin alike", async () => {
  const text = "k171q حقوق الإنسان k172q[^*a] k173q\n\nRegistration 1 حقوق Registration 2";
  const { faults } = await setter.set(`# T\n\n${text}\n\n[^*a]: Bravo`, { format: "handout" });
  assert.equal(faults, []);
});

test("should lose no bracket that a font turns and says the wrong way round", async () => {
  const text = "نص عربي Code `مرحبا` and (`a مرحبا b`), **مرحبا**, *مرحبا*.";
  const matter = { language: "ar" };
  const { faults } = await setter.set(`# عنوان\n\n${text}`, { matter, format: "handout" });
  assert.equal(faults, []);
});

needing(test, "pdftotext")("should let other readers find a word by itself", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handbill-lone-"));
  try {
    for (const language of ["th", "lo", "he", "hi"]) {
      const word = words[language] as string;
      const { pdf } = await setter.set(`# T\n\nAlpha ${word} bravo.`, { format: "handout" });
      const file = join(folder, `${language}.pdf`);
      await writeFile(file, pdf);
      for (const { name, read } of readers) {
        const said = (await read(file)).normalize("NFC").replaceAll(/\p{Bidi_Control}/gu, "");
        assert.ok(said.includes(word.normalize("NFC")), `${language}, ${name}: ${said}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function sumOf(font: Uint8Array): number {
  const padded = Buffer.concat([font, Buffer.alloc(-font.length & 3)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

test.run();
