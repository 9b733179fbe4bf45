import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const copies = suite("what copying leaves in a text");

/** A text read, without a word lost. */
async function read(text: string, path = "text.txt") {
  const manuscript = manuscriptOf(`# Title\n\n${text}\n`);
  manuscript.file.path = path;
  const document = await readDocument(manuscript, pixels);
  checkDocument(manuscript, document);
  const messages = manuscript.file.messages.map(
    ({ line, reason, ruleId }) => `${line} ${ruleId}: ${reason}`,
  );
  assert.not.match(messages.join("\n"), /text-lost/u);
  const rows = selectAll("tr", document.body).map((row) =>
    selectAll("th, td", row)
      .map((cell) => textOf(cell))
      .join("|"),
  );
  return { messages: messages, rows };
}

const budget = [
  "Item\tPlanned\tSpent",
  "Seeds, **all**\t$400\t$380.15",
  "Tools\t\t$312",
  "Water\t$600",
];

copies("should make a table of lines with tabs", async () => {
  const { messages, rows } = await read(
    `${budget.slice(0, 3).join("\n")}\nWater\t$600\t\n\nThe end.`,
  );
  assert.equal(rows, [
    "Item|Planned|Spent",
    "Seeds, all|$400|$380.15",
    "Tools||$312",
    "Water|$600|",
  ]);
  assert.equal(messages, [
    "3 typed-table: Recognised a table of 4 lines, typed with tabs; the first holds its heads",
  ]);
});

copies("should make one whose corner is empty", async () => {
  const { rows } = await read("\t2023\t2024\nSeeds\t$400\t$380\n\t$1\t$2\n");
  assert.equal(rows, ["|2023|2024", "Seeds|$400|$380", "|$1|$2"]);
});

copies("should make one of two columns where the first line is of heads", async () => {
  const { rows } = await read("Ward\tRent\n4\t$1,120\n7\t$1,480\n");
  assert.equal(rows, ["Ward|Rent", "4|$1,120", "7|$1,480"]);
});

copies("should make a table to fill in of lines drawn under its heads", async () => {
  const { messages, rows } = await read(
    "Name\tSigned\tOn\n___\t____\t____\n____\t___\t_____\n\nReturn by May.",
  );
  assert.equal(rows, ["Name|Signed|On", "||", "||"]);
  assert.match(messages.join("\n"), /^3 typed-table: Recognised 2 lines to be filled in/u);
  for (const other of ["Name\tSigned\n________", "Name\n____\t___", "Name\tOn\n\n___\t___"])
    assert.equal((await read(other)).rows, []);
});

for (const [name, text] of Object.entries({
  "lines with another number of cells": budget.join("\n"),
  "two lines": budget.slice(0, 2).join("\n"),
  "items counted by letters": "(a)\tto meet\t1\n(b)\tto care\t2\n(c)\tto go\t3",
  "names and what they do": "Chair\tAna Ruiz\nSecretary\tBo Chen\nTreasurer\tCarla Diaz",
  times: "7:00\tOpening\n7:10\tReports\n8:00\tClose",
  "what colons follow": "Name:\tAna\tRuiz\nPhone:\t555\t0137\nMail:\ta\tb",
}))
  copies(`should leave ${name} in lines`, async () => {
    assert.equal((await read(text)).rows, []);
  });

const camp = [
  "Week        Dates          Ages     Price",
  "1           June 3-7       6-8        $40",
  "2           June 10-14     6-8        $40",
  "10          June 17-21     9-12      $155",
];

copies("should make a table of columns typed with spaces", async () => {
  const said = [
    "Week|Dates|Ages|Price",
    "1|June 3-7|6-8|$40",
    "2|June 10-14|6-8|$40",
    "10|June 17-21|9-12|$155",
  ];
  for (const text of [camp, camp.map((line) => `     ${line}`)]) {
    const { messages, rows } = await read(`${text.join("\n")}\n\nThe end.`);
    assert.equal(rows, said);
    assert.match(
      messages.join("\n"),
      /3 typed-table: Recognised a table of 4 lines, typed with spaces/u,
    );
  }
});

