import { PDFDocument } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { setType } from "../scripts/fonts/fonts.ts";
import { openPress } from "../scripts/press/press.ts";
import { filler, job, layOut, press } from "./support/pages.ts";

const test = suite("press: pages");
test.after(() => press.close());

test("should never leave a heading at the foot of a page", async () => {
  for (let lead = 20; lead < 60; lead += 4) {
    const body = `<p>${filler(lead)}</p><h1>One</h1><h2>Two</h2><p>${filler(60, 100)}</p>`;
    const { pages, faults } = await layOut({ body });
    assert.equal(faults, []);
    for (const { text } of pages) assert.not.match(text, /(One|Two)$/);
  }
});

test("should keep two lines of a paragraph together on either side of a page", async () => {
  // A line holds at most seven of these words.
  for (let lead = 30; lead < 60; lead += 3) {
    const { pages } = await layOut({ body: `<p>${filler(lead)}</p><p>${filler(40, 100)}</p>` });
    for (const { text } of pages) {
      for (const piece of text.split("\n"))
        assert.ok(piece.split(" ").length > 7, `alone: ${piece}`);
    }
  }
});

test("should not break a hyphenated word over a page", async () => {
  const words = Array.from({ length: 120 }, (_, n) => `long${n}-hyphened${n}`).join(" ");
  const { pages, faults } = await layOut({ body: `<p>${words}</p>` });
  assert.equal(faults, []);
  assert.ok(pages.length > 2);
  for (const { text } of pages) assert.not.match(text, /-$/);
});

test("should begin a page where one is asked for", async () => {
  const body = `<p>alpha</p><div class="page-break"></div><p>bravo</p><section class="fresh"><h2>Charlie</h2><p>delta</p></section>`;
  const { pages } = await layOut({ body });
  assert.equal(
    pages.map(({ text }) => text),
    ["alpha", "bravo", "Charlie\ndelta"],
  );
});

test("should begin on a right-hand page where one is asked for, leaving a blank", async () => {
  const { pages, pdf } = await layOut({
    body: `<p>alpha</p><section class="recto"><p>bravo</p></section>`,
  });
  assert.equal(
    pages.map(({ text }) => text),
    ["alpha", "", "bravo"],
  );
  assert.is((await PDFDocument.load(pdf)).getPageCount(), 3);
});

test("should set a named page apart", async () => {
  const body = `<header data-page="title"><h1>Title</h1></header><p>alpha</p>`;
  const { pages } = await layOut({ body });
  assert.equal(
    pages.map(({ text }) => text),
    ["Title", "alpha"],
  );
});

test("should set an element without text like any other", async () => {
  const body = `<header data-page="title"></header><p>alpha</p><div class="page-break"></div><p>bravo</p>`;
  const { pages, faults } = await layOut({ body });
  assert.equal(faults, []);
  assert.equal(
    pages.map(({ text }) => text),
    ["", "alpha", "bravo"],
  );
});

test("should leave no last line alone when all around it asks to stay together", async () => {
  const css = "p.lead { break-after: avoid } blockquote { break-inside: avoid }";
  for (let lead = 100; lead < 150; lead += 3) {
    const body = `<p>${filler(lead, 500)}</p><section><h2>Head</h2><p class="lead">${filler(17, 100)}</p><blockquote><p>${filler(14, 200)}</p></blockquote></section>`;
    const { pages, faults } = await layOut({ body, css, paged: "@page { size: 80mm 160mm }" });
    assert.equal(faults, []);
    for (const { text } of pages) {
      for (const piece of text.split("\n"))
        assert.ok(piece === "Head" || piece.split(" ").length > 6, piece);
      assert.not.match(text, /Head$/);
    }
  }
});

test("should leave no line alone of the last of a list, which should stay with the one before", async () => {
  const css = "li:nth-last-child(2):not(:first-child) { break-after: avoid }";
  for (let lead = 4; lead < 60; lead += 4) {
    const items = [1, 2, 3].map((n) => `<li>${filler(13, n * 100)}</li>`);
    const body = `<p>${filler(lead, 700)}</p><ul>${items.join("")}</ul>`;
    const { pages } = await layOut({ body, css: `${css} li { margin-bottom: 8px }` });
    // A line holds five or six of these words.
    for (const piece of pages.flatMap(({ text }) => text.split("\n")))
      assert.ok(!/^w[123]\d\d( w\d+){0,4}$/.test(piece), `alone: ${piece}`);
  }
});

