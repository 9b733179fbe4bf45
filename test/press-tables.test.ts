import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fitColumns } from "../scripts/press/page/tables/columns.ts";
import { type Box, closeBoxes, setText } from "./support/boxes.ts";
import { filler, layOut, press } from "./support/pages.ts";
import { openSetter } from "./support/set-text.ts";

const test = suite("press: tables");
const setter = openSetter();
test.after(async () => {
  await press.close();
  await setter.close();
  await closeBoxes();
});

const css = `
p:has(+ table), thead, tbody tr:first-child:not(:last-child), tbody tr:nth-last-child(2) { break-after: avoid }
thead { break-inside: avoid }
`;

test("should begin a row higher than a page under the text that leads to it", async () => {
  for (let lead = 20; lead < 60; lead += 5) {
    const rows = [row("alpha", 150, 100), row("bravo", 5, 400)];
    const body = `<p>${filler(lead)}</p><p>${filler(25, 700)}</p>${table(rows)}`;
    const { pages, faults } = await layOut({ body, css });
    assert.equal(faults, []);
    const leads = pages.flatMap(({ text }) =>
      text.split("\n").filter((line) => /w7\d\d/.test(line)),
    );
    // A line holds six or seven of these words.
    for (const piece of leads) assert.ok(piece.split(" ").length > 6, `alone: ${piece}`);
    assert.match(
      pages.find(({ text }) => text.includes("w724"))?.text ?? "",
      /w724\nOne\nTwo\nalpha\nw100/,
    );
  }
});

test("should keep cells in their columns where pages part rows that one cell is a head of", async () => {
  const head = "<thead><tr><th>Zulu</th><th colspan='2'>Yankee</th></tr></thead>";
  for (const count of [2, 5, 12]) {
    const row = (n: number) => {
      const group = n % count === 0 ? `<th rowspan="${count}">alpha ${n}</th>` : "";
      if (n % 7 === 6) return `<tr>${group}<td colspan="2">bravo ${filler(9, 1000 * n)}</td></tr>`;
      return `<tr>${group}<td>bravo ${filler(9, 1000 * n)}</td><td>charlie</td></tr>`;
    };
    const rows = Array.from({ length: 48 }, (_, n) => row(n)).join("\n");
    const set = await setText(
      `# One\n\n<table>${head}<tbody>${rows}</tbody></table>`,
      {},
      "quarter-sheet",
    );
    for (const word of ["alpha", "bravo", "charlie"]) {
      const lefts = new Set((await set.each(word)).map(({ left }) => Math.round(left)));
      assert.is(lefts.size, 1, `${word} in groups of ${count} at ${[...lefts]}`);
    }
    const heads = (await set.each("Zulu")).map(({ page }) => page);
    assert.is(new Set(heads).size, heads.length, `heads on pages ${heads}`);
    const pages = new Set((await set.each("charlie")).map(({ page }) => page));
    for (const page of pages) assert.ok((await set.each("alpha")).some((box) => box.page === page));
  }
});

test("should keep a cell in its column where a page parts a row beside one that is its head", async () => {
  for (const before of [0, 2]) {
    const row = (n: number) => `<td>bravo ${filler(9, 1000 * n)}</td>`;
    const high = `<td>${Array.from({ length: 90 }, () => "bravo").join("<br>")}</td>`;
    const cells = [...Array.from({ length: before }, (_, n) => row(n)), high, row(8), row(9)];
    const head = `<th rowspan="${cells.length}">alpha</th>`;
    const rows = cells.map((cell, n) => `<tr>${n === 0 ? head : ""}${cell}</tr>`);
    const set = await setText(`# One\n\n<table>${rows.join("\n")}</table>`, {}, "quarter-sheet");
    const all = await set.each("bravo");
    assert.ok(new Set(all.map(({ page }) => page)).size > 2, `${before} rows before`);
    const lefts = new Set(all.map(({ left }) => Math.round(left)));
    assert.is(lefts.size, 1, `after ${before} rows at ${[...lefts]}`);
  }
});

