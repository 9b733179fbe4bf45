import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { spelled } from "../scripts/words/words.ts";
import { editionText } from "./support/edition-text.ts";
import { casesIn, fixture, golden } from "./support/fixtures.ts";
import { filler } from "./support/pages.ts";
import { keepPrinted, setting } from "./support/printed.ts";
import { needing, run } from "./support/programs.ts";
import { chrome, readers } from "./support/readers.ts";
import { openSetter, type SetOptions, type SetText } from "./support/set-text.ts";
import { plainStructure, structText } from "./support/struct-text.ts";
import { describeStructure, readStructure } from "./support/structure.ts";
import { wordsBack } from "./support/words-back.ts";

const test = suite("tags");
const setter = openSetter();
test.after(() => setter.close());

// A few lines fill it.
const small: SetOptions = {
  format: "handout",
  sheet: { name: "small", width: 90, height: 80 },
  images: {
    "beds.png": readFileSync(new URL("fixtures/torture/long/images/beds.png", import.meta.url)),
  },
};

/** How some texts are set. */
const settings: Readonly<Record<string, SetOptions>> = {
  contents: { format: "booklet" },
  "left-and-right": { format: "handout" },
  "right-and-left": { format: "handout", matter: { language: "he" } },
  "right-to-left": { ...small, matter: { language: "ar" } },
};

const names = casesIn("tags");
const files = new Map<string, SetText>();
test.before(async () => {
  for (const name of names) {
    const text = fixture(`tags/${name}/input.md`);
    files.set(name, await setter.set(filled(text), settings[name] ?? small));
  }
});

for (const name of names) {
  test(`should tag ${name}`, async () => {
    const { pdf, faults } = files.get(name) as SetText;
    assert.equal(faults, []);
    golden(`tags/${name}/structure.txt`, describeStructure(await readStructure(pdf)));
  });
}

test("should read the last glyph of a text whole, though it says less", async () => {
  for (const text of ["x ✊🏽", "- x 🏳️‍🌈[^1]\n\n[^1]: 👩‍👩‍👧‍👦", "zero joined\u200D"])
    assert.equal((await setter.set(text)).faults, [], text);
});

test("should read lines of Nastaliq on behind an emphasis, a link or a note's call", async () => {
  const texts = [
    "خط ہر *پیدا ہو جس کا* بنا کر",
    "اس کا *حق* ہے اور **ہر** شخص",
    "خط ہر [پیدا ہو](https://a.example) بنا کر",
    "خط ہر[^1] بنا کر\n\n[^1]: پیدا ہو",
  ];
  for (const text of texts)
    assert.equal((await setter.set(text, { matter: { language: "ur" } })).faults, [], text);
});

test("should read the space where a line ends before an emphasis that a no-break space follows", async () => {
  const sheet = { name: "narrow", width: 52, height: 200 };
  for (const text of ["alpha bravo. **charlie** &nbsp;", "alpha bravo. **charlie** &nbsp; de"])
    assert.equal((await setter.set(text, { format: "large-print", sheet })).faults, [], text);
});

test("should keep all of a drawing in code with lines left blank", async () => {
  const { faults } = await setter.set("# T\n\n```\n└──┘\n\n\n ┌──┐\n```\n", {
    format: "large-print",
  });
  assert.equal(faults, []);
});

test("should read lines of Nastaliq that have numbers, Latin words and signs in them", async () => {
  const texts = [
    "آزاد ہو یا HRC ہر ریاست 25 کئے گئے ہیں (abc) اس لئے abc.",
    "ہیں،](mailto:a.b@example.org) خاندان، abc",
    "**و** آزاد ہو یا تولیتی ہو. [اور آزادیاں](https://a.example) بڑھایا جائے،\\\nعلاوہ مقرّرہ <i lang=es>la determinación</i> [کیا](https://a.example) ہر ریاست کی حدود کے.",
    "```\n    // ہو جو یہاں پیش aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n     ┌──┐ │ab│ └──┘\n```",
  ];
  for (const text of texts)
    for (const format of ["booklet", "handout"] as const) {
      const { faults } = await setter.set(text, { format, matter: { language: "ur" } });
      assert.equal(faults, [], text);
    }
});

