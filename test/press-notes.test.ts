import { suite } from "uvu";
import * as assert from "uvu/assert";
import { shareOut } from "../scripts/press/page/foot/share-out.ts";
import type { Printed } from "../scripts/types.ts";
import { closeBoxes, setText } from "./support/boxes.ts";
import { filler, job, layOut, press } from "./support/pages.ts";
import { openSetter } from "./support/set-text.ts";

const test = suite("press: notes");
const setter = openSetter();
test.after(() => press.close());
test.after(() => setter.close());
test.after(() => closeBoxes());

/** Every word is there, and every note begins on the page of its first call. */
function isRight(printed: Printed, notes: number): void {
  assert.equal(printed.faults, []);
  const started: string[] = [];
  for (const page of printed.pages) {
    const first = page.calls
      .filter((id) => /^noteref-\d+$/.test(id))
      .map((id) => id.replace("noteref", "note"));
    assert.equal(page.notes, first, `notes of page ${page.number} are those called on it`);
    started.push(...page.notes);
  }
  assert.is(started.length, notes);
  assert.is(new Set(started).size, notes);
}

const note = (words: number, from: number) => `<p>${filler(words, from)}</p>`;
const many = (count: number, words: number) =>
  Array.from({ length: count }, (_, n) => note(words, 10_000 + n * 1000));
const some = (from: number, index: number, words: number) => filler(words, from + index * 20);
const listOf = (count: number, from: number) =>
  `<ul>${Array.from({ length: count }, (_, n) => `<li>${some(from, n, 9)}</li>`).join("")}</ul>`;
const tableOf = (rows: number, from: number) =>
  `<table><thead><tr><th>alpha</th><th>bravo</th></tr></thead><tbody>${Array.from(
    { length: rows },
    (_, n) => `<tr><td>${some(from, n, 3)}</td><td>${some(from, n, 7)}</td></tr>`,
  ).join("")}</tbody></table>`;

test("should let no note begin on a page without the picture it begins with", async () => {
  const picture = `<p><img alt="" width="40" height="60" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"></p>`;
  for (let lines = 1; lines < 9; lines++) {
    const body = `<p>${"alpha<br>".repeat(lines)}bravo{1} charlie{2} delta{3}</p>`;
    const notes = [note(3, 100), `${picture}<p>echo</p>`, note(3, 200)];
    isRight(await layOut({ body, notes }), 3);
  }
});

test("should begin no note with a part of a row that no page may cut", async () => {
  const row = `<table><tbody><tr><td data-place="1:1">golf<br>hotel<br>india<br>juliett</td></tr></tbody></table>`;
  for (let lines = 2; lines < 9; lines += 2) {
    const body = `<p>${"alpha<br>".repeat(lines)}bravo{1} charlie{2} delta{3} ${filler(30)}</p>`;
    const notes = [note(3, 100), `${row}<p>echo</p>`, note(30, 200)];
    const printed = await layOut({ body, notes });
    isRight(printed, 3);
    const [begun] = printed.pages.filter(({ foot }) => foot.includes("golf"));
    assert.match(begun?.foot ?? "", "juliett", `under ${lines} lines`);
  }
});

test("should set a note that begins with a table's head of half a page or more", async () => {
  for (const lines of [8, 14, 15, 30])
    for (const words of [0, 300]) {
      const head = `<thead><tr><th data-place="1:1">${"alpha<br>".repeat(lines)}</th></tr></thead>`;
      const table = `<table>${head}<tbody><tr><td data-place="2:1">bravo</td></tr></tbody></table>`;
      const body = `<p>charlie{1} delta{2} ${filler(words)}</p>`;
      isRight(await layOut({ body, notes: [table, "<p>echo</p>"] }), 2);
    }
});

test("should lose no note where trying how high a foot is lets a paragraph part from its list", async () => {
  const lines = (count: number, from: number) => filler(count, from).replaceAll(" ", "<br>");
  const picture = `<p><img alt="" width="40" height="120" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"></p>`;
  const item = `<p class="lead">${lines(3, 300)}{2}</p><ul><li>alpha</li><li>${lines(3, 400)}</li></ul>`;
  const body = `<p>bravo{1}</p><ol><li>${lines(3, 200)}</li><li>${item}</li><li>${lines(2, 450)}</li></ol><p>${lines(20, 500)}</p>`;
  const notes = [`<p>${lines(3, 900)}</p>${picture}<p>${lines(8, 950)}</p>`, "<p>echo</p>"];
  const css = `.lead { break-after: avoid; margin: 0; } li { margin: 0; } li:nth-last-child(2):not(:first-child) { break-after: avoid; }`;
  isRight(await layOut({ body, notes, css }), 2);
});