test("should cut a cell of several rows where pages part them", async () => {
  for (const [rows, words] of [
    [3, 150],
    [10, 40],
    [10, 90],
  ] as const)
    for (const isFirst of [true, false]) {
      const cell = `<td rowspan="${rows}">${filler(words, 1000)} alpha{1}</td>`;
      const others = Array.from({ length: rows }, (_, n) => {
        const own = `<td>${filler(4, 100 * n)}</td>`;
        return `<tr>${n > 0 ? own : isFirst ? cell + own : own + cell}</tr>`;
      });
      const body = `<p>${filler(9)}</p><table>${others.join("")}</table><p>bravo{2}</p>`;
      const { faults } = await layOut({ body, notes: ["<p>charlie</p>", "<p>delta</p>"] });
      assert.equal(faults, [], `${rows} rows beside ${words} words`);
    }
});

test("should keep marks of notes and their names where a page ends behind the first line of cells", async () => {
  for (let lead = 6; lead < 60; lead += 3) {
    const rows = [1, 2, 3].map(
      (n) => `<tr><td>${filler(8, 100 * n)}</td><td>${filler(8, 100 * n + 50)}{${n}}</td></tr>`,
    );
    const head = "<thead><tr><th>One</th><th>Two</th></tr></thead>";
    const body = `<p>${filler(lead)}</p><table>${head}<tbody>${rows.join("")}</tbody></table>`;
    const notes = [500, 600, 700].map((from) => `<p>${filler(lead % 2 ? 6 : 18, from)}</p>`);
    const { pages, faults } = await layOut({ body, css, notes });
    assert.equal(faults, []);
    const calls = pages.flatMap(({ calls }) => calls);
    assert.equal(calls, ["noteref-1", "noteref-2", "noteref-3"], `after ${lead} words`);
  }
});

test("should part a cell of several rows anew where a page ends earlier than it seemed", async () => {
  // A table that was cut is higher than before, and is cut again.
  const css = "[data-continues] tr > td:last-child { padding-top: 12px }";
  for (const [count, words] of [
    [8, 60],
    [12, 60],
    [12, 150],
  ] as const) {
    const cell = `<td rowspan="${count}">${filler(words, 2000)} alpha{1}</td>`;
    const rows = Array.from({ length: count }, (_, n) => {
      const own = `<td>${filler(4, 100 * n)}</td>`;
      return `<tr>${n === 0 ? cell : ""}${own}</tr>`;
    });
    const body = `<p>${filler(9)}</p><table>${rows.join("")}</table><p>bravo</p>`;
    const { faults } = await layOut({ body, css, notes: ["<p>charlie</p>"] });
    assert.equal(faults, [], `${count} rows beside ${words} words`);
  }
});

test("should divide a word over a page that is wider than its cell", async () => {
  const words = "inter\u00ADnation\u00ADali\u00ADsation ".repeat(12);
  const cells = `<td>${filler(60)}</td><td style="width: 50px">${words}</td>`;
  for (let lead = 0; lead < 4; lead++) {
    const body = `<p>${"a<br>".repeat(lead)}</p><table><tbody><tr>${cells}</tr></tbody></table>`;
    const fixed = "table { table-layout: fixed; width: 100% }";
    assert.equal((await layOut({ body, css: fixed })).faults, []);
  }
});

test("should leave no line alone before a table that does not fit beside it", async () => {
  const tall = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="1600"/>';
  for (const lead of [23, 25, 27, 29]) {
    const rows = [
      `| ${filler(3, 1)} | ${filler(38, 100)} |`,
      `| ${filler(2, 1)} | ${filler(50, 200)} |`,
    ];
    const text = `## ${filler(22, 300)}\n\n${filler(lead, 700)}\n\n| A | B |\n| --- | --- |\n${rows.join("\n")}`;
    const images = { "tall.svg": new TextEncoder().encode(tall) };
    const { printed } = await setter.set(`# T\n\n![x](tall.svg)\n\n${text}\n`, {
      format: "quarter-sheet",
      images,
    });
    for (const piece of printed.pages.flatMap((page) => page.text.split("\n")))
      assert.ok(!/^w7\d\d( w7\d\d){0,6}$/.test(piece), `${lead}: ${piece}`);
  }
});

test("should leave no hole under a row higher than half a page", async () => {
  const rows = Array.from({ length: 7 }, (_, n) => row(`r${n}`, 33, 100 * (n + 1)));
  const { pages, faults } = await layOut({ body: `<p>${filler(20)}</p>${table(rows)}`, css });
  assert.equal(faults, []);
  // Nine lines of five words under the heads, less two lines that stay together.
  for (const { text } of pages.slice(1, -1))
    assert.ok((text.match(/w\d/g)?.length ?? 0) > 35, text);
});