copies(
  "should take columns that stand below their heads, though they are not straight",
  async () => {
    const text =
      "Item         Planned   Spent\nHall           600.00   550.00\nFood            40.00    39.25";
    const { rows } = await read(text);
    assert.equal(rows, ["Item|Planned|Spent", "Hall|600.00|550.00", "Food|40.00|39.25"]);
  },
);

for (const [name, text] of Object.entries({
  "columns without heads": camp.slice(1).join("\n"),
  "columns that are not straight": camp.join("\n").replace("2           June", "2       June"),
  "columns of words": "Name     Office     Block\nAna      Chair      A\nBo       Clerk      B",
  "two texts side by side":
    "You have the right.     Usted tiene.\nAsk for a paper         Pida un papel\nof a judge.             de un juez.",
  sums: "Balance:      $1,204\nDues:           $310\nToday:        $1,514",
}))
  copies(`should leave ${name} in lines`, async () => {
    assert.equal((await read(text)).rows, []);
  });

copies("should say where words are parted at the ends of lines", async () => {
  const text =
    "The share of their in-\ncome that people pay. It was commis-\nsioned.\n\n```\nin-\ncode\n```";
  const { messages } = await read(text);
  assert.equal(messages, [
    "3 typed-hyphen: “in-” at the end of a line and “come” below it print as “in- come” (1 more like it)",
  ]);
  for (const fine of [
    "Leases of two-\nand three years.",
    "A list -\nof things.",
    "The Smith-\nJones house.",
  ])
    assert.equal(
      (await read(fine)).messages.filter((one) => /hyphen/u.test(one)),
      [],
    );
});

copies("should say where an address is cut off at the end of a line", async () => {
  for (const [text, whole] of [
    [
      "See https://elm.example/a/long/\nway-to-go/page.html for more.",
      "a/long/way-to-go/page.html",
    ],
    ["See https://elm.example/a?b=\nc and more.", "a?b=c"],
    ["See www.elm.example/some-\nthing.", "some-thing"],
  ] as const) {
    for (const path of ["text.txt", "text.md"]) {
      const { messages } = await read(text, path);
      assert.match(messages.join("\n"), /^3 link-broken: The address /mu);
    }
    const manuscript = manuscriptOf(text);
    await readDocument(manuscript, pixels);
    const [found] = manuscript.file.messages.filter(({ ruleId }) => ruleId === "link-broken");
    assert.ok(found?.note?.endsWith(whole));
  }
  for (const fine of [
    "See https://elm.example/\nand come.",
    "See https://elm.example/\nself-help groups.",
    "See https://elm.example/\n2024 was good.",
    "https://elm.example/\nhttps://oak.example/a",
    "https://elm.example/\nana@elm.example",
    "See https://elm.example/ and\na/b.",
    "See https://elm.example/\n\na/b.",
    "[Words](https://elm.example/)\na/b",
  ])
    assert.not.match((await read(fine)).messages.join("\n"), /link-broken/u, fine);
});

copies("should say where a table of bars lacks its line of hyphens", async () => {
  const rota = "Day | Morning | Evening\nMon | Ana | Bo\nTue | Carla | Gil";
  assert.match((await read(rota)).messages.join("\n"), /^3 markdown-typed: .*one of hyphens$/mu);
  for (const fine of ["Phone | Mail | Web\nAna | Bo | Gil", "a | b\nc | d\ne | f"])
    assert.not.match((await read(fine)).messages.join("\n"), /markdown-typed/u, fine);
});

