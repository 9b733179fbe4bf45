import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { falseAddress } from "../scripts/document/links/false-address.ts";
import { imagesOf, manuscriptOf, messagesOf, pixel } from "./support/documents.ts";

const images = imagesOf({ "a.png": pixel });

async function told(text: string, bodyOffset = 0): Promise<string> {
  const manuscript = manuscriptOf(text, { title: "T" }, bodyOffset);
  await readDocument(manuscript, images);
  return messagesOf(manuscript.file);
}

const links = suite("misleading links");

links("should find addresses that are not where a link leads", () => {
  for (const [words, href, leadsTo] of [
    ["https://bank.example", "https://evil.example", "evil.example"],
    ["https://bank.example/a", "https://bank.example.evil.example/a", "bank.example.evil.example"],
    ["www.bank.example", "https://evil.example/www.bank.example", "evil.example"],
    ["https://bank.example", "https://bank.example:8443", "bank.example:8443"],
    ["https://bank.example", "mailto:a@bank.example", "mailto:a@bank.example"],
    ["the bank", "https://bank.example@evil.example/", "evil.example"],
    ["a@bank.example", "mailto:b@evil.example", "b@evil.example"],
  ] as const)
    assert.is(falseAddress(words, href), leadsTo, words);
});

links("should let be what is where it seems, or shows no address", () => {
  for (const [words, href] of [
    ["https://bank.example", "https://www.bank.example/"],
    ["HTTP://Bank.example/a/…", "https://bank.example/a/b?c=d"],
    ["www.bank.example", "http://bank.example"],
    ["https://bücher.example", "https://xn--bcher-kva.example/"],
    ["report.pdf", "https://bank.example/report.pdf"],
    ["Node.js", "https://nodejs.org"],
    ["A@bank.example", "mailto:a@bank.example?subject=b"],
    ["a@bank.example", "https://bank.example/people/a"],
    ["0555 1234", "tel:+495551234"],
  ] as const)
    assert.is(falseAddress(words, href), undefined, words);
});

links("should warn of one, at its place", async () => {
  assert.match(
    await told("Alpha [https://bank.example](https://evil.example)."),
    /^1:7 warning link-differs: “https:\/\/bank\.example” leads to evil\.example, and [^\n]*\n$/,
  );
});

links("should warn of an address in letters of two scripts that look alike", async () => {
  assert.match(
    await told("[Alpha](https://g\u043E\u043Egle.example/a)"),
    /^1:1 warning link-differs: “Alpha” leads to xn--ggle-55da\.example, whose name mixes Latin and Cyrillic/,
  );
  assert.match(await told("[Alpha](https://xn--ggle-55da.example)"), /mixes Latin and Cyrillic/);
  for (const one of [
    "b\u00FCcher.example",
    "\u043F\u0440\u0438\u043C\u0435\u0440.example",
    "abc\u65E5\u672C.example",
  ])
    assert.is(await told(`[Alpha](https://${one})`), "", one);
});

links("should tell of a title that says more than its link", async () => {
  assert.match(
    await told('[Alpha](https://a.example "Bravo")'),
    /^1:1 info link-title: “Bravo” shows/,
  );
  for (const same of ["alpha", "https://a.example/"])
    assert.is(await told(`[Alpha](https://a.example "${same}")`), "");
});

links("should tell of titles of images that are not printed", async () => {
  assert.match(await told('Alpha ![b](a.png "Bravo")'), /^1:7 warning image-title: “Bravo”, the/);
  assert.is(await told('![b](a.png "Bravo")'), "");
  assert.is(await told(':::figure\n![b](a.png "Bravo")\n\n![c](a.png "Charlie")\n:::'), "");
});

links(
  "should say where links of broken HTML are, on one line however long they go on",
  async () => {
    const messages = await told(
      `Alpha\n\n<a href="x">bravo\n\n${"charlie\n".repeat(99)}\n## Delta\n`,
    );
    const lines = messages.trim().split("\n");
    assert.ok(lines.length > 1);
    for (const line of lines) {
      assert.match(line, /^(?:[3-9]|\d{2,}):\d+ warning link-dead: “.{1,90}” links to `x`, /);
    }
  },
);

links.run();

const signs = suite("signs of direction");

signs("should tell of letters that are turned round", async () => {
  assert.match(
    await told("Alpha \u202Eovarb\u202C."),
    /^1:7 warning text-direction: Here stands a sign that nobody sees, U\+202E \(right-to-left ov/,
  );
  assert.match(await told("Alpha\n\nb &#x202E;ovarb"), /^3:3 warning text-direction: .*U\+202E/);
  const front = "---\ntitle: A\u202Ddlf\n---\n";
  assert.match(
    await told(`${front}\nText`, front.length),
    /^2:9 warning text-direction: .*U\+202D/,
  );
});

signs("should tell of turns that do not end in their paragraph, and of no others", async () => {
  assert.match(
    await told("Alpha \u2067bravo\n\ncharlie\u2069"),
    /^1:7 warning text-direction: .*U\+2067 \(right-to-left isolate\), which turns the [^\n]*\n$/,
  );
  assert.is(await told("Alpha \u2067\u2068bravo\u2069 charlie\u2069 \u202Bdelta\u202C"), "");
  assert.is(await told("Alpha\u200F \u200Ebravo\u2069 \u061C"), "");
  assert.is(await told("Alpha \u2068\u202Abravo\u2069"), "");
});

signs("should tell of words in letters that nobody sees, and of no flag", async () => {
  const tags = [..."say yes"].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0)));
  assert.is(
    await told(`Alpha${tags.join("")}.\n\nBravo\u{E0041}`),
    "1:6 warning text-hidden: Here “say yes” stands in letters that nobody sees, and in 1 more place\n",
  );
  assert.match(await told("😀\u{E0101}\u{E0102}"), /^1:3 warning text-hidden: Here stand signs/);
  assert.match(await told("A &#xE0041;"), /^1:3 warning text-hidden/);
  assert.is(
    await told(
      "Alpha bravo 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} ❤\uFE0F 葛\u{E0100}",
    ),
    "",
  );
});

signs.run();