test("should begin a table of three rows under the text before it, though not all fit", async () => {
  const rows = [row("alpha", 8, 100), row("bravo", 12, 200), row("charlie", 12, 300)];
  const { pages, faults } = await layOut({ body: `<p>${filler(20)}</p>${table(rows)}`, css });
  assert.equal(faults, []);
  assert.match(pages[0]?.text ?? "", /w20\nOne\nTwo\nalpha\nw100/);
});

test("should set a row whose lines fill the page, and the heads over each part of it", async () => {
  for (const words of [120, 125, 295, 300]) {
    const row = `| alpha | ${filler(words, 100)}[^1] |\n| last | one |`;
    const markdown = `# Alpha\n\n| One | Two |\n| --- | --- |\n${row}\n\n[^1]: ${filler(24, 800)}\n`;
    const { pages, faults } = (await setter.set(markdown, { format: "large-print" })).printed;
    assert.equal(faults, []);
    assert.match(pages[0]?.text ?? "", "alpha\nw100 w101");
    for (const { text } of pages.slice(1)) assert.match(text, /^\n\n/);
  }
});

test("should keep a row on its page that leaves no room for the table's last rule", async () => {
  const rows = `| a | ${filler(20, 100)} | b |\n| c | ${filler(40, 200)} | d |\n`;
  const markdown = `# Alpha\n\n| One | Two | Three |\n| --- | --- | --- |\n${rows}`;
  for (const height of [61.4, 61.45, 61.5, 61.55, 61.6]) {
    const sheet = { name: "tiny", width: 80, height };
    const { faults } = (await setter.set(markdown, { format: "quarter-sheet", sheet })).printed;
    assert.equal(faults, [], `${height} mm`);
  }
});

test("should keep lower rows whole, and none alone", async () => {
  const rows = Array.from({ length: 9 }, (_, n) => row(`r${n}`, 10, 100 * (n + 1)));
  const { pages, faults } = await layOut({ body: `<p>${filler(20)}</p>${table(rows)}`, css });
  assert.equal(faults, []);
  for (const { text } of pages.slice(1)) assert.match(text, /^\n\nr\d\nw\d+00 .*\nr\d/s);
});

test("should tear no text before a table that parts its rows", async () => {
  const { printed } = await setter.set(wide, { format: "large-print" });
  assert.match(printed.pages[0]?.text ?? "", /in two lines or three\.\nNei/);
});

for (const [language, point] of [
  ["en", "."],
  ["de", ","],
  ["ar", "."],
  ["he", "."],
] as const)
  test(`should set points of amounts under points in ${language}`, async () => {
    const rows = ["1777", `15${point}50`, "3", `**2${point}5**`, "–"];
    const table = `| A | B |\n| - | - |\n${rows.map((amount) => `| a | ${amount} |\n`).join("")}`;
    for (const format of ["booklet", "large-print", "poster"] as const) {
      const matter = { language, title: "C", status: "final" } as const;
      const set = await setText(table, matter, format);
      const units = await Promise.all(["1777", "15", "3", "2", "–"].map(set.words));
      const rights = units.map(({ right }) => Math.round(right));
      // A dash is as wide as it is.
      assert.ok(Math.max(...rights) - Math.min(...rights) < 2, `${format}: ${rights}`);
      const [fraction] = await set.each(`15${point}50`);
      assert.ok((fraction?.right ?? 0) > (rights[0] ?? 0) + 8, format);
    }
  });

test("should begin a low table on the next page rather than part it, and part a higher one", async () => {
  const row = "| delta | echo |\n";
  const cuts: Record<number, number> = { 4: 0, 20: 0 };
  for (const count of [4, 20])
    for (let lines = 16; lines < 34; lines += 2) {
      const markdown = `# Alpha\n\n${"bravo\\\n".repeat(lines)}bravo\n\n---\n\n| A | B |\n| - | - |\n${row.repeat(count)}\nend\n`;
      const set = await setText(markdown, { status: "final" });
      const pages = new Set((await set.boxes("tbody tr")).map(({ page }) => page));
      if (pages.size > 1) cuts[count] = (cuts[count] ?? 0) + 1;
    }
  assert.is(cuts[4], 0);
  assert.ok((cuts[20] ?? 0) > 4, `${cuts[20]}`);
});

test("should leave a table as it is that goes over a page and is no wider", async () => {
  const rows = Array.from({ length: 30 }, (_, n) => row(`r${n}`, 3, 10 * n));
  const { faults } = await layOut({
    body: table(rows),
    css: "table[data-tight] { display: none }",
  });
  assert.equal(faults, []);
});