test("should read lines from the right that have signs and words from the left alone", async () => {
  for (const [language, word] of Object.entries({ ur: "ہو", ar: "حق", he: "כל" }))
    for (const line of ["⚖️ zero", "✊🏽 zero.one 👩‍👩‍👧‍👦", `Alpha *${word}* bravo *${word}* 12`]) {
      const text = `${word} ${word}\n\n- ${line}\n- ${line}[^1]\n\n[^1]: ${line}`;
      assert.equal((await setter.set(text, { matter: { language } })).faults, [], text);
    }
});

test("should read words of scripts with unknown glyphs in order, and long lines behind a sign", async () => {
  const texts = {
    he: "| כל | על |\n| - | - |\n| <i lang=hi>में न रखा जाएगा, ग़ुलामी-प्रथा</i> כל | על |",
    fa: "- ✊🏽 موقع ارتکاب جرم بدان تعلق میگرفت درباره احدی اعمال نخواهد.",
    ur: "حق ہے جس میں <i lang=ml>ഏതൊരാളും അവരുടെ</i>[^1] روزگاری\n\n[^1]: ✊🏽 کرتے ہوں، بااختیار قومی عدالتوں سے موثّر طریقے.",
  };
  for (const [language, text] of Object.entries(texts))
    for (const format of ["booklet", "handout"] as const) {
      const { faults } = await setter.set(text, { format, matter: { language } });
      assert.equal(faults, [], text);
    }
});

test("should read emoji with a colour of skin in order in text from the right", async () => {
  for (const text of [
    "שלום ✊🏽.",
    "שלום ✊🏽[^1].\n\n[^1]: הערה 👍🏽!",
    "מה 👩🏿‍🌾! כן ✊🏽✊🏿 (✊🏽)",
    "מה 👩🏿‍🌾[^1] כן.\n\n[^1]: הערה",
  ]) {
    const { faults } = await setter.set(text, { matter: { language: "he" } });
    assert.equal(faults, [], text);
  }
});

test("should read people joined to a family in text from the right", async () => {
  const { faults } = await setter.set("כל 👩‍👩‍👧‍👦 כל 🏳️‍🌈 על", { matter: { language: "he" } });
  assert.equal(faults, []);
});

test("should name bookmarks without glosses, and by pictures where there are no words", async () => {
  const titles = async (name: string) => {
    const data = new Uint8Array((files.get(name) as SetText).pdf);
    const outline = await (await getDocument({ data, verbosity: 0 }).promise).getOutline();
    return outline[0]?.items.map(({ title }: { title: string }) => title);
  };
  assert.equal(await titles("ruby"), ["A head"]);
  assert.equal(await titles("linked-pictures"), ["Head image", "Addresses of links"]);
});

needing(test, "pdfinfo")("should be read alike by another reader", async (write) => {
  for (const name of names) {
    const { pdf } = files.get(name) as SetText;
    // What content says instead it does not read.
    const { top } = await readStructure(pdf, "codes");
    assert.equal(structText(write(pdf)), plainStructure(top), name);
  }
});

needing(test, "pdftotext")(
  "should keep signs behind a word from the right on a page from the left",
  async (write) => {
    const text = "Most words of this page are read from the left. <bdi><b>מה</b>?!</bdi> and more.";
    const { pdf } = await setter.set(text, { format: "handout" });
    for (const { name, read } of readers)
      assert.match(
        (await read(write(pdf))).replace(/\p{Bidi_Control}/gu, ""),
        /left\.\s+מה\?! +and/,
        name,
      );
  },
);

needing(test, "pdftotext")(
  "should give back a word that ends in a mark and goes on without a space behind an element",
  async (write) => {
    const texts: ReadonlyArray<[text: string, language: string, words: string[]]> = [
      ["قال إن **الحقُّ**: للجميع *نظراً*، [الحقِّ](#a)؛", "ar", ["الحقُّ:", "نظراً،"]],
      ["قال `الحقُّ`: للجميع", "ar", ["الحقُّ:"]],
      ["قال إن الحقُّ[^1] للجميع.\n\n[^1]: حاشية", "ar", ["الحقُّ"]],
      ['قال\n\n```\nthrow new Error("نظراً");\n```', "ar", ['Error("نظراً");']],
      ["یہ سب *اقوامِ*: عالم **رأ**: خفیہ", "ur", ["اقوامِ:", "رأ:"]],
      ["אמר **בְּרֵאשִׁיתֱ**: לכל", "he", ["בְּרֵאשִׁיתֱ:"]],
      [
        "The word (:lang[الحقُّ]{ar}) has many words about it that are read from the left.",
        "en",
        ["(الحقُّ)"],
      ],
    ];
    for (const [text, language, words] of texts) {
      const { faults, pdf } = await setter.set(text, { format: "handout", matter: { language } });
      assert.equal(faults, [], text);
      for (const { name, read } of readers) {
        const back = spelled((await read(write(pdf))).replace(/\p{Bidi_Control}/gu, ""));
        for (const word of words)
          assert.ok(back.includes(spelled(word)), `${name}: ${word}: ${back}`);
      }
    }
  },
);