test("should not say that a note is parted which a note of an earlier page calls", async () => {
  const nested = '<p>charlie<a class="noteref" href="#note-2">2</a></p>';
  const body = `<p>alpha{1}</p><p class="fresh">bravo{2}</p>`;
  const { faults, pages } = await layOut({ body, notes: [nested, "<p>delta</p>"] });
  assert.equal(faults, []);
  assert.equal(
    pages.map(({ notes }) => notes),
    [["note-1", "note-2"], []],
  );
});

test("should let notes that a note calls follow it", async () => {
  const body = `<p>alpha{1} bravo{4}</p>`;
  const call = (n: number) => `<a class="noteref" href="#note-${n}">${n}</a>`;
  const notes = [`<p>charlie${call(2)}</p>`, `<p>delta${call(3)}${call(1)}</p>`, "<p>echo</p>"];
  const printed = await layOut({ body, notes: [...notes, `<p>foxtrot${call(2)}${call(4)}</p>`] });
  assert.equal(printed.faults, []);
  assert.equal(printed.pages[0]?.notes, ["note-1", "note-2", "note-3", "note-4"]);
});

const cases: Record<string, { body: string; notes: string[] }> = {
  "in paragraphs": {
    body: Array.from(
      { length: 12 },
      (_, n) => `<p>${filler(25, n * 100)}{${n + 1}} ${filler(20, n * 100 + 50)}</p>`,
    ).join(""),
    notes: many(12, 12),
  },
  "in list items, cells, headings, quotations and captions": {
    body: `<h2>Alpha{1}</h2><p>${filler(40)}</p><ul><li>${filler(9, 100)}{2}<ul><li>${filler(8, 150)}{3}</li></ul></li></ul><blockquote><p>${filler(30, 200)}{4}</p></blockquote><table><tbody><tr><td>a{5}</td><td>${filler(12, 300)}{6}</td></tr></tbody></table><figure><figcaption>${filler(8, 400)}{7}</figcaption></figure><p>${filler(60, 500)}</p>`,
    notes: many(7, 8),
  },
  "called at the very end of each line": {
    body: `<p>${Array.from({ length: 30 }, (_, n) => `${filler(6, n * 10)}{${n + 1}}`).join("<br>")}</p>`,
    notes: many(30, 5),
  },
  "as many as a page can call": {
    body: `<p>${Array.from({ length: 40 }, (_, n) => `w${n}{${n + 1}}`).join(" ")}</p><p>${filler(100, 500)}</p>`,
    notes: many(40, 3),
  },
  "of 900 words": {
    body: `<p>${filler(30)}{1} ${filler(60, 100)}</p><p>${filler(200, 300)}</p>`,
    notes: many(1, 900),
  },
  "of 2,500 words at the end of the text": {
    body: `<p>${filler(30)}</p><p>last{1}</p>`,
    notes: many(1, 2500),
  },
  "long and short together": {
    body: `<p>${filler(20)}{1} ${filler(15, 50)}{2} ${filler(15, 80)}{3} ${filler(80, 100)}</p>`,
    notes: [note(30, 10_000), note(300, 20_000), note(10, 30_000)],
  },
  "with paragraphs, lists and emphasis": {
    body: `<p>${filler(40)}{1} ${filler(40, 100)}{2}</p>`,
    notes: [
      `<p>${filler(20, 10_000)}</p><ul><li data-place="x:1">${filler(30, 11_000)}</li><li data-place="x:2"><em>${filler(30, 12_000)}</em></li></ul>`,
      `<p>${filler(90, 20_000)} <strong>${filler(9, 21_000)}</strong></p><p data-place="x:3">${filler(80, 22_000)}</p>`,
    ],
  },
  "of many pages, with lists, tables and quotations, beside others": {
    body: `<p>${filler(20)}{1} ${filler(5, 50)}{2} ${filler(5, 60)}{3}</p><p>${filler(120, 100)}</p>`,
    notes: [
      `<p>${filler(30, 10_000)}</p>${listOf(50, 20_000)}${tableOf(60, 30_000)}<p>${filler(30, 11_000)}</p>`,
      `${tableOf(40, 40_000)}<blockquote>${listOf(40, 50_000)}</blockquote>`,
      note(8, 60_000),
    ],
  },
  "two hundred": {
    body: Array.from(
      { length: 200 },
      (_, n) => `<p>${filler(12, n * 100)}{${n + 1}} ${filler(8, n * 100 + 50)}</p>`,
    ).join(""),
    notes: many(200, 7),
  },
  "referred to twice": {
    body: `<p>${filler(20)}{1} ${filler(200, 50)}{1} ${filler(20, 500)}{2}</p>`,
    notes: many(2, 10),
  },
  "before a forced page": {
    body: `<p>${filler(30)}{1}</p><p class="fresh">${filler(40, 100)}{2}</p>`,
    notes: [note(160, 10_000), note(8, 20_000)],
  },
  "of several paragraphs beside a short one": {
    body: `<p>${filler(20)}{1} ${filler(5, 50)}{2}</p><p>${filler(120, 100)}</p>`,
    notes: [
      `<p>${filler(60, 10_000)}</p><p data-place="x:1">${filler(90, 11_000)}</p>`,
      note(8, 20_000),
    ],
  },
  "right to left": {
    body: `<p>${filler(60)}{1} ${filler(60, 100)}{2}</p><p>${filler(90, 300)}{3}</p>`,
    notes: many(3, 12),
  },
};