test("should say where a table has no room for its words", async () => {
  const { faults } = await setter.set(wide).then(({ printed }) => printed);
  assert.equal(faults, [
    {
      rule: "table-cramped",
      place: "5:1",
      reason: "a table of 10 columns has no room for its words: “Southampton” is cut in two",
      note: "Give it fewer columns or shorter words, or part it in two; the handout has the widest page.",
    },
  ]);
  assert.equal((await setter.set(wide, { format: "handout" })).printed.faults, []);
});

test("should narrow only the columns that are wider than the others", async () => {
  assert.equal(fitColumns([10, 90, 20, 60], 100), [10, 35, 20, 35]);
  assert.equal(fitColumns([10, 20], 40), [10, 20]);
  assert.equal(fitColumns([50, 50], 40), [20, 20]);
  assert.equal(fitColumns([], 40), []);
});

test("should cut addresses in a table before its type gets smaller", async () => {
  const address = `https://example.org/${"abcdefghij".repeat(6)}`;
  const body = `<table><tr><td>alpha</td><td><a href="${address}">${address}</a></td></tr></table>`;
  const small = "table[data-tight] { display: none }";
  assert.equal((await layOut({ body, css: small })).faults, []);
});

test("should keep columns of few words on one line beside sentences", async () => {
  const remark =
    "The city belongs to those who live in it, and what they decide holds for all of them.";
  const rows = [1, 2, 3].map(
    (n) => `| ${n} | Name ${n} | ${n === 2 ? `${remark} ${remark}` : ""} |`,
  );
  const markdown = `# One\n\n| Number | Name | Remark |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
  const set = await setText(markdown, {}, "quarter-sheet");
  for (const { lines, text } of await set.each("Name")) assert.is(lines, 1, text);
  const heights = (await set.boxes("tbody tr")).map(({ top }) => top);
  const line = Number.parseFloat(await set.style("td", "line-height"));
  assert.ok((heights[1] as number) - (heights[0] as number) < line * 1.6);
});

test("should part long heads rather than the short cells below them", async () => {
  const heads = ["Building", "Flats that were measured", "Hottest evening, degrees"];
  const names = ["1, Riverside Road 12", "2, Riverside Road 14", "3, Mill Lane 8"];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = names.map((name) => line([name, "9", "36.5", "14", "6"]));
  const markdown = `# One\n\n${line([...heads, "Repairs promised", "Repairs done"])}\n${line(Array(5).fill("---"))}\n${rows.join("\n")}\n`;
  const set = await setText(markdown, {}, "handout");
  for (const name of names) assert.is((await set.words(name)).lines, 1, name);
  assert.ok((await set.words("Hottest evening, degrees")).lines > 1);
});

test("should set the heads of rows, lists and empty cells as high as the words beside them", async () => {
  const rows = [
    "<tr><th>alpha</th><td><ul><li>bravo</li><li>charlie</li></ul></td></tr>",
    "<tr><td></td><td></td></tr><tr><td>delta</td><td></td></tr>",
  ];
  const set = await setText(`# One\n\n<table>${rows.join("")}</table>\n\necho`, {});
  const [alpha, bravo] = [await set.words("alpha"), await set.words("bravo")];
  assert.ok(Math.abs(alpha.top - bravo.top) < 4, `${alpha.top} ${bravo.top}`);
  const [, empty, delta] = (await set.boxes("tr")).map(({ top }) => top) as number[];
  const [after] = await set.boxes("table + p");
  assert.ok((delta as number) - (empty as number) > 15);
  assert.ok((after as Box).top > (delta as number) + 15);
});

test("should make rows to fill in by hand as high as ruled paper, and a head without words no row", async () => {
  const rows = ["| Ann | |", "| | |", "| 3 | |", "| Bob | cakes |", "| Eve | tea |"];
  const markdown = `# One\n\n| Name | Brings |\n| --- | --- |\n${rows.join("\n")}\n`;
  const set = await setText(markdown, {});
  const tops = (await set.boxes("tbody tr")).map(({ top }) => top) as number[];
  const heights = tops.slice(1).map((top, index) => top - (tops[index] as number));
  const ruled = (8.5 / 25.4) * 96;
  for (const height of heights.slice(0, 3)) assert.ok(height > ruled - 1, `${height}`);
  const line = Number.parseFloat(await set.style("td", "line-height"));
  assert.ok((heights[3] as number) < Math.max(ruled, line * 1.6), `${heights[3]}`);
  const bare = await setText("# One\n\n| | |\n| - | - |\n| alpha | bravo |\n", {}, "quarter-sheet");
  const [[table], [row]] = [await bare.boxes("table"), await bare.boxes("tbody tr")];
  assert.ok((row as Box).top - (table as Box).top < 3);
});