copies("should say where marks of other programs are printed, once of each kind", async () => {
  for (const [text, message] of [
    ['![A](a.png){width="3.0in" .left}\n\n[b]{.underline}', "width=.* .* \\(1 more like it\\)$"],
    ["> [!NOTE]\n> Alpha", "\\[!NOTE\\]"],
    ["Alpha [[Bravo|Charlie]]", "\\[\\[Bravo\\|Charlie\\]\\]"],
    ["![[a.png]]", "!\\[\\[a.png\\]\\].*an image"],
    ["Alpha ==bravo charlie==.", "==bravo charlie=="],
    ["Alpha %%bravo%%", "%%bravo%%"],
    ["$$a^2$$ and $\\frac 1 2$", ".*formulas"],
    ["Alpha\n: what it means\n\nBravo", "listed so"],
    [":::note {.wide}\nAlpha\n:::", "a box is not made so"],
    ["+----+----+\n| a  | b  |\n+----+----+", "a table is not drawn"],
  ]) {
    const told = (await read(text as string)).messages.filter((one) => /markdown-typed/u.test(one));
    assert.is(told.length, 1, `${text}: ${told.join("\n")}`);
    assert.match(told[0] ?? "", new RegExp(message as string, "u"));
  }
  for (const fine of [
    "Alpha {bravo} {a, b} {1} {}",
    "Alpha [!] and > [!x",
    "[[1]](https://elm.example/) [[2]]",
    "a == b and c == d, ====",
    "5 %% and 6 %%",
    "Alpha :\nbravo",
    "$5 and $6, $$",
    "`==a==` and `{.b}`",
  ])
    assert.not.match((await read(fine)).messages.join("\n"), /markdown-typed/u, fine);
});

copies("should say where a line makes code of all that follows", async () => {
  const open = "Phone list\n~~~~~~~~~~\nAna, 555-0101\n\nMore text.";
  assert.match(
    (await read(open)).messages.join("\n"),
    /^4 markdown-typed: The line ~~~~~~~~~~ makes code/mu,
  );
  for (const fine of ["List\n~~~\ncode\n~~~\n", "List\n\n```\ncode", "List\n```js\ncode\n```"])
    assert.not.match((await read(fine)).messages.join("\n"), /markdown-typed/u, fine);
});

copies("should say what other programs write that is printed as typed", async () => {
  for (const [text, said] of [
    [":::info\n**Arrival**: noon.\n:::", "“:::info” is printed as typed: a box"],
    ["[TOC]", "“\\[TOC\\]” is printed as typed: contents"],
    ["Take :bus: 14.", "“:bus:” is printed as typed: an emoji"],
    ["See {%youtube a %}.", "“.%youtube a %.” is printed as typed: what stands in braces"],
    ["a<o:p></o:p> b", "“<o:p>” is printed as typed: it is for Word"],
    [" ---- ----\n a b\n ---- ----", "This is printed as a rule: a table is not"],
    [": Table 1: Shares", "This is printed as typed: what a table is called"],
    ["Alfa.^[A note of it.] Bravo.", "“\\^\\[A note of it.\\]” is printed as typed: a note"],
    ["The 2^nd^ floor.", "“\\^nd\\^” is printed as typed: letters are not raised"],
    ["We breathe CO~2~ out.", "“~2~” is printed struck through: letters are not lowered"],
    ["\\newpage", "newpage” is printed as typed: a new page"],
    ["(@) Alfa\n(@) Bravo", "“\\(@\\)” is printed as typed: items are not counted"],
    ["| Alfa\n|   bravo", "“\\| Alfa” is printed as typed: lines are not kept"],
    ["::: {.warning}\nAlfa\n:::", "“::: .\\.warning.” is printed as typed: a box"],
    ["Alfa bravo. ^3f9a1c", "“\\^3f9a1c” is printed as typed: a paragraph is not named"],
    ["- [/] Alfa", "“\\[/\\]” is printed as typed: a box is"],
    ['[gallery ids="1,2"]', "“\\[gallery ids=.1,2.\\]” is printed as typed: it is for Word"],
    ["Alfa.【4†source】", "“【4†source】” is printed as typed: it stands for a source"],
    [
      "A:contentReference[oaicite:0]{index=0}",
      "“:contentReference.*” is printed as typed: it stands",
    ],
  ] as const) {
    const found = (await read(text, "text.md")).messages.filter((one) =>
      /markdown-typed/u.test(one),
    );
    assert.match(found.join("\n"), new RegExp(said, "u"), text);
    assert.is(found.length, 1, found.join("\n"));
  }
  for (const fine of [
    "From 9:30:15 to 10:00:20.",
    "Note:see:that.",
    "[Tocqueville]",
    "---\n\na",
    "~gone~ and ~~gone~~",
    "2^10 and 2^8",
    "[!] and [/]",
    "Or (@) in a word",
  ])
    assert.not.match((await read(fine, "text.md")).messages.join("\n"), /markdown-typed/u, fine);
});