for (const [name, { body, notes }] of Object.entries(cases)) {
  test(`should set notes ${name}`, async () => {
    const printed = await layOut({
      body,
      notes,
      direction: name === "right to left" ? "rtl" : "ltr",
    });
    isRight(printed, notes.length);
  });
}

test("should set a heading typed over the notes over the first, and say when it is lost", async () => {
  const typed = (css: string) => {
    const { html, ...rest } = job({ body: "<p>alpha{1}</p>", notes: ["<p>bravo</p>"], css });
    const heading = '<h2 data-place="9:1">Notes</h2>';
    return { ...rest, html: html.replace('<section class="notes">', `$&${heading}`) };
  };
  const { faults, pages } = await press.print(typed(""));
  assert.equal(faults, []);
  assert.equal(
    pages.map(({ foot }) => foot),
    ["Notes\nbravo"],
  );
  const lost = await press.print(typed("h2 { display: none }"));
  assert.equal(
    lost.faults.map(({ rule, place }) => [rule, place]),
    [["layout-lost", "9:1"]],
  );
});

test("should begin every note of a paragraph that no page may cut", async () => {
  const body = `<p>${filler(60)}</p><p>${filler(6, 100)}{1} ${filler(8, 200)}{2}</p><p>${filler(90, 300)}</p>`;
  isRight(await layOut({ body, notes: [note(700, 10_000), note(12, 20_000)] }), 2);
  isRight(await layOut({ body, notes: [note(12, 10_000), note(700, 20_000)] }), 2);
});

test("should begin every note called on one line", async () => {
  const body = `<p>${filler(60)}</p><p>one{1} two{2} three{3}</p><p>${filler(90, 300)}</p>`;
  isRight(
    await layOut({ body, notes: [note(400, 10_000), note(300, 20_000), note(8, 30_000)] }),
    3,
  );
});

test("should set long notes of a table row", async () => {
  const body = `<table><tbody><tr><td>${filler(6)}{1}</td><td>${filler(6, 50)}{2}</td></tr></tbody></table><p>${filler(30, 100)}</p>`;
  isRight(await layOut({ body, notes: [note(300, 10_000), note(300, 20_000)] }), 2);
});

test("should begin notes on the page of their call where many are called close together", async () => {
  for (const [apart, words] of [
    [2, 12],
    [3, 20],
    [4, 30],
    [6, 45],
  ] as const) {
    const calls = Array.from({ length: 30 }, (_, n) => `${filler(apart, n * 10)}{${n + 1}}`);
    const body = `<p>${calls.join(" ")} ${filler(40, 500)}</p>`;
    isRight(await layOut({ body, notes: many(30, words) }), 30);
  }
});