needing(test, "pdftotext")(
  "should have a line from the right read in order whose link has letters that reach through its rule",
  async (write) => {
    const text =
      "قال إن [الحق](https://example.org/a)؛ للجميع ~~الحق~~ وهذا [حق](https://example.org/b) له.";
    const { faults, pdf } = await setter.set(text, {
      format: "handout",
      matter: { language: "ar" },
    });
    assert.equal(faults, []);
    for (const { name, read } of readers)
      assert.match(
        (await read(write(pdf))).replace(/\p{Bidi_Control}/gu, ""),
        /قال إن الحق؛ للجميع +الحق +وهذا +حق +له\./,
        name,
      );
  },
);

needing(test, "pdftotext")(
  "should have lines from the right read in order in which words are raised or lowered",
  async (write) => {
    const texts: ReadonlyArray<[text: string, language: string, words: RegExp]> = [
      [
        "كتب H~2~O في النص الحق<sup>2</sup> هنا، و E=mc<sup>2</sup> معه.",
        "ar",
        /كتب +H2O +في النص الحق2 +هنا، +و +E=mc2 +معه\./,
      ],
      ["כל הטקסט H<sub>2</sub>O וגם x<sup>2</sup> כאן.", "he", /כל הטקסט +H2O +וגם +x2 +כאן\./],
    ];
    for (const [text, language, words] of texts) {
      const { faults, pdf } = await setter.set(text, { format: "handout", matter: { language } });
      assert.equal(faults, [], text);
      for (const { name, read } of readers)
        assert.match((await read(write(pdf))).replace(/\p{Bidi_Control}/gu, ""), words, name);
    }
  },
);

needing(test, "pdftotext")("should let words with glosses be searched for", async (write) => {
  const file = write((files.get("ruby") as SetText).pdf);
  for (const { name, read } of readers) {
    const text = await read(file);
    for (const words of [
      "signs 漢字 are read",
      "かん",
      "over them, 東京 too",
      "とうきょう",
      "gloss",
    ])
      assert.ok(text.includes(words), `${name} does not say ${words}`);
  }
});

needing(test, "pdftotext")(
  "should let signs stay behind words from left to right, in a text from right to left",
  async (write) => {
    const { html, pdf } = files.get("right-and-left") as SetText;
    const file = write(pdf);
    for (const { name, read } of readers)
      assert.equal(wordsBack(editionText(html).text, await read(file)).lost, [], name);
  },
);

needing(test, "pdftotext")(
  "should keep phrases from right to left apart from the words beside them",
  async (write) => {
    const { html, pdf } = files.get("left-and-right") as SetText;
    const file = write(pdf);
    const lost: Record<string, string[]> = {
      // It has signs within such a phrase go with the words from left to right.
      poppler: ["אחת,", "שתים.", "בית", "זכות."],
      // It puts a space beside signs in another font.
      "pdf.js": ["“שלום!”", "عليكم!,", "(السكن)."],
    };
    for (const { name, read } of readers) {
      const back = wordsBack(editionText(html).text, await read(file));
      assert.equal(
        back.lost.map(({ word }) => word),
        lost[name],
        name,
      );
    }
  },
);

needing(test, "pdftotext")(
  "should part the cells of a row that stand further and further left, to every reader",
  async (write) => {
    const spans =
      '<table><tr><th rowspan="2">What</th><th colspan="2">Year</th><th rowspan="2">Who</th></tr>' +
      "<tr><th>2022</th><th>2023</th></tr><tr><th>Seeds</th><td>1</td><td>2</td><td>Ada</td></tr></table>";
    const texts: ReadonlyArray<[text: string, language: string, words: string[]]> = [
      [
        "| اليوم | العمل | الساعات |\n| --- | --- | ---: |\n| الاثنين | سقي الأحواض | 2 |",
        "ar",
        ["اليوم", "العمل", "الساعات", "الاثنين", "سقي", "الأحواض", "2"],
      ],
      ["| היום | רבע |\n| --- | --- |\n| Monday | 10.5 |", "he", ["היום", "רבע", "Monday", "10.5"]],
      [spans, "en", ["Who", "2022", "2023", "Ada"]],
    ];
    for (const [text, language, words] of texts) {
      const { faults, pdf } = await setter.set(text, { format: "handout", matter: { language } });
      assert.equal(faults, [], text);
      for (const { name, read } of [...readers, chrome]) {
        const back = spelled((await read(write(pdf))).replace(/\p{Cf}/gu, "")).split(/\s+/);
        for (const word of words)
          assert.ok(back.includes(spelled(word)), `${name}: ${word}: ${back}`);
      }
    }
  },
);