test("should end a table in a rule where a page cuts it between rows, and in none within a row", async () => {
  const rule = async (rows: string) => {
    const set = await setText(`# One\n\n| Name | Sign |\n| --- | --- |\n${rows}`, {}, "handout");
    const areas = await set.boxes("table[data-continues]");
    assert.ok(areas.length > 0);
    return set.style("table[data-continues]", "content", "::after");
  };
  assert.is(await rule("| Ann | |\n".repeat(60)), '""');
  assert.is(await rule(`| ${filler(1500)} | Ann |\n`), "none");
});

test("should give columns to fill in by hand one width, and their numbers no more than they need", async () => {
  const rows = (first: string) => `| ${first} | | | |\n`.repeat(9);
  for (const [format, first, head, language = "en"] of [
    ["handout", "7", ":--"],
    ["handout", "7", "--:"],
    ["quarter-sheet", "24", "--:"],
    ["large-print", "100", "--:"],
    ["handout", "Saturday", "---"],
    ["handout", "7", "---", "ar"],
    ["large-print", "100", "---", "he"],
  ] as const) {
    const numbered = head === "--:" || language !== "en";
    const markdown = `| | Name (please print) | Town | Sign |\n| ${head} | --- | --- | --- |\n${rows(first)}`;
    const set = await setText(markdown, { status: "final", language }, format);
    const widths = (await set.boxes("thead tr > *")).map(({ left, right }) => right - left);
    const [own = 0, ...others] = widths;
    const told = `${format} ${first}: ${widths}`;
    assert.ok(Math.max(...others) - Math.min(...others) < 2, told);
    if (numbered) assert.ok(own < 0.5 * (others[0] ?? 0), told);
    // They stand on the line that is written on.
    const [number, rule] = [
      (await set.each(first))[1] as Box,
      (await set.boxes("tbody tr"))[2] as Box,
    ];
    const line = Number.parseFloat(await set.style("td", "line-height"));
    assert.ok(rule.top - number.top < 1.5 * line, `${told} ${rule.top - number.top} of ${line}`);
  }
});

test("should cut words before figures where a table has no room for either", async () => {
  const reason = "waits for the council and its administration";
  const rows = Array.from(
    { length: 4 },
    (_, n) => `| Translations | 21${n},550.50 | 21${n},812.75 | 4${n},637.75 | ${reason} |\n`,
  );
  // A column of figures may lack one.
  rows.push(`| Translations | – | 999,812.75 | – | ${reason} |\n`);
  const heads = "| Item | Budget 2026 | Spent to 30 September | Left | Responsibilities |\n";
  const markdown = `# Alpha\n\n${heads}| :-- | --: | --: | --: | :-- |\n${rows.join("")}`;
  const set = await setText(markdown, {}, "large-print");
  assert.ok((await set.boxes("[data-tight~=anywhere]")).length > 0, "it is as tight as can be");
  for (let n = 0; n < 4; n++)
    for (const figure of [`21${n},550.50`, `21${n},812.75`, `4${n},637.75`])
      assert.is((await set.words(figure)).lines, 1, figure);
});

test("should give a column that counts rows no more than its numbers and their head need", async () => {
  for (const [language, head] of [
    ["en", "No."],
    ["he", "מס׳"],
    ["zh-Hans", "序号"],
  ] as const)
    for (const format of ["booklet", "large-print"] as const) {
      const markdown = `# Alpha\n\n| ${head} | Bravo | Charlie |\n| - | - | - |\n| 1 | delta | echo |\n| 2 | foxtrot | golf |\n`;
      const set = await setText(markdown, { status: "final", language }, format);
      const [own, other] = (await set.boxes("thead tr > *")) as [Box, Box];
      assert.ok(own.right - own.left < 0.4 * (other.right - other.left), `${language} ${format}`);
      assert.is((await set.each(head))[0]?.lines, 1, `${language} ${format}`);
    }
});