test("should let text give way before it cuts several notes of a foot", async () => {
  for (const [notes, apart, words] of [
    [20, 6, 20],
    [12, 9, 30],
  ] as const) {
    const calls = Array.from({ length: notes }, (_, n) => `${filler(apart, n * 20)}{${n + 1}}`);
    const body = `<p>${calls.join(" ")} ${filler(40, 500)}</p>`;
    const printed = await layOut({ body, notes: many(notes, words) });
    isRight(printed, notes);
    const parts = printed.pages.map(({ foot }) => new Set(foot.match(/\d{2}(?=\d{3})/g)).size);
    const cut = parts.reduce((sum, count) => sum + count, 0) - notes;
    assert.ok(cut <= printed.pages.length, `${cut} notes are cut on ${printed.pages.length} pages`);
  }
});

test("should say which notes had no room on the page of their call", async () => {
  const calls = Array.from({ length: 60 }, (_, n) => `{${n + 1}}`).join(" ");
  const body = `<table><tbody><tr><td>${calls}</td></tr></tbody></table><p>after</p>`;
  const { faults } = await layOut({ body, notes: many(60, 20) });
  assert.ok(faults.length > 0);
  assert.ok(faults.every(({ rule, place }) => rule === "note-parted" && place));
});

test("should leave no more than a few lines empty over notes", async () => {
  const body = Array.from({ length: 30 }, (_, n) => `<p>${filler(30, n * 100)}{${n + 1}}</p>`).join(
    "",
  );
  const printed = await layOut({ body, notes: many(30, 25) });
  isRight(printed, 30);
  // 30 paragraphs of 30 words and notes of 25 fill about 24 of these pages; a gap on each would make them more.
  assert.ok(printed.pages.length <= 30, `${printed.pages.length} pages`);
});

test("should fill a page over short notes though a long one is called below them", async () => {
  const block = '<div class="keep" style="height: 60px"><p>block</p></div>';
  const body = `<p>a{1}</p>${block}<p>b{2}</p><p>c{3}</p><p>d{4}</p><p>${filler(60, 300)}</p>`;
  const notes = [note(2, 100), note(2, 110), note(2, 120), note(300, 10_000)];
  const printed = await layOut({ body, notes, css: "p { margin: 0; }" });
  isRight(printed, 4);
  assert.ok((printed.pages[0]?.notes.length ?? 0) >= 3, `${printed.pages[0]?.notes}`);
});

test("should give the text what a cut note leaves of its foot", async () => {
  const picture = `<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" alt="" style="display: block; height: 150px; width: 90px">`;
  for (const lead of [3, 12, 30]) {
    const note = `<p>${filler(21, 800)}</p>${picture}<p>${filler(9, 900)}</p>`;
    const body = `<p>${filler(lead)}{1} ${filler(150, 100)}{2}</p>`;
    const { pages, faults } = await layOut({ body, notes: [note, "<p>alpha</p>"] });
    assert.equal(faults, []);
    // Twelve lines of five words, less the three or four of the note and the rule over it.
    const [first] = pages;
    assert.match(first?.foot ?? "", /^w800.* w820\s*$/);
    assert.ok((first?.text.match(/w\d/g)?.length ?? 0) > 30, first?.text);
    assert.equal(first?.calls, ["noteref-1"]);
  }
});

test("should give a page without text to its notes", async () => {
  const printed = await layOut({ body: "<p>a{1}</p>", notes: [note(400, 10_000)] });
  isRight(printed, 1);
  // 13 lines of 6 words are on such a page.
  assert.ok(printed.pages.length <= 7, `${printed.pages.length} pages`);
});

test("should keep no space under a note that a page ends, which others have no room for", async () => {
  const css = "figure { margin-bottom: 60px }";
  const notes = [1, 2, 3, 4, 5].map(
    (n) =>
      `<p>${filler(3, n * 1000)}</p><figure data-place="f${n}">${filler(9, n * 1000 + 100)}</figure>${note(60, n * 1000 + 200)}`,
  );
  const { faults } = await layOut({ body: "<p>alpha{1} {2} {3} {4} {5}</p>", notes, css });
  assert.equal(faults, []);
});