test("should leave no short first item of a list alone where a page ends", async () => {
  const css = "p:has(+ ul), h2, li:nth-last-child(2):not(:first-child) { break-after: avoid }";
  for (const count of [2, 3, 6])
    for (let lead = 20; lead < 60; lead += 3) {
      const items = Array.from({ length: count }, (_, n) => `<li>${filler(3, n * 100 + 100)}</li>`);
      for (const before of ["<p>alpha</p>", "<h2>Head</h2>", `<p>${filler(25, 800)}</p>`]) {
        const body = `<p>${filler(lead)}</p>${before}<ul>${items.join("")}</ul><p>omega</p>`;
        const { pages, faults } = await layOut({ body, css: `${css} li { margin-bottom: 8px }` });
        assert.equal(faults, []);
        for (const { text } of pages)
          assert.is(text.includes("w100"), text.includes("w200"), `alone behind ${lead} words`);
        // No more goes over than the list needs.
        assert.match(pages[0]?.text ?? "", before.includes("w824") ? /w81\d/ : /w20/);
      }
    }
});

test("should end a page behind words that lead to what does not fit, rather than with a hole", async () => {
  const css = `h2, p:has(+ :is(ul, blockquote)), li:nth-last-child(2):not(:first-child),
tr:first-child:not(:last-child) { break-after: avoid } td { width: 9em }
blockquote { break-inside: avoid } li { margin-bottom: 8px }`;
  const items = [100, 200, 300].map((from) => `<li>${filler(3, from)}</li>`);
  const list = `<ul>${items.join("")}</ul>`;
  const row = (from: number) => `<tr><td>${filler(8, from)}</td></tr>`;
  const quotation = `<blockquote><p>${filler(24, 200)}</p></blockquote>`;
  for (const [words, what, kept, gone] of [
    [28, `<p>${filler(16, 800)}</p>${quotation}`, /w815$/, "w200"],
    [28, `<p>alpha</p>${quotation}`, /alpha$/, "w200"],
    [32, `<table>${[200, 300, 400, 500].map(row).join("")}</table>`, /w207$/, "w300"],
    // Nor is a paragraph cut above a hole.
    [20, `<p>${filler(26, 800)}</p>${quotation}`, /w825$/, "w200"],
    [32, `<p>alpha:</p>${list}`, /alpha:\nw100 w101 w102$/, "w200 w201 w202"],
  ] as const) {
    const body = `<p>${filler(words)}</p><section><h2>Head</h2>${what}</section><p>omega</p>`;
    const { pages, faults } = await layOut({ body, css });
    assert.equal(faults, []);
    assert.match(pages[0]?.text ?? "", kept);
    assert.ok(pages[1]?.text.startsWith(gone), pages[1]?.text);
  }
});

test("should print as many pages as it made up, each of the size asked for", async () => {
  const { pages, pdf } = await layOut({ body: `<p>${filler(400)}</p>` });
  const printed = await PDFDocument.load(pdf);
  assert.is(printed.getPageCount(), pages.length);
  for (const page of printed.getPages())
    assert.ok(Math.abs(page.getWidth() - (80 / 25.4) * 72) < 1);
});

test("should give the same bytes alone, again and beside others", async () => {
  const jobs = [300, 200, 100].map((count) =>
    job({ body: `<p>${filler(count)}{1}</p>`, notes: [`<p>${filler(9, 900)}</p>`] }),
  );
  const together = await Promise.all(jobs.map((one) => press.print(one)));
  const other = openPress({ jobs: 1, env: process.env });
  const dateless = (pdf: Uint8Array) =>
    Buffer.from(pdf)
      .toString("latin1")
      .replaceAll(/D:\d{14}/g, "");
  for (const [index, one] of jobs.entries()) {
    const alone = await other.print(one);
    assert.is(dateless(alone.pdf), dateless((together[index] as { pdf: Uint8Array }).pdf));
  }
  await other.close();
});