copies("should say once that comments of Google Docs were saved along", async () => {
  const letters = Array.from({ length: 28 }, (_, at) =>
    at < 26 ? String.fromCharCode(97 + at) : `a${String.fromCharCode(71 + at)}`,
  );
  for (const [text, said] of [
    [
      "We refuse.[a] We will stay[b][c].\n\n[a]Can we?\nReally? - Rosa\n[b]Sure\n[c]Yes",
      "3 comments are",
    ],
    ["We refuse\\[a\\].\n\n\\[a\\]Can we?\n\nReally? - Rosa", "A comment is"],
    ["In 2019[a], we[b].\n\n[a]When?\n\n[b]Who?", "2 comments are"],
    [
      `${letters.map((one) => `We[${one}]`).join(" ")}\n\n${letters.map((one) => `[${one}]Who?`).join("\n")}`,
      "28 ",
    ],
  ] as const) {
    const { messages } = await read(text);
    const found = messages.filter((one) => /markdown-typed/u.test(one));
    assert.is(found.length, 1, messages.join("\n"));
    assert.match(found[0] ?? "", `5 markdown-typed: ${said}`);
  }
  for (const fine of [
    // Paragraphs of a law, and what refers to them.
    "Nobody may\n\n[a]strike,\n[b]rest.",
    "See 3[a] and 3[b].\n\n[a]Strikes.\n[b]Rests.",
    "See section [a].\n\n[a]Strikes.",
    // Notes.
    "We refuse.[a]\n\n[a] As we said in May.",
    "We refuse.[^a]\n\n[^a]: As we said in May.",
    // Something else comes after them.
    "We refuse.[a]\n\n[a]As we said.\n\n## Next\n\nText.",
    "We refuse.[a] We stay.\n\n[a]Can we?\n[b]Sure",
    "We refuse.[a] We stay.[c]\n\n[a]Can we?\n[c]Sure",
  ])
    assert.not.match((await read(fine)).messages.join("\n"), /markdown-typed/u, fine);
});

