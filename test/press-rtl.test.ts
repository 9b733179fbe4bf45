import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Box, closeBoxes, setText } from "./support/boxes.ts";
import { filler, layOut, press } from "./support/pages.ts";

const test = suite("press: right to left");
test.after(async () => {
  await Promise.all([press.close(), closeBoxes()]);
});

const width = (148 / 25.4) * 96;
const hebrew = "כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם";
const long = (count: number) => Array.from({ length: count }, () => hebrew).join(" ");
const he = { language: "he", title: "אלפא", status: "final" } as const;

/** Space between a box and the edge of its page at either side. */
const room = ({ left, right }: Box) => ({ left, right: width - right });

test("should lose no word and turn no page round", async () => {
  const printed = await layOut({ body: `<p>${filler(400)}</p>`, direction: "rtl" });
  assert.equal(printed.faults, []);
  const words = printed.pages.map(({ text }) => text).join(" ");
  assert.equal(words.match(/w\d+/g), filler(400).match(/w\d+/g));
});

test("should begin with a left page, text from the next left one, folios outside", async () => {
  const set = await setText(`## בית\n\n${long(90)}`, he);
  const [first] = await set.boxes(".title-block");
  assert.is(first?.side, "left");
  const [text] = await set.boxes("main section");
  assert.is(text?.page, 3);
  assert.is(text?.side, "left");
  for (const side of ["left", "right"]) {
    const page = `.pagedjs_${side}_page:not(.pagedjs_named_page):not(.pagedjs_blank_page)`;
    const box = `${page} .pagedjs_margin-bottom-${side} .pagedjs_margin-content`;
    assert.match(await set.style(box, "content", "::after"), "counter(page)", side);
  }
});

test("should begin a text behind its title where it would need a sheet more for its last page", async () => {
  for (const [language, letters, side] of [
    ["en", filler(900), "left"],
    ["he", long(65), "right"],
  ] as const) {
    const matter = { language, title: "A", status: "final" } as const;
    const set = await setText(`## ${letters.slice(0, 9)}\n\n${letters}\n`, matter);
    const [section] = await set.boxes("main section");
    assert.is(section?.page, 2, language);
    assert.is(section?.side, side, language);
    assert.is((await set.boxes(".pagedjs_page")).length, 4, language);
  }
});

test("should set the folio of large print in bold, wherever it stands", async () => {
  for (const [language, folio, other] of [
    ["en", "right", "left"],
    ["he", "left", "right"],
  ] as const) {
    const matter = { language, title: "A", status: "draft" } as const;
    const set = await setText(`## ${language === "he" ? hebrew : "B"}\n`, matter, "large-print");
    const weight = (side: string) =>
      set.style(`.pagedjs_margin-bottom-${side} .pagedjs_margin-content`, "font-weight");
    assert.is(await weight(folio), "700", language);
    assert.is(await weight(other), "400", language);
  }
});

test("should hang list markers, and nested lists, at the right", async () => {
  const set = await setText("## בית\n\nגימל\n\n1. דלת\n2. הא\n   - וו", he);
  const [outer, inner] = [await set.words("דלת"), await set.words("וו")];
  const plain = await set.words("גימל");
  assert.ok(outer.right < plain.right - 10, "the marker has its place at the right");
  assert.ok(inner.right < outer.right - 10, "a nested list is further in");
  assert.is(await set.style("main ol", "padding-left"), "0px");
});

test("should run columns of tables from the right", async () => {
  const set = await setText("## בית\n\n| אלף | בית |\n| --- | --: |\n| גימל | 12 |", he);
  const [first, second] = await set.boxes("thead th");
  assert.ok((first as Box).left > (second as Box).left);
  const [cell] = await set.boxes("tbody td:last-child");
  const figure = await set.words("12");
  // Its end is the left edge.
  assert.ok(figure.left - (cell as Box).left < 1);
});

test("should set notes at the right of the foot, their marks whole", async () => {
  const set = await setText(`## בית\n\n${long(2)}[^1] ${long(1)}\n\n[^1]: ${long(3)}`, he);
  const [rule] = await set.boxes(".foot:has(.note)");
  const [mark] = await set.boxes(".foot .mark");
  const note = await set.words(hebrew);
  assert.is(rule?.page, 3);
  assert.ok(room(mark as Box).right < room(mark as Box).left);
  assert.ok(note.right <= width);
  assert.is(await set.style("main a.noteref", "unicode-bidi"), "isolate");
  assert.is(await set.style(".foot .mark", "unicode-bidi"), "isolate");
});

test("should set folios of the contents at the left", async () => {
  const text = ["א", "ב", "ג", "ד"].map((name) => `## ${name}\n\n${long(50)}`).join("\n\n");
  const set = await setText(text, he);
  const entries = await set.boxes(".contents .entry");
  const folios = await set.boxes(".contents .folio");
  assert.is(entries.length, 4);
  for (const [index, folio] of folios.entries()) {
    assert.match(folio.text, /^\d+$/);
    assert.ok(folio.right < (entries[index] as Box).left);
  }
});

test("should keep phrases, addresses, code and telephone numbers in their own order", async () => {
  const set = await setText(
    `## בית\n\n${hebrew} :lang[alpha bravo!]{en} וגם <https://example.org/a/> וגם \`charlie()\` וגם +1 (555) 010-2030 וגם −34`,
    he,
  );
  for (const [first, last] of [
    ["alpha", "!"],
    ["https", "a/"],
    ["charlie", "()"],
    ["+1", "2030"],
    ["−", "34"],
  ] as const) {
    const [start, end] = [await set.words(first), await set.words(last)];
    assert.ok(start.right <= end.right && start.left < end.right, `${first} … ${last}`);
    if (start.top === end.top) assert.ok(end.left >= start.left, `${first} … ${last}`);
  }
});

test("should set borrowed words from the left where the text's own would stand", async () => {
  const text = `## ئا\n\nئا[^1] [ب](https://example.org)\n\n[^1]: ب`;
  const matter = { ...he, language: "ckb", version: "2" };
  const set = await setText(text, matter, "poster");
  const [sheet] = (await set.boxes("main")) as [Box];
  for (const words of ["Version 2", "Notes", "Addresses of links"]) {
    const box = await set.words(words);
    assert.ok(sheet.right - box.right < box.left - sheet.left, words);
  }
});

test("should run margin words as the text runs", async () => {
  const set = await setText(`## בית\n\n${long(60)}`, { ...he, status: "draft", version: "2" });
  assert.is(await set.style(".pagedjs_margin-content", "direction"), "rtl");
  assert.is(await set.style(".pagedjs_pagebox", "direction"), "ltr");
});

test("should run columns of a poster from the right", async () => {
  const text = ["א", "ב", "ג", "ד"].map((name) => `## ${name}\n\n${long(30)}`).join("\n\n");
  const set = await setText(text, he, "poster");
  const sections = await set.boxes("main section h2");
  assert.ok((sections[0] as Box).right > (sections[3] as Box).right);
});

test.run();