test("should keep figures at the end of a column clear of the words that begin the next", async () => {
  const cells = (one: string, other: string, count: number) =>
    `| ${`${one} | ${other} | `.repeat(count)}\n`;
  for (const format of ["booklet", "large-print", "poster", "quarter-sheet"] as const)
    for (const [language, name] of [
      ["en", "Ann"],
      ["ar", "منى"],
    ] as const)
      for (const [pairs, least] of [
        [1, 1.5],
        [3, 0.95],
      ] as const) {
        const table = [
          cells("A", "B", pairs),
          cells("--:", ":--", pairs),
          cells("10", name, pairs),
        ];
        const set = await setText(`# One\n\n${table.join("")}`, { language }, format);
        const [number, who] = [await set.words("10"), await set.words(name)];
        const gap = language === "ar" ? number.left - who.right : who.left - number.right;
        const size = Number.parseFloat(await set.style("td", "font-size"));
        assert.ok(gap >= least * size, `${format} ${language}: ${gap} at ${size}`);
      }
});

test("should give columns the widths that rows held back need too", async () => {
  const widths = async (count: number) => {
    const words = ["a", "some words that are many more", "words"];
    const rows = words.map((word) => `| ${word} | bravo |\n`.repeat(count));
    const markdown = `# Alpha\n\n| Zulu | Yankee |\n| - | - |\n${rows.join("")}`;
    const set = await setText(markdown, { status: "final" }, "handout");
    return (await set.boxes("td:first-child")).map(({ left, right }) => right - left);
  };
  const [few, many] = [await widths(3), await widths(250)];
  assert.is(many.length, 750);
  for (const width of many) assert.ok(Math.abs(width - (few[0] ?? 0)) < 0.5, `${width} ${few[0]}`);
});

test("should hold no row of a long table back for good, in the text or in a note", async () => {
  const cells = (row: number) => `<td data-place="1:1">${filler(3, row * 10)}</td><td>b</td>`;
  const rows = Array.from({ length: 120 }, (_, row) => `<tr>${cells(1000 + row)}</tr>`).join("");
  const table = `<table><thead><tr><th>c</th><th>d</th></tr></thead><tbody>${rows}</tbody></table>`;
  const after = `<p>${filler(20, 100)}</p>`;
  for (const page of [
    { body: `<p>alpha{1}</p>${table}${after}`, notes: ["<p>bravo</p>"] },
    { body: `<p>alpha{1} bravo{2}</p>${after}`, notes: [`${table}${after}`, "<p>charlie</p>"] },
  ]) {
    const { faults, pages } = await layOut(page);
    assert.equal(faults, []);
    assert.ok(pages.length < 30, `${pages.length} pages`);
    const seen = pages.map(({ text, foot }) => `${text} ${foot}`).join(" ");
    assert.is(seen.match(/w1\d{4}/g)?.length, 360);
  }
});

test("should part amounts in columns side by side by most of an em", async () => {
  const rows =
    "| A | Bravo | Charlie |\n|---|--:|--:|\n| a | 50.9 % | $15,475.50 |\n| b | 12.1 % | $2.00 |";
  for (const [format, least] of [
    ["large-print", 0.8],
    ["booklet", 0.6],
  ] as const) {
    const set = await setText(`# T\n\n${rows}\n`, { status: "final" }, format);
    const gap = Number.parseFloat(await set.style("tbody td:nth-child(2)", "padding-right"));
    const size = Number.parseFloat(await set.style("table", "font-size"));
    assert.ok(gap / size > least, `${format}: ${gap / size}`);
  }
});

test.run();

function table(rows: readonly string[]): string {
  return `<table><thead><tr><th>One</th><th>Two</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function row(head: string, words: number, from: number): string {
  return `<tr><td>${head}</td><td>${filler(words, from)}</td></tr>`;
}

const wide = `# Alpha

Before the table stands a paragraph that leads to it, as paragraphs do, in two lines or three.

| Neighbourhood | Representatives | Responsibilities | Participation | Infrastructure | Accommodation | Transportation | Environmental | Administration | Recommendations |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| Northbridge | Elizabeth | maintenance | encouraging | streetlights | apartments | underground | biodiversity | correspondence | immediately |
| Southampton | Christopher | communication | satisfactory | playgrounds | cooperatives | pedestrians | stormwater | bookkeeping | reconsideration |
| Westminster | Alexandria | representation | disappointing | broadband | dormitories | wheelchairs | contamination | unfinished | postponement |
`;