test("should set a document in its own faces alone, whatever the tab set before", async () => {
  const inFace = async (face: "serif" | "sans") => {
    const text = "alpha bravo";
    const { pressRules } = await setType({
      text,
      language: "en",
      face,
      embed: "woff",
      press: true,
    });
    const css = 'html { font-family: "Handbill Serif"; }';
    return { ...job({ body: `<p>${text}</p>`, css }), faces: pressRules };
  };
  const [serif, sans] = [await inFace("serif"), await inFace("sans")];
  const fontsOf = ({ pdf }: { pdf: Uint8Array }) =>
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/BaseFont \/\S+/g) ?? [];
  const one = openPress({ jobs: 1, env: process.env });
  const before = fontsOf(await one.print(sans));
  assert.ok(fontsOf(await one.print(serif)).some((name) => /SourceSerif/.test(name)));
  assert.equal(fontsOf(await one.print(sans)), before);
  await one.close();
});

test("should print what comes after the last document it was told of", async () => {
  const other = openPress({ jobs: 2, env: process.env });
  await other.warm(1);
  await other.warm(2);
  for (const body of ["<p>alpha</p>", "<p>bravo</p>", "<p>charlie</p>"])
    assert.equal((await other.print(job({ body }))).faults, []);
  await other.close();
});

test("should print on when a document before could not be", async () => {
  const tall = job({ body: "<p>x</p>", css: "body { display: none }" });
  const printed = await press.print(tall).catch((error: Error) => error);
  assert.ok(printed instanceof Error || printed.faults.length > 0);
  assert.equal((await layOut({ body: "<p>alpha</p>" })).faults, []);
});

test("should fill a page that begins with a space above", async () => {
  const short = "<p class='fresh'>alpha</p>".repeat(20);
  const lines = Array.from({ length: 30 }, (_, n) => `<p>bravo charlie delta echo ${100 + n}</p>`);
  const { pages } = await layOut({
    body: `${short}<h2 class="fresh">Foxtrot</h2>${lines.join("")}`,
    css: "h2 { margin-top: 40px; } p { font-size: 9px; margin: 0; white-space: nowrap; }",
  });
  // 242 px, less 40 above, 20 of the heading and 20 below it, in lines of 20.
  assert.is(pages[20]?.text.split("\n").length, 1 + 8);
});

test("should give what begins a page by chance no space above", async () => {
  const body = Array.from({ length: 20 }, (_, n) => `<p>alpha ${n}</p>`).join("");
  const { pages } = await layOut({ body, css: "p { margin: 30px 0 0; }" });
  // 242 px, in lines of 20 with 30 between them; with 30 above there would be room for four.
  assert.equal(
    pages.map(({ text }) => text.split("\n").length),
    [5, 5, 5, 5],
  );
});

test("should not take what a page took last for the last of a list, which stays together", async () => {
  // After pages of few words a page takes little text at a time, and is full after the 13th of these items.
  const short = Array.from({ length: 240 }, () => "<li>a</li>");
  const long = Array.from(
    { length: 60 },
    (_, n) => `<li>alpha bravo charlie delta ${100 + n}</li>`,
  );
  const css = `ul { list-style: none; margin: 0; padding: 0; white-space: nowrap; }
li:nth-last-child(2):not(:first-child) { break-after: avoid; }`;
  const { pages } = await layOut({ body: `<ul>${[...short, ...long].join("")}</ul>`, css });
  const lines = pages.map(({ text }) => text.split("\n").length);
  assert.equal(lines, Array(25).fill(12));
});

test("should say the number of an item once that goes on over pages", async () => {
  const { logical, pages } = await layOut({ body: `<ol><li>${filler(200)}</li></ol>` });
  assert.ok(pages.length > 1);
  const kids: unknown[] = [logical?.root];
  for (const kid of kids) kids.push(...((kid as { kids?: unknown[] }).kids ?? []));
  const numbers = kids.filter((kid) => !("tag" in Object(kid)) && !("text" in Object(kid)));
  assert.is(numbers.length, 1);
});

test("should say where pictures stand, those too that say nothing or are repeated", async () => {
  const square = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";
  const picture = `<img src="${square}" alt="" width="12" height="12">`;
  const rows = "<tr><td>alpha</td></tr>".repeat(20);
  const body = `<table><thead><tr><th>${picture}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const { logical, pages } = await layOut({ body });
  assert.ok(pages.length > 1);
  assert.equal(
    logical?.pictures.map(({ page, width, height }) => [page, width, height]),
    pages.map((_, page) => [page, 12, 12]),
  );
});

test.run();