copies("should say where heads and feet of pages were copied along", async () => {
  const numbers = [
    "Text.\n\nPage 2 of 5\n\nMore text.\n\nPage 3 of 5",
    "Text.\n\nPage 2\n\nMore text.\n\nPage 3",
  ];
  for (const text of numbers) {
    const { messages } = await read(text);
    assert.match(
      messages.join("\n"),
      /^5 typed-page: “Page 2[^”]*” looks like .* \(1 more like it\)$/u,
    );
  }
  const heads = "Report 1\n\nOne.\n\n\fReport 2\n\nTwo.\n\n\fReport 3\n\nThree.";
  assert.match(
    (await read(heads)).messages.join("\n"),
    /^3 typed-page: “Report 1” .* \(2 more like it\)$/u,
  );
  const [one, two, three] = ["Alfa", "Bravo", "Charlie"].map(
    (word) => `${word} is a text that runs on.\n${word} goes on.\nOn goes ${word}.`,
  );
  for (const [pages, where] of [
    [`${one}\n\n– 1 –\n\n${two}\n\n– 2 –`, "7 typed-page: “– 1 –” .* \\(1 more like it\\)"],
    [`${one}\n\n            - 1 -`, "7 typed-page: “- 1 -” .* copied from"],
    [`${one}\n\n— 2 —\n\n${two}\n\n— 3 —\n\n${three}`, "7 typed-page: “— 2 —” .*"],
    [`${one}\n1\n${two}\n2\n${three}\n3`, "6 typed-page: “1” .* \\(2 more like it\\)"],
    [`${one}\nHead, page 1\n${two}\nHead, page 2`, "6 typed-page: “Head, page 1” .*"],
    [`Head\n\n${one}\n\n– 1 –\n\nHead\n\n${two}\n\n– 2 –`, "3 typed-page: “Head” .* \\(3 .*"],
    [
      `12 Book\n\n${one}\n\nPart 13\n\n${two}\n\n14 Book\n\n${three}\n\nPart 15`,
      "3 typed-page: “12 Book” .* \\(3 .*",
    ],
    [
      `12 Book\n\n${one}\n\nBook 13\n\n${two}\n\n14 Book\n\n${three}`,
      "3 typed-page: “12 Book” .* \\(2 .*",
    ],
    [`${one}\n\nTitle 1\n\n${two}\n\nTitle 2`, "7 typed-page: “Title 1” .*"],
    [`${one}\n\nFoot 1\n\f\n${two}\n\nFoot 2`, "7 typed-page: “Foot 1” .* \\(1 .*"],
  ] as const) {
    const { messages } = await read(pages);
    assert.match(messages.join("\n"), new RegExp(`(?:^|\n)${where}(?:\n|$)`, "u"));
  }
  for (const fine of [
    `${one}\n\n1\n\n${two}\n\n2\n\n${three}`,
    `– 1 –\n\n${one}\n\n– 2 –\n\n${two}`,
    `${one}\n\n1\n2\n3`,
    `${one}\n\n14`,
    `Part 1\n\n${one}\n\nPart 2\n\n${two}\n\nPart 3\n\n${three}`,
    `Hey ho!\n\n${one}\n\nHey ho!\n\n${two}\n\nHey ho!`,
    `12 Book\n\n${one}\n\nBook 13\n\n${two}`,
    `12 Book\n\n${one}\n\nPart 14\n\n${two}\n\n16 Book\n\n${three}\n\nPart 18`,
    `It is on page 2\nand on page 3`,
    "Page 2\n\nText.",
    "Text.\n\nPage 2 of the book.\n\nPage 3 of it.",
    "One.\n\n\fTwo.\n\n\fThree.",
  ])
    assert.equal(
      (await read(fine)).messages.filter((one) => /page/u.test(one)),
      [],
    );
});

copies(
  "should take no number of a page for an item of the list above it, nor for code in it",
  async () => {
    for (const set of ["", "                 "])
      for (const path of ["text.txt", "text.md"]) {
        const manuscript = manuscriptOf(
          `# Title\n\ncc:\n- Alfa\n- Bravo\n\n${set}- 2 -\n\nText.\n\n1. one\n2. two\n\n${set}- 3 -\n\n3. three\n`,
        );
        manuscript.file.path = path;
        const document = await readDocument(manuscript, pixels);
        checkDocument(manuscript, document);
        const lines = selectAll("p", document.body).map((line) => textOf(line));
        assert.equal(
          selectAll("li", document.body).map((item) => textOf(item).trim()),
          ["Alfa", "Bravo", "one", "two", "three"],
        );
        assert.is(selectAll("ol[start='3']", document.body).length, 1);
        assert.ok(lines.includes("- 2 -") && selectAll("pre", document.body).length === 0);
        assert.equal(
          manuscript.file.messages.map(({ ruleId }) => ruleId),
          ["typed-page"],
        );
      }
  },
);

copies.run();
