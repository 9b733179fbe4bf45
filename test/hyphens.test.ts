import type { Root } from "hast";
import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { composeEdition } from "../scripts/document/edition/edition.ts";
import { divider } from "../scripts/document/typography/divide.ts";
import { formats } from "../scripts/tables/formats.ts";
import { hyphenationLimits } from "../scripts/tables/hyphenation.ts";
import { languageRow, languages } from "../scripts/tables/languages.ts";
import { wordsOf } from "../scripts/words/words.ts";
import { imagesOf, manuscriptOf } from "./support/documents.ts";

const test = suite("hyphens");
const shown = (text: string) => text.replaceAll("\u00AD", "·");

test("should find the patterns of every language that has some", () => {
  const named = Object.values(languages).flatMap(({ hyphenation }) => hyphenation ?? []);
  assert.ok(named.length > 30);
  for (const patterns of named) assert.is(divider(patterns)("a"), "a");
});

test("should divide languages without words of ours, and English as its country does", () => {
  const patterns = (tag: string) => languageRow(tag).row.hyphenation;
  assert.is(patterns("en"), "en-us");
  assert.is(patterns("en-GB"), "en-gb");
  assert.is(patterns("et"), "et");
  assert.is(patterns("be"), "be");
  for (const tag of ["be-Latn", "vi", "gd", "und", "nope"])
    assert.is(patterns(tag), undefined, tag);
  for (const tag of ["af", "cy", "et", "is", "lv", "mk", "sl", "tk"])
    assert.is(divider(patterns(tag) ?? "")("a"), "a");
});

const words: Record<string, string[]> = {
  "en-us": ["dec·la·ra·tion", "inter·na·tional", "family", "neigh·bour·hood"],
  de: ["Men·schen·rechts·er·klä·rung", "Frei·heit", "Würde"],
  es: ["reco·no·ci·miento", "hogar"],
  fi: ["tun·nus·ta·mi·nen"],
  hu: ["sze·mé·lyi·sé·gé·nek"],
  ru: ["чело·ве·че·ской", "мир"],
};

for (const [patterns, divided] of Object.entries(words))
  test(`should divide words by the patterns of ${patterns}`, () => {
    const divide = divider(patterns);
    assert.equal(
      divided.map((word) => shown(divide(word.replaceAll("·", "")))),
      divided,
    );
  });

test("should leave no piece shorter than the language's limits", () => {
  for (const { hyphenation } of Object.values(languages)) {
    if (hyphenation === undefined) continue;
    const { after, before } = hyphenationLimits(hyphenation);
    assert.ok(before >= 2 && after >= 2, hyphenation);
  }
  const divide = divider("de");
  for (const word of ["Anerkennung", "Verantwortung", "Nichtanerkennung"]) {
    const pieces = divide(word).split("\u00AD");
    assert.ok((pieces[0] ?? "").length >= 3 && (pieces.at(-1) ?? "").length >= 3, shown(word));
  }
});

test("should divide no name, no capitals and no word with a mark before it", () => {
  assert.is(divider("en-us")("Massachusetts"), "Massachusetts");
  assert.is(divider("de")("BUNDESREPUBLIK"), "BUNDESREPUBLIK");
  // Decomposed: the patterns know the letter only as one, and no line may begin with an accent.
  assert.not.match(divider("es")("declaracio\u0301nes".normalize("NFD")), /\u00AD\p{M}/u);
});

test("should divide running text, notes and cells, and nothing else", async () => {
  const main = await composed("booklet", text);
  const divided = selectAll("*", main)
    .filter((node) =>
      node.children.some((child) => child.type === "text" && /\u00AD/.test(child.value)),
    )
    .map((node) => node.tagName);
  assert.equal([...new Set(divided)].sort(), ["em", "li", "p", "td", "th"]);
});

test("should leave the last word of a paragraph whole", async () => {
  const main = await composed("booklet", "# T\n\nOne declaration, and another declaration.\n");
  assert.is(
    shown(textOf(select("section p, main > p", main) as never)),
    "One dec·la·ra·tion, and another declaration.",
  );
});

test("should divide no word that goes over several elements, and none with a call of our own in it", async () => {
  const main = await composed(
    "booklet",
    "# T\n\nA decla*ration*, self-determination, example.organisation, end here.\n",
  );
  assert.not.match(textOf(main), /\u00AD/);
});

test("should divide a phrase of another language by its own patterns", async () => {
  const main = await composed(
    "booklet",
    "# T\n\nHe said :lang[Nichtanerkennung der Menschenrechtserklärung bleibt]{de} and went, :lang[tuyên ngôn quốctếcủanhân]{vi} too.\n",
  );
  const [de, vi] = selectAll("span[lang]", main).map((node) => shown(textOf(node)));
  assert.is(de, "Nicht·an·er·ken·nung der Men·schen·rechts·er·klä·rung bleibt");
  assert.not.match(vi ?? "", /·/);
});

test("should divide where the format says so, and lose no word in any", async () => {
  for (const [name, { hyphens }] of Object.entries(formats)) {
    const main = await composed(name as keyof typeof formats, text);
    const divided = (selector: string) =>
      selectAll(selector, main).some((node) => /\u00AD/.test(textOf(node)));
    assert.is(divided("p, li"), hyphens === "text", name);
    assert.is(divided("td"), hyphens !== "none", name);
    assert.equal(wordsOf(textOf(main)), wordsOf(textOf(main).replaceAll("\u00AD", "")), name);
  }
  assert.is(formats["large-print"].hyphens, "tables");
  assert.is(formats.web.hyphens, "none");
});

test.run();

const text = `# Declaration of neighbourhood organisations

The neighbourhood organisations *recommend cooperation wherever* it is possible.[^1] Write
\`neighbourhoodOrganisations()\` or to <https://neighbourhoodorganisations.example.org/declarations>.

## Considerations about responsibilities

- The responsibilities of organisations are theirs.

| Responsibility of whom |
| ---------------------- |
| organisations          |

> The responsibilities of organisations grow daily.
>
> — Representatives of organisations

[^1]: The recommendations of organisations are printed elsewhere.
`;

async function composed(format: keyof typeof formats, markdown: string) {
  const document = await readDocument(manuscriptOf(markdown), imagesOf());
  const page: Root = composeEdition(document, {
    format: formats[format],
    language: languageRow("en").row,
    styles: { paged: [], plain: [] },
  });
  const main = select("main", page);
  assert.ok(main);
  return main;
}
