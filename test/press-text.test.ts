import { decodePDFRawStream, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { setType } from "../scripts/fonts/fonts.ts";
import { formats } from "../scripts/tables/formats.ts";
import { closeBoxes, setText } from "./support/boxes.ts";
import { filler, job, layOut, press } from "./support/pages.ts";

const test = suite("press: text");
test.after(async () => {
  await closeBoxes();
  await press.close();
});

// Every one of these was seen to lose, double or clip words with stock Paged.js 0.4.3.
const whole: Record<string, string> = {
  "code that is broken where its line is full": `<pre style="word-spacing: 12px; white-space: pre-wrap; padding-left: 105px"><code>${"aaaa &NoBreak; ".repeat(150)}</code></pre>`,
  "paragraphs over pages": `<p>${filler(300)}</p><p>${filler(200, 301)}</p>`,
  "nested sections": `<section><h2>Alpha</h2><p>${filler(80)}</p><section><h3>Bravo</h3><p>${filler(90, 100)}</p></section></section><section><h2>Charlie</h2><p>${filler(60, 300)}</p></section>`,
  "emphasis, code and links inside a long paragraph": `<p>${Array.from({ length: 60 }, (_, n) => `x${n} <em>y${n} z${n}</em> <code>c${n}</code> <a href="https://example.org/${n}">l${n} <strong>s${n}</strong></a>, `).join("")}</p>`,
  "verse of short equal pieces": `<p>${Array.from({ length: 70 }, (_, n) => `${["ah", "oh", "ah ha"][n % 3]}, <br>`).join("")}</p>`,
  "a list of lists": `<ul>${Array.from({ length: 9 }, (_, n) => `<li>${filler(12, n * 100)}<ul><li>${filler(9, n * 100 + 20)}</li><li>${filler(9, n * 100 + 40)}</li></ul></li>`).join("")}</ul>`,
  "a list with paragraphs": `<ol>${Array.from({ length: 6 }, (_, n) => `<li><p>${filler(30, n * 100)}</p><p>${filler(20, n * 100 + 50)}</p></li>`).join("")}</ol>`,
  "a quotation over pages": `<blockquote><p>${filler(150)}</p><p>${filler(90, 200)}</p></blockquote>`,
  "a definition list": `<dl>${Array.from({ length: 12 }, (_, n) => `<dt>t${n}</dt><dd>${filler(15, n * 50)}</dd>`).join("")}</dl>`,
  "code over pages": `<pre><code>${Array.from({ length: 40 }, (_, n) => `  line ${n}\n    deeper ${n}`).join("\n")}</code></pre>`,
  "a table over pages": `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>${Array.from({ length: 25 }, (_, n) => `<tr><td>a${n}</td><td>${filler(6, n * 10)}</td></tr>`).join("")}</tbody></table>`,
  "a table row higher than a page": `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>short</td><td>row</td></tr><tr><td>${filler(150)}</td><td>${filler(90, 500)}</td></tr><tr><td>last</td><td>row</td></tr></tbody></table><p>after</p>`,
  "a table whose head is higher than a page": `<table><thead><tr><th>${filler(160)}</th><th>b</th></tr></thead><tbody><tr><td>${filler(20, 300)}</td><td>c</td></tr></tbody></table>`,
  "a row with a list in one cell and a text in the other": `<p>${filler(50)}</p><table><tbody><tr><td><ul>${Array.from({ length: 9 }, (_, n) => `<li>${filler(9, 100 + n * 20)}</li>`).join("")}</ul></td><td>${filler(40, 500)}</td></tr></tbody></table>`,
  "a table wider than a page": `<table data-wide><tbody><tr>${Array.from({ length: 6 }, (_, n) => `<td>internationalisation${n}</td>`).join("")}</tr></tbody></table><p>${filler(90)}</p>`,
  "a table with a merged cell": `<table><tbody>${Array.from({ length: 20 }, (_, n) => (n % 3 ? `<tr><td>a${n}</td><td>b${n}</td></tr>` : `<tr><td colspan="2">wide ${n}</td></tr>`)).join("")}</tbody></table>`,
  "a kept group longer than a page": `<p>${filler(20)}</p><div class="keep"><p>${filler(100, 100)}</p><p>${filler(100, 300)}</p></div><p>after</p>`,
  "text right to left": `<p>${filler(200)}</p>`,
  "emoji and letters outside the basic plane": `<p>${Array.from({ length: 200 }, (_, n) => `𝔸𝔹${n}`).join(" ")}</p>`,
  "a word longer than a page": `<p style="overflow-wrap:anywhere">before ${"abcdefghij".repeat(60)} after</p>`,
};

for (const [name, body] of Object.entries(whole)) {
  test(`should keep every word of ${name}`, async () => {
    const printed = await layOut({
      css: `td { hyphens: none } table[data-tight~="hyphens"] td { hyphens: manual }
table[data-tight~="anywhere"] td { overflow-wrap: anywhere }`,
      body,
      direction: name.includes("right to left") ? "rtl" : "ltr",
    });
    assert.equal(
      printed.faults.filter(({ rule }) => rule !== "table-cramped"),
      [],
    );
    assert.ok(printed.pages.length > 1, "more than a page");
  });
}

test("should tell the text of a page a line a paragraph", async () => {
  const { pages } = await layOut({ body: "<p>alpha <em>bravo</em> charlie</p><p>delta</p>" });
  assert.equal(
    pages.map(({ text }) => text),
    ["alpha bravo charlie\ndelta"],
  );
});

test("should say where a word cannot be seen", async () => {
  const body = `<p>alpha</p><p class="gone">bravo charlie</p><p>delta</p>`;
  const { faults } = await layOut({ body, css: ".gone { display: none }" });
  assert.is(faults.length, 1);
  assert.is(faults[0]?.rule, "layout-lost");
  assert.is(faults[0]?.place, "2:1");
  assert.is(faults[0]?.reason, "the text that begins with “bravo” is on no page");
});

test("should say where a word of a note or of a poster cannot be seen", async () => {
  const css = ".gone { display: none }";
  const note = '<p class="gone">bravo charlie</p>';
  const pages = await layOut({ body: "<p>alpha{1}</p>", notes: [note], css });
  const sheet = { ...job({ body: `<p>alpha</p>${note}`, css }), format: formats.poster };
  for (const [{ faults }, place] of [
    [pages, "n1:1"],
    [await press.print(sheet), "2:1"],
  ] as const)
    assert.equal(
      faults.map((fault) => [fault.rule, fault.place]),
      [["layout-lost", place]],
    );
});

test("should set a poster no larger than its longest word allows", async () => {
  const css = "html { font-size: var(--poster--size); } body { height: 80mm; } p { margin: 0; }";
  const text = { body: "<p>abcdefghijabcdefghij</p>", css };
  const { faults } = await press.print({ ...job(text), format: formats.poster });
  assert.equal(faults, []);
});

test("should say which sheet would hold a text that is too long for a poster", async () => {
  const text = { body: `<p>${filler(900)}</p>`, css: "body { height: 80mm }" };
  const long = { ...job(text), format: formats.poster };
  const { faults, pdf } = await press.print(long);
  assert.is(pdf.length, 0);
  assert.is(faults.length, 1);
  assert.is(faults[0]?.rule, "poster-too-long");
  assert.match(faults[0]?.reason ?? "", /; a sheet of \d+ × \d+ mm would hold it$/);
});

test("should set paragraphs of a poster close before its text is refused, and only then", async () => {
  const rules = async (count: number, close: string) => {
    const css = `html { font-size: var(--poster--size); } body { height: 80mm; }
      p { line-height: 1; margin: 0 0 1em; } [data-close] p { ${close} }`;
    const text = job({ body: "<p>alpha</p>".repeat(count), css });
    return (await press.print({ ...text, format: formats.poster })).faults.map(({ rule }) => rule);
  };
  // Lines of 8 pt, of which 28 fit without space between, and 14 with it.
  assert.equal(await rules(20, ""), ["poster-too-long"]);
  assert.equal(await rules(20, "margin: 0"), []);
  assert.equal(await rules(35, "margin: 0"), ["poster-too-long"]);
  assert.equal(await rules(10, "display: none"), []);
});

test("should say where a word runs off the page", async () => {
  const body = `<p>alpha</p><p>bravo ${"abcdefghij".repeat(60)}</p>`;
  const { faults } = await layOut({ body, css: "p { overflow-wrap: normal }" });
  assert.is(faults.length, 1);
  assert.is(faults[0]?.place, "2:1");
});

test("should say where a word stands beside its page, above or below", async () => {
  const body = '<p>alpha</p><p class="gone">bravo</p>';
  for (const place of ["left: -2mm", "left: -70mm", "left: 70mm", "top: -70mm", "top: 70mm"]) {
    const css = `.gone { position: relative; ${place} }`;
    const note = '<p class="gone">charlie</p>';
    const { faults } = await layOut({ body: `${body}<p>delta{1}</p>`, notes: [note], css });
    assert.equal(
      faults.map((fault) => [fault.rule, fault.place]),
      [
        ["layout-lost", "2:1"],
        ["layout-lost", "n1:1"],
      ],
      place,
    );
  }
});

test("should keep soft hyphens only where a line ends in one", async () => {
  const words = Array.from(
    { length: 60 },
    (_, n) => `${"a".repeat(n % 9)} interna\u00ADtional recog\u00ADni\u00ADtion af\u00ADfirms `,
  ).join("");
  const type = await setType({ text: words, language: "en", face: "serif", embed: "truetype" });
  const css = `${type.css} html { font-family: "Handbill Serif" }`;
  const { faults, pages, pdf } = await layOut({ body: `<p>${words}</p>`, css });
  assert.equal(faults, []);
  assert.not.match(pages.map(({ text }) => text).join(""), /\u00AD/);
  // Chromium writes what a soft hyphen stands for beside each that it draws.
  const soft = await softHyphensIn(pdf);
  assert.ok(soft > 0 && soft < 60, `${soft} of 240`);
});

test("should cut words of a table only where hyphens are not enough", async () => {
  const css = `td { hyphens: none } table[data-tight~="hyphens"] td { hyphens: manual }
table[data-tight~="anywhere"] td { overflow-wrap: anywhere } table { width: 100% }`;
  const row = (word: string) => `<table><tr>${`<td>${word}</td>`.repeat(4)}</tr></table>`;
  const fits = await layOut({ css, body: row("hy\u00ADphen") });
  const divided = await layOut({ css, body: row("inter\u00ADnatio\u00ADnali\u00ADsation") });
  const cut = await layOut({ css, body: row("internationalisation") });
  for (const { faults } of [fits, divided]) assert.equal(faults, []);
  assert.equal(
    cut.faults.map(({ rule }) => rule),
    ["table-cramped"],
  );
});

test("should divide no word over a page", async () => {
  const { pages } = await layOut({
    body: `<p>${"interna\u00ADtionali\u00ADsation ".repeat(120)}</p>`,
  });
  assert.ok(pages.length > 1);
  for (const { text } of pages) assert.match(text.trim(), /internationalisation$/);
});

test("should see no-break spaces between words kept whole at a page's end", async () => {
  const words = Array.from({ length: 80 }, (_, n) => `al\u00ADpha\u00ADbra\u00ADvo${n}`);
  const body = `<p>${words.join("\u00A0")}</p>`;
  for (let lines = 0; lines < 4; lines++) {
    const { faults } = await layOut({ body: `<p>${filler(lines * 8)}</p>${body}` });
    assert.equal(faults, []);
  }
});

test("should set the rest of a line of code further in than new lines, also after a page's end", async () => {
  const line = `wide ${"more ".repeat(40)}`;
  const code = `alfa\n\tbravo\n12\tcharlie\n${`${line}\n`.repeat(12)}delta`;
  for (const format of ["booklet", "leaflet", "poster"] as const) {
    const set = await setText(`Lead.\n\n\`\`\`\n${code}\n\`\`\`\n`, {}, format);
    const [bravo, charlie] = [await set.words("bravo"), await set.words("charlie")];
    assert.is(bravo.left, charlie.left, "columns stay columns");
    const size = Number.parseFloat(await set.style("pre", "font-size"));
    const [begins, rests] = [await set.each("wide"), await set.each("more")];
    const pages = new Set(begins.map(({ page }) => page));
    assert.ok(format === "poster" || pages.size > 1, format);
    for (const page of pages) {
      const first = (boxes: typeof begins) =>
        Math.min(...boxes.filter((box) => box.page === page).map(({ left }) => left));
      const by = first(rests) - first(begins);
      assert.ok(by > size * 0.8 && by < size * 1.6, `${format} ${page}: ${by} at ${size}`);
    }
  }
});

test("should end lines of headings at spaces, and at a hyphen where no line holds the word", async () => {
  const long = `pan-${"African-".repeat(12)}solidarity`;
  for (const format of ["booklet", "leaflet", "poster"] as const)
    for (const words of [2, 3, 4, 5]) {
      const heading = `${"alfa ".repeat(words)}nag-aalaga bravo self-help, ${long}`;
      const set = await setText(`# ${heading}\n\n## ${heading}\n\nText.\n`, {}, format);
      for (const text of ["nag-aalaga", "self-help,"])
        assert.equal(
          (await set.each(text)).map(({ lines }) => lines),
          [1, 1],
          text,
        );
      if (format !== "leaflet") continue;
      for (const { lines, left, right } of await set.each(long)) {
        assert.ok(lines > 1);
        assert.ok(right - left < 350, `${left} to ${right}`);
      }
    }
});

test("should keep a bold line with the paragraph under it", async () => {
  for (const language of ["en", "he"])
    for (let lines = 30; lines < 40; lines++) {
      const markdown = `# Alpha\n\n${"bravo\\\n".repeat(lines)}bravo\n\n**charlie?**\n\ndelta\\\ndelta\n`;
      const set = await setText(markdown, { language, status: "final" });
      const pages = (await set.boxes("p")).filter(({ text }) => /charlie|delta/.test(text));
      assert.is(new Set(pages.map(({ page }) => page)).size, 1, `${language}, ${lines} lines`);
    }
});

test("should leave no word alone on the last line of a paragraph or an item", async () => {
  const texts = Array.from({ length: 40 }, (_, index) => `${filler(20 + index)} alpha bravo`);
  const items = texts.map((text) => `- ${text}`).join("\n");
  const markdown = `# Title\n\n${texts.join("\n\n")}\n\n${items}\n`;
  for (const format of ["booklet", "large-print", "poster"] as const) {
    const set = await setText(markdown, { status: "final" }, format);
    const [alphas, bravos] = [await set.each("alpha"), await set.each("bravo")];
    assert.is(bravos.length, 80);
    const alone = bravos.filter((bravo, index) => bravo.top !== alphas[index]?.top);
    assert.equal(
      alone.map(({ text }) => text),
      [],
      format,
    );
  }
});

test("should leave no line empty over a long word of code that goes on over a page", async () => {
  for (const format of ["booklet", "large-print"] as const) {
    const { boxes } = await setText(`# One\n\n\`\`\`\n${"a".repeat(6000)}\n\`\`\`\n`, {}, format);
    const rests = await boxes("pre[data-mid-line]");
    const lines = await boxes("pre[data-mid-line] code");
    assert.ok(rests.length > 1, format);
    for (const [index, { top, page }] of rests.entries())
      assert.ok((lines[index]?.top ?? Number.NaN) - top < 10, `${format}, page ${page}`);
  }
});

test("should let a short address of mail go to the next line whole, and part a long one", async () => {
  const lines = async (address: string, format: "handout" | "quarter-sheet" | "poster") => {
    const paragraphs = Array.from(
      { length: 16 },
      (_, at) => `${"a".repeat(at + 1)} ${filler(14)} ${address} b c.`,
    );
    const set = await setText(`# A\n\n${paragraphs.join("\n\n")}\n`, { status: "final" }, format);
    return Math.max(...(await set.boxes("p a")).map((box) => box.lines));
  };
  for (const format of ["handout", "quarter-sheet", "poster"] as const) {
    assert.is(await lines("joe@mill-street.example", format), 1, format);
    assert.is(await lines(`joe.bloggs.of.the.mill@${"mill".repeat(4)}.example`, format), 2, format);
  }
});

test.run();

/** How many characters of a PDF say that they stand for a soft hyphen. */
async function softHyphensIn(pdf: Uint8Array): Promise<number> {
  const { context } = await PDFDocument.load(pdf);
  const texts = context
    .enumerateIndirectObjects()
    .filter((entry) => entry[1] instanceof PDFRawStream)
    .map(([, stream]) => decodePDFRawStream(stream as PDFRawStream).decode())
    .map((bytes) => Buffer.from(bytes).toString("latin1"));
  return texts.join("").match(/<feff00ad>/gi)?.length ?? 0;
}