needing(test, "pdftotext")(
  "should have running heads say their words in every script, as artifacts",
  async (write) => {
    const heads: Readonly<Record<string, string>> = {
      ...{ hi: "मूर्ति का प्रारूप", km: "សិទ្ធិមនុស្ស", my: "မြန်မာလူ့အခွင့်အရေး", th: "ที่นี่", ta: "கொடுக்கும்" },
      ...{ ar: "حقوق الإنسانِ في المدينة", he: "זכויות בְּעִיר", en: "Official “affluent”" },
    };
    for (const [language, head] of Object.entries(heads)) {
      const { faults, pdf } = await setter.set(`## ${head}\n\nAlpha bravo.`, {
        ...{ format: "booklet", matter: { title: "Charlie", language } },
      });
      assert.equal(faults, [], language);
      const bare = (text = "") => spelled(text.replace(/[\p{Cf}\s]/gu, ""));
      const { top, artifacts } = await readStructure(pdf);
      assert.is(bare(JSON.stringify(top)).split(bare(head)).length, 2, language);
      assert.is(bare(artifacts.at(-1)?.Header), bare(head), language);
      for (const { name, read } of readers) {
        const back = spelled((await read(write(pdf))).replace(/\p{Cf}/gu, "")).replace(/\s+/g, " ");
        const wanted = spelled(head.replace(/\p{Cf}/gu, ""));
        assert.is(back.split(wanted).length, 3, `${name}: ${language}: ${back}`);
      }
    }
  },
);

needing(test, "pdftotext")(
  "should let words that the end of a line divides be searched for: Firefox passes over soft hyphens",
  async (write) => {
    const words = "internationalization counterrevolutionaries deinstitutionalization".split(" ");
    const text = `${words.join(", ")}, `.repeat(9);
    const { faults, pdf } = await setter.set(text, { format: "booklet" });
    assert.equal(faults, []);
    for (const { name, read } of [...readers, chrome]) {
      const back = await read(write(pdf));
      if (name === "pdf.js") assert.match(back, /\p{Ll}-\n\p{Ll}/u);
      // As searches join lines.
      const joined = back.replace(/(?<=\p{Ll})[-\u00AD]\n(?=\p{Ll})/gu, "");
      for (const word of words) assert.is(joined.split(word).length - 1, 9, `${name}: ${word}`);
    }
    const { top } = await readStructure(pdf);
    assert.match(plainStructure(top).join(""), new RegExp(words[0] as string));
    assert.not.match(plainStructure(top).join(""), "-");
  },
);

test("should keep the marks that end a cell with its word, though the next stands further left", async () => {
  const text = "| حق | نظراً عادلاً علنياً | بحال |\n| --- | --- | --- |\n| حق | نظراً | بحال |";
  for (const format of ["booklet", "handout", "large-print"] as const) {
    const { faults } = await setter.set(text, { format, matter: { language: "ar" } });
    assert.equal(faults, [], format);
  }
});

needing(test, "qpdf")("should be sound", async (write) => {
  for (const { pdf } of files.values())
    assert.match(run("qpdf", "--check", write(pdf)), "No syntax or stream encoding errors");
});

test("should print the fixture of the finish as it did", async () => {
  const { printed, messages } = await setter.set(fixture("finish/input.md"), setting);
  assert.is(messages, "");
  const said = `${JSON.stringify(printed.logical)}\n`;
  if (said !== fixture("finish/logical.json")) keepPrinted(printed.pdf);
  golden("finish/logical.json", said);
});

test.run();

/** A text with so many words for each number in braces. */
function filled(text: string): string {
  return text.replaceAll(/\{(\d+)\}/g, (_, count) => filler(Number(count)));
}
