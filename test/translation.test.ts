import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { compareTranslation } from "../scripts/translation/compare.ts";
import type { Document } from "../scripts/types.ts";
import { imagesOf, manuscriptOf, pixel } from "./support/documents.ts";
import { casesIn, fixture, golden } from "./support/fixtures.ts";

const test = suite("translation");
const images = imagesOf(
  Object.fromEntries(
    ["dot.png", "dot.en.png", "dot.es.png", "ring.png"].map((name) => [name, pixel]),
  ),
);

for (const name of casesIn("translation")) {
  test(`should say what differs in ${name}`, async () => {
    const original = await read(`translation/${name}/en.md`, "en");
    const translation = await read(`translation/${name}/es.md`, "es");
    golden(`translation/${name}/messages.txt`, compared(original, translation));
  });
}

test("should find nothing in a text and itself", async () => {
  for (const name of casesIn("translation")) {
    const path = `translation/${name}/en.md`;
    assert.is(compared(await read(path, "en"), await read(path, "en")), "");
  }
});

test("should say of what is missing one way what is added the other", async () => {
  for (const name of casesIn("translation").filter((name) => name.endsWith("-missing"))) {
    const original = await read(`translation/${name}/es.md`, "es");
    const translation = await read(`translation/${name}/en.md`, "en");
    const said = compared(original, translation);
    assert.match(said, "translation-added", name);
    assert.not.match(said, "translation-missing", name);
  }
});

test("should name a heading by its own words, without its note's number", async () => {
  const original = await documentOf("# T\n\n## Songs[^a]\n\nText.\n\n[^a]: Note.\n", "en.md", "en");
  const said = compared(
    original,
    await documentOf("# T\n\nTexto.[^a]\n\n[^a]: Nota.\n", "es.md", "es"),
  );
  assert.match(said, "The original has the heading “Songs” (level 3)");
});

test("should say that the original was changed since, as far as both say when", async () => {
  const dated = async (modified: string, language: "en" | "es") => {
    const document = await documentOf("# T\n", `${language}.md`, language);
    const manuscript = { ...document.manuscript, given: new Set(["modified"] as const) };
    return { ...document, manuscript, matter: { ...document.matter, modified } };
  };
  for (const [theirs, own, older] of [
    ["2024-05", "2024-03", true],
    ["2024-05-02", "2024-05-01", true],
    ["2024-05-02", "2024-05", false],
    ["2024-05", "2024-05-01", false],
    ["2024-03", "2024-05", false],
  ] as const) {
    const said = compared(await dated(theirs, "en"), await dated(own, "es"));
    assert.is(said.includes("translation-older"), older, `${theirs}, ${own}`);
  }
  const said = compared(await dated("2024-05", "en"), await dated("2024-03", "es"));
  assert.match(said, "The original was changed after this translation: 2024-05, and this 2024-03");
  assert.is(compared(await dated("2024-05", "en"), await documentOf("# T\n", "es.md", "es")), "");
  // The date of the whole work.
  const own = await dated("2024-03", "es");
  const work = { ...own, manuscript: { ...own.manuscript, given: new Set<never>() } };
  assert.is(compared(await dated("2024-05", "en"), work), "");
});

test("should change neither text", async () => {
  const original = await read("translation/same/en.md", "en");
  const translation = await read("translation/tables-added/es.md", "es");
  const before = JSON.stringify([original.body, translation.body, original.notes]);
  compared(original, translation);
  assert.is(JSON.stringify([original.body, translation.body, original.notes]), before);
});

for (const [one, other, language = "es"] of [
  ["1,500 people and 12.5 %", "1 500 personas y 12,5 %"],
  ["1,500 people", "1500 personas"],
  ["Article 15", "المادة ١٥", "ar"],
  ["at 10:30 PM until 11 PM", "a las 22:30 hasta las 23 h"],
  ["25 million people", "25 000 000 de personas"],
  ["20 billion dollars", "20.000 millones de dólares"],
  ["150,000 people", "15万人", "zh-Hans"],
  ["50 miles of road", "80 km de camino"],
  ["ten of the 12 members", "10 de los doce socios"],
  ["three of 12 members", "3 de doce socios"],
  ["in 2024", "ปี 2567", "th"],
  ["on 17 May 2024", "روز ۲۸ اردیبهشت ۱۴۰۳", "fa"],
  ["since 2018", "平成30年から", "ja"],
  ["from 2023–24", "de 2023 a 2024"],
  ["on 5/14/2024", "el 14/5/2024"],
  ["12 people came", "Vinieron doce personas"],
  ["12 people came[^a]\n\n[^a]: In all.", "Vinieron doce[^a] personas\n\n[^a]: En total."],
  ["the 19th century, 40 years", "el siglo XIX, 40 años"],
] as const) {
  test(`should take “${one}” for what “${other}” says`, async () => {
    const original = await documentOf(`${one}\n`, "en.md", "en");
    const said = compared(original, await documentOf(`${other}\n`, `${language}.md`, language));
    assert.not.match(said, "translation-number");
  });
}

for (const [one, other, said, language = "es"] of [
  ["15 May", "16 de mayo", "15 here, and this translation 16"],
  ["1,500 people", "15.000 personas", "1,500 here, and this translation 15.000"],
  ["on 15 May 2024", "el 16 de mayo de 2025", "15, 2024 here, and this translation 16, 2025"],
  ["Article 15", "المادة ١٤", "15 here, and this translation ١٤", "ar"],
  ["on 14 May", "5月15日", "14 here, and this translation 15", "ja"],
] as const) {
  test(`should ask whether “${one}” is “${other}”`, async () => {
    const original = await documentOf(`${one}\n`, "en.md", "en");
    const translation = await documentOf(`${other}\n`, `${language}.md`, language);
    assert.match(compared(original, translation), `translation-number The original has ${said}`);
  });
}

test("should compare no numbers of sections that have other blocks", async () => {
  const original = await documentOf("15 May\n\n- 20 people\n", "en.md", "en");
  const translation = await documentOf("16 de mayo\n\n20 personas\n", "es.md", "es");
  assert.not.match(compared(original, translation), "translation-number");
});

test("should compare a long text in little time and memory", async () => {
  const long = (count: number) =>
    Array.from({ length: count }, (_, index) => `## H ${index}\n\nText.\n`).join("\n");
  const original = await documentOf(long(3000), "en.md", "en");
  const translation = await documentOf(
    long(3000).replace("## H 1500\n\nText.\n", ""),
    "es.md",
    "es",
  );
  assert.is(compared(original, translation).split("\n\n").length, 1);
});

test.run();

function read(path: string, language: string): Promise<Document> {
  return documentOf(fixture(path), `${language}.md`, language);
}

async function documentOf(text: string, path: string, language: string): Promise<Document> {
  const bodyOffset = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
  const manuscript = manuscriptOf(text, { language, title: "Alpha" }, bodyOffset);
  manuscript.file.path = path;
  return readDocument(manuscript, images);
}

/** Complaints of a comparison, as they are reported, each with what to do. */
function compared(original: Document, translation: Document): string {
  const { file } = translation.manuscript;
  const before = file.messages.length;
  compareTranslation(original, translation);
  return file.messages
    .slice(before)
    .map(
      ({ line, column, ruleId, reason, note }) =>
        `${file.path}:${line}:${column} ${ruleId} ${reason}\n  ${note}\n`,
    )
    .join("");
}