test("should cut a word longer than a line behind a wide mark within the measure", async () => {
  const calls = Array.from({ length: 100 }, (_, n) => `a[^${n + 1}]`).join(" ");
  const word = filler(20, 1000).replaceAll(" ", "");
  const notes = Array.from({ length: 100 }, (_, n) => `[^${n + 1}]: ${n === 99 ? word : "b"}\n\n`);
  const markdown = `# Alpha\n\n${calls}\n\n${notes.join("")}`;
  const { faults } = (await setter.set(markdown, { format: "large-print" })).printed;
  assert.equal(faults, []);
});

test("should cut a row or what is kept together in a note where it is higher than a page", async () => {
  const row = `<table><tbody><tr><td>${filler(150, 10_000)}</td><td>b</td></tr></tbody></table>`;
  const kept = `<div class="keep"><p>${filler(150, 10_000)}</p></div>`;
  const list = `<ul><li class="keep">${filler(150, 10_000)}</li></ul>`;
  for (const high of [row, kept, list]) {
    const notes = [`<p>note</p>${high}`, note(3, 20_000)];
    const printed = await layOut({ body: `<p>a{1} b{2}</p><p>${filler(60)}</p>`, notes });
    isRight(printed, 2);
    assert.ok(printed.pages.length <= 7, `${printed.pages.length} pages`);
  }
});

test("should share a foot out between notes, its first in all of what the last have no room in", () => {
  const notes = (...heights: [number, number][]) =>
    heights.map(([whole, least]) => ({ whole, least }));
  assert.equal(shareOut(notes([500, 40], [100, 40]), 100), [400, 100]);
  assert.equal(shareOut(notes([500, 40], [100, 40]), 500), [40, 60]);
  assert.equal(shareOut(notes([500, 40], [300, 300]), 500), [300, 0]);
  assert.equal(shareOut(notes([50, 40], [300, 300], [90, 40]), 300), [50, 0, 0]);
});

test("should set a note that goes on with a picture as high as a foot can be", async () => {
  const picture = `<p class="picture"><img alt="" width="40" height="170" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"></p>`;
  const css =
    "img { display: block } .note .picture { margin: 60px 0 } .note [data-page-start] { margin-top: 0 }";
  for (let lead = 30; lead < 100; lead += 20) {
    for (const [before, after] of [
      ["", ""],
      ["<ul><li>", "</li></ul>"],
    ]) {
      const one = `<p>${filler(lead, 100)}</p>${before}${picture}${after}${note(90, 200)}`;
      const notes = [one, note(90, 300)];
      const printed = await layOut({ body: `<p>a{1} b{2}</p>`, notes, css });
      isRight(printed, 2);
      assert.ok(printed.pages.length < 7, `${printed.pages.length} pages`);
    }
  }
});

test("should keep the columns of a row of a note that pages cut cell by cell", async () => {
  const cells = [filler(4, 100), filler(70, 200), filler(40, 300)];
  const row = cells.map((cell) => `<td data-place="1:1">${cell}</td>`).join("");
  const table = `<table style="width: 100%"><tbody><tr>${row}</tr></tbody></table>`;
  for (let lead = 10; lead < 60; lead += 10) {
    const body = `<p>a{1} ${filler(lead)}</p>`;
    isRight(await layOut({ body, notes: [`<p>note</p>${table}`] }), 1);
  }
});

test("should set notes of a row that pages cut cell by cell on the pages of their calls", async () => {
  const cells = [`${filler(60)} alpha{1}`, `bravo{2} ${filler(60, 100)}`];
  const row = cells.map((cell) => `<td style="width: 50%">${cell}</td>`).join("");
  const body = `<table><tbody><tr>${row}</tr></tbody></table><p>charlie{3}</p>`;
  const printed = await layOut({ body, notes: many(3, 4) });
  assert.equal(printed.faults, []);
  const notes = printed.pages.flatMap((page) => page.notes);
  assert.equal(notes, ["note-2", "note-1", "note-3"]);
});

test("should let a note that a note calls stand before one that the text calls first", async () => {
  const nested = '<p>delta<a class="noteref" href="#note-3">3</a></p>';
  const notes = [nested, "<p>echo</p>", "<p>foxtrot</p>"];
  for (const body of ["alpha{1} bravo{2} charlie{3}", "alpha{1}</p><p class='fresh'>bravo{2}{3}"]) {
    const printed = await layOut({ body: `<p>${body}</p>`, notes });
    assert.equal(printed.faults, []);
    assert.equal(
      printed.pages.flatMap((page) => page.notes),
      ["note-1", "note-3", "note-2"],
    );
  }
});

