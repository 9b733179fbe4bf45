import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Box, closeBoxes, type SetText, setText } from "./support/boxes.ts";

const test = suite("press: scripts");
test.after(closeBoxes);

const many = (text: string, count = 60) => Array.from({ length: count }, () => text).join("");

/** A letter of each language: one of another script would be taken for what the text is written in. */
const letters: Record<string, string> = {
  en: "a",
  hi: "क",
  ja: "あ",
  ko: "가",
  ru: "я",
  "zh-Hans": "字",
  "zh-Hant": "字",
};

/** Sets one paragraph after a line that is not looked at. */
function paragraph(text: string, language: string): Promise<SetText> {
  return setText(`## A\n\nB\n\n${text}`, { language, title: "C", status: "final" });
}

const words: Record<string, string> = { th: "ประชาชน", lo: "ປະຊາຊົນ", km: "មនុស្ស", my: "ကောင်း" };
for (const [language, word] of Object.entries(words)) {
  test(`should break lines where words end, without spaces, in ${language}`, async () => {
    const set = await paragraph(many(word), language);
    const found = await set.each(word);
    assert.is(found.length, 60);
    assert.ok(new Set(found.map(({ top }) => top)).size > 2, "there is more than one line");
    assert.equal(
      found.filter(({ lines }) => lines > 1),
      [],
    );
  });
}

test("should end no line within a telephone number or a date", async () => {
  const text = Array.from({ length: 60 }, (_, n) => `2024-03-17 ${"x".repeat(n % 9)} 555-0142`);
  const set = await paragraph(text.join(" "), "en");
  for (const number of ["2024-03-17", "555-0142"]) {
    const found = await set.each(number);
    assert.is(found.length, 60);
    assert.equal(
      found.filter(({ lines }) => lines > 1),
      [],
    );
  }
});

const unknown: Record<string, string> = { jv: "ꦩꦤꦸꦁꦱ", nod: "ᨣᩢᩴᨾᩪᩃ" };
for (const [language, word] of Object.entries(unknown)) {
  test(`should break anywhere where nothing marks a word, in ${language}`, async () => {
    const set = await paragraph(many(word), language);
    const [column] = await set.boxes("main section");
    for (const box of await set.each(word)) {
      assert.ok(box.right <= (column as Box).right + 1);
      assert.ok(box.left >= (column as Box).left - 1);
    }
  });
}

test("should begin no line with a mark that ends one, in Japanese and Chinese", async () => {
  for (const [language, text] of [
    ["ja", "ああ、いいい。"],
    ["zh-Hans", "一二，三四五。"],
  ] as const) {
    const set = await paragraph(many(text), language);
    const [column] = await set.boxes("main section");
    for (const mark of [...text].filter((one) => /\p{P}/u.test(one)))
      for (const box of await set.each(mark))
        assert.ok(box.left > (column as Box).left + 1, `${language} ${mark}`);
  }
});

test("should begin no line with a small kana, in Japanese", async () => {
  const set = await paragraph(many("あいっうえおゃか"), "ja");
  const [column] = await set.boxes("main section");
  for (const kana of ["っ", "ゃ"])
    for (const box of await set.each(kana)) assert.ok(box.left > (column as Box).left + 1, kana);
});

test("should keep words whole in Korean", async () => {
  const set = await paragraph(many("사람은누구나 "), "ko");
  const found = await set.each("사람은누구나");
  assert.ok(new Set(found.map(({ top }) => top)).size > 2);
  assert.equal(
    found.filter(({ lines }) => lines > 1),
    [],
  );
});

test("should stress by dots in Chinese and Japanese, by weight where there are no italics", async () => {
  const stress = async (language: string) => {
    const set = await paragraph(`*${many(letters[language] ?? "")}*`, language);
    const property = (name: string) => set.style("main em", name);
    return [
      await property("font-style"),
      await property("font-weight"),
      await property("text-emphasis-style"),
    ].join(" ");
  };
  assert.is(await stress("ja"), "normal 400 dot");
  assert.is(await stress("zh-Hant"), "normal 400 dot");
  assert.is(await stress("ko"), "normal 700 none");
  assert.is(await stress("hi"), "normal 700 none");
  assert.is(await stress("ru"), "italic 400 none");
});

test("should indent each paragraph in Chinese and Japanese, each but the first elsewhere", async () => {
  const indents = async (language: string) => {
    const letter = letters[language] ?? "";
    const set = await paragraph(many(letter, 5), language);
    const [first, second] = [await set.words("B"), await set.words(letter)];
    const [column] = await set.boxes("main section");
    return [first, second].map(({ left }) => left > (column as Box).left + 5);
  };
  assert.equal(await indents("zh-Hans"), [true, true]);
  assert.equal(await indents("ja"), [true, true]);
  assert.equal(await indents("ko"), [false, true]);
  assert.equal(await indents("en"), [false, true]);
});

test("should set paragraphs of large print no further apart where lines are far apart", async () => {
  const apart = async (language: string, letter: string) => {
    const set = await setText(
      `# ${letter}\n\n${letter}\n\n${letter}\n`,
      { language },
      "large-print",
    );
    const [first, second] = await set.boxes("main p[data-place]");
    const line = Number.parseFloat(await set.style("main p[data-place]", "line-height"));
    return (second?.top ?? 0) - (first?.top ?? 0) - line;
  };
  const latin = await apart("en", "a");
  assert.ok(latin > 30, `${latin}`);
  for (const [language, letter] of Object.entries({ ur: "ب", th: "ก" }))
    assert.ok(Math.abs((await apart(language, letter)) / latin - 1) < 0.1, language);
});

test("should give the title page the same height in every script", async () => {
  const height = async (language: string, letter: string) => {
    const matter = { language, title: many(`${letter} `, 9), status: "draft" } as const;
    const set = await setText(`${many(letter)}\n\n${letter}`, matter);
    assert.is((await set.boxes("main h1"))[0]?.page, 1, language);
    return Number.parseFloat(await set.style(".title-block", "min-block-size"));
  };
  const latin = await height("en", "a");
  for (const [language, letter] of Object.entries({ ur: "ب", bo: "ཀ", my: "က" }))
    assert.ok(Math.abs((await height(language, letter)) / latin - 1) < 0.02, language);
});

test("should leave no more room round a title in large print where a script has its lines far apart", async () => {
  const room = async (language: string) => {
    const set = await setText("# Alpha\n\nBravo.\n", { language, status: "final" }, "large-print");
    const of = async (property: string) =>
      Number.parseFloat(await set.style(".title-block", property));
    return ((await of("padding-bottom")) + (await of("margin-bottom"))) / (await of("font-size"));
  };
  const latin = await room("en");
  for (const language of ["ar", "hi", "my", "ur"])
    assert.ok(Math.abs((await room(language)) - latin) < 0.05, language);
});

test.run();