test("should set tables in notes within the measure", async () => {
  const table = "    | a | b |\n    | --- | ---: |\n    | charlie | delta |";
  const text = `# T\n\nAlpha.[^1]\n\n[^1]: Bravo.\n\n${table}\n`;
  for (const format of ["booklet", "handout", "large-print"] as const)
    assert.equal((await setter.set(text, { format })).printed.faults, [], format);
});

test("should keep lines of code that go on within the measure", async () => {
  for (const words of [10, 11, 12]) {
    const line = filler(words + 20).replaceAll(/\d/g, "x");
    const note = `[^1]: Bravo.\n\n    \`\`\`\n    ${line} yz\n    ${filler(words)}\n    \`\`\`\n`;
    const text = `# One\n\nAlpha[^1].\n\n\`\`\`\n${line}\n${filler(words)}\n\`\`\`\n\n${note}`;
    for (const format of ["booklet", "large-print"] as const)
      assert.equal((await setter.set(text, { format })).faults, [], `${format}, ${words} words`);
  }
});

test("should make the table of a note fit, and say where its words are cut", async () => {
  const cells = ["Neighbourhood", "Representatives", "Responsibilities", "Participation"];
  const rows = (columns: number) =>
    [cells, cells.map(() => "---"), cells]
      .map((row) => `    | ${[...row, ...row].slice(0, columns).join(" | ")} |\n`)
      .join("");
  for (const format of ["booklet", "large-print", "quarter-sheet"] as const)
    for (const columns of [2, 4, 8]) {
      const markdown = `# One\n\nAlpha[^1] and more.\n\n[^1]: Bravo:\n\n${rows(columns)}`;
      const { faults } = await setter.set(markdown, { format });
      const others = faults.filter(({ rule }) => rule !== "table-cramped");
      assert.equal(others, [], `${format}, ${columns} columns`);
      const isCramped = format === "large-print" && columns === 8;
      assert.is(faults.length, isCramped ? 1 : 0, `${format}, ${columns} columns`);
    }
});

test("should leave no trace of the heights of a foot that were tried", async () => {
  const words = (count: number, from: number) => filler(count, from).replace(/w\d+/g, "$&-and-$&");
  const numbers = Array.from({ length: 30 }, (_, n) => n + 1);
  const text = numbers.map((n) => `${words(20, n * 100)}[^${n}] ${words(30, n * 100 + 50)}.`);
  const notes = numbers.map((n) => `[^${n}]: ${words(12 + ((n * 7) % 40), 5000 + n * 100)}.`);
  const set = await setText(`# One\n\n${[...text, ...notes].join("\n\n")}\n`, {});
  // Words that would be broken over a page go to the next: only what a page begins with is kept whole.
  const kept = await set.boxes("span.unbroken");
  const top = Math.min(...kept.map((word) => word.top));
  assert.ok(kept.length > 5);
  assert.ok(kept.filter((word) => word.top > top + 1).length < 3);
});

test("should part a paragraph of three lines whose note has no room, rather than leave a hole", async () => {
  for (const language of ["en", "ar"]) {
    const parted: number[] = [];
    for (let lines = 5; lines < 14; lines++) {
      const text = "delta\\\ndelta\\\ndelta[^1]";
      const note = `[^1]: ${"echo ".repeat(24)}\n`;
      const markdown = `# Alpha\n\n${"bravo\\\n".repeat(lines)}bravo\n\n## charlie\n\n${text}\n\n${note}`;
      const set = await setText(markdown, { language, status: "final" }, "large-print");
      const pages = (await set.each("delta")).map(({ page }) => page);
      const [notes] = await set.boxes(".note");
      assert.is(notes?.page, pages.at(-1), `${language} ${lines}`);
      if (new Set(pages).size > 1) {
        parted.push(lines);
        assert.equal(pages, [1, 1, 2], `${language} ${lines}`);
      }
    }
    assert.ok(parted.length > 1 && parted.length < 6, `${language} ${parted}`);
  }
});

test.run();
