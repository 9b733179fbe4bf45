import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const lists = suite("typed lists");

/** Blocks of a text by their elements: `ul: alfa, bravo`, `p: charlie`, a line break a slash. */
async function blocks(text: string, language = "en", path = "text.txt"): Promise<string[]> {
  const manuscript = { ...manuscriptOf(`Title\n\nText of it, a sentence.\n\n${text}\n`), language };
  manuscript.file.path = path;
  const document = await readDocument(manuscript, pixels);
  checkDocument(manuscript, document);
  assert.not.ok(manuscript.file.messages.some(({ ruleId }) => ruleId === "text-lost"));
  for (const br of selectAll("br", document.body))
    Object.assign(br, { tagName: "span", children: [{ type: "text", value: " /" }] });
  const found = document.body.children
    .flatMap((node) => ("tagName" in node && node.tagName === "section" ? node.children : [node]))
    .filter((node) => node.type === "element")
    .slice(1);
  return found.map((node) => {
    const items = selectAll(":scope > li, td, th", node);
    const words = (items.length > 0 ? items : [node]).map((one) => textOf(one));
    return `${node.tagName}: ${words.join(", ")}`.replace(/\s+/gu, " ").trim();
  });
}

for (const [text, found] of [
  [
    "    • a tent\n    • two tables\n  Please tell Ann.",
    ["ul: a tent, two tables", "p: Please tell Ann."],
  ],
  ["- a tent\n- two tables\nTell Bob too.", ["ul: a tent, two tables", "p: Tell Bob too."]],
  [
    "1. a tent\n2. tables\nTell Bob too.\nHe knows.",
    ["ol: a tent, tables", "p: Tell Bob too. / He knows."],
  ],
  ["- a tent\n- two tables\nand chairs", ["ul: a tent, two tables and chairs"]],
  ["- a tent\n- two tables\n  Green ones", ["ul: a tent, two tables Green ones"]],
  [
    "1. CALL\nAll were there.\n2. VOTE\nAll were for it.",
    ["ol: CALL / All were there., VOTE / All were for it."],
  ],
  [
    "1. Quiet\n1.1 From 10.\n1.2 To 7.\n2. Trash\n2.1 Thursday.",
    ["ol: Quiet / 1.1 From 10. / 1.2 To 7., Trash / 2.1 Thursday."],
  ],
  ["3. Agenda\na. money\nb. time", ["ol: Agenda / a. money / b. time"]],
  [
    "a. Money\n  1) What it is\n  2) Who has it\nb. Time",
    ["p: a. Money", "ol: What it is, Who has it", "p: b. Time"],
  ],
  ["o   a tent\no   two tables", ["ul: a tent, two tables"]],
  ["○○ Union of Graz", ["p: ○○ Union of Graz"]],
  ["o   a tent is what we have", ["p: o a tent is what we have"]],
] as const) {
  lists(`should tell what is right below a list: ${text.split("\n").join(" / ")}`, async () => {
    assert.equal(await blocks(text), found);
  });
}

lists("should leave lines below a list to Markdown in an .md file", async () => {
  const found = await blocks("- a tent\n- two tables\nTell Bob too.", "en", "text.md");
  assert.equal(found, ["ul: a tent, two tables Tell Bob too."]);
});

for (const [text, language, found] of [
  ["12. Mai 2024", "de", ["p: 12. Mai 2024"]],
  ["2024. május 6.", "hu", ["p: 2024. május 6."]],
  ["18. Mai 2024, 19 Uhr", "de", ["p: 18. Mai 2024, 19 Uhr"]],
  ["Sabine Köhler\n1. Vorsitzende", "de", ["p: Sabine Köhler / 1. Vorsitzende"]],
  ["Wir wollen:\n1. Geld", "de", ["p: Wir wollen:", "ol: Geld"]],
  ["1. Geld", "de", ["ol: Geld"]],
  ["1. Mai: Demonstration", "de", ["p: 1. Mai: Demonstration"]],
  ["2024. május 18. szombat", "hu", ["p: 2024. május 18. szombat"]],
  ["“I knew two.”\n- A neighbour", "en", ["p: “I knew two.” / - A neighbour"]],
  ["We need:\n- money", "en", ["p: We need:", "ul: money"]],
  ["- money", "en", ["ul: money"]],
] as const) {
  lists(`should tell an ordinal from a number: ${text.split("\n").join(" / ")}`, async () => {
    assert.equal(await blocks(text, language), found);
  });
}

for (const text of ["- over -", "- 아 래 -", "– Fin –"]) {
  lists(`should take “${text}” for text`, async () => {
    assert.equal(
      (await blocks(text)).map((one) => one.replace(/[–—]/gu, "-")),
      [`p: ${text.replaceAll("–", "-")}`],
    );
  });
}

for (const text of ["* food   * child care   * ramps", "• food   • child care   • ramps"]) {
  lists(`should take “${text}” for a line of text`, async () => {
    assert.equal(await blocks(text), [`p: ${text.replace(/\s+/gu, " ")}`]);
  });
}

for (const [text, found] of [
  ["THE STATE\nLiberty and bread\n---------", ["p: THE STATE / Liberty and bread", "hr:"]],
  ["It ends here.\n-----", ["p: It ends here.", "hr:"]],
  ["Thanks,\nJoan\n--\nJoan Petrie", ["p: Thanks, / Joan", "hr:", "p: Joan Petrie"]],
  ["Plots\n-----", ["p: Text of it, a sentence.", "h2: Plots"]],
] as const) {
  lists(`should tell a rule from a heading: ${text.split("\n").join(" / ")}`, async () => {
    assert.equal(await blocks(text), found);
  });
}

lists(
  "should take bullets of Japanese, and letters before no-break spaces, for a list",
  async () => {
    assert.equal(await blocks("・一\n・二", "ja"), ["ul: 一, 二"]);
    const nested = await blocks("·\u00a0\u00a0 one\no\u00a0\u00a0\u00a0two\n·\u00a0\u00a0 three");
    assert.equal(nested, ["ul: onetwo, three"]);
    assert.equal(await blocks("一・二"), ["p: 一・二"]);
  },
);

for (const rows of ["1.\t\t\n2.\t\t\n3.\t\t", "\t\t\n\t\t\n\t\t"]) {
  lists("should take empty rows under the heads of a table for rows to fill in", async () => {
    const [table = ""] = await blocks(`No.\tName\tPhone\n${rows}`);
    assert.match(table, /^table: No\., Name, Phone,/u);
    assert.is(table.split(",").length, 12);
  });
}

lists("should tell items behind long dashes from what is spoken", async () => {
  for (const text of [
    "— l’arrêt des expulsions ;\n— un loyer plafonné.",
    "— Stop evictions;\n— Freeze rents.",
  ])
    assert.match((await blocks(text)).join(), /^ul: (?:l’arrêt|Stop)[^,]*, (?:un|Freeze)/u);
  const spoken = "— Bonjour, Marie.\n— Salut !\n— on y va ?";
  assert.equal(await blocks(spoken, "fr"), [
    `p: ${spoken.replaceAll("\n", " / ")}`.replace(" !", " !"),
  ]);
});

lists("should keep the numbers of days, which count on in no list", async () => {
  for (const path of ["text.txt", "text.md"]) {
    const days = "3. März: Plenum\n10. März: *Kochen*\n17. März: Film\n\n4. Mai 2024\n11. Mai 2024";
    assert.equal(await blocks(days, "de", path), [
      "p: 3. März: Plenum / 10. März: Kochen / 17. März: Film",
      "p: 4. Mai 2024 / 11. Mai 2024",
    ]);
    const counted = await blocks("1. March on City Hall\n2. March on the bank", "en", path);
    assert.equal(counted, ["ol: March on City Hall, March on the bank"]);
    assert.match((await blocks("1. Mai: Fest\n3. Putzen", "de", path)).join(), /^ol: Mai: Fest/u);
  }
});

lists("should keep lines right under what follows a label", async () => {
  const text = "cc: School Board\n    Mayor\n    PTA";
  assert.equal(await blocks(text), ["p: cc: School Board / Mayor / PTA"]);
});

lists("should keep lines in the middle, and gaps too wide for chance", async () => {
  const text = [
    "Thursday, June 6 at 7 PM",
    "St. Mark's Church basement",
    "(enter from the side door on 3rd)",
  ];
  const inside = text.map((line, index) => `${" ".repeat(14 - 2 * index)}${line}`).join("\n");
  assert.equal(await blocks(inside), [`p: ${text.join(" / ").replace("'", "’")}`]);
  const manuscript = manuscriptOf("Title\n\nThe committee:\nAna Ruiz          Bo Chen\n");
  manuscript.file.path = "text.txt";
  const { body } = await readDocument(manuscript, pixels);
  assert.match(textOf(body), "Ana Ruiz\u2003\u2003Bo Chen");
});

lists(
  "should take bullets and numbers between tabs for those of lists, not for cells",
  async () => {
    const lines = (sign: string) =>
      ["a tent", "two tables", "tea"].map((one) => `\t${sign}\t${one}`);
    for (const sign of ["•", "-", "◦"])
      for (const path of ["text.txt", "text.md"])
        assert.equal(await blocks(lines(sign).join("\n"), "en", path), [
          "ul: a tent, two tables, tea",
        ]);
    const said = ["p: Bring / 1. a tent / 2. two tables / 3. tea"];
    const numbers = lines("#").map((line, index) => line.replace("#", `${index + 1}.`));
    assert.equal(await blocks(`Bring\n${numbers.join("\n")}`), said);
  },
);

lists("should make a table right under a line that says what it is", async () => {
  const found = await blocks("Budget\nItem\tCost\nBags\t$24\nPizza\t$90");
  assert.equal(found, ["p: Budget", "table: Item, Cost, Bags, $24, Pizza, $90"]);
});

lists("should keep lines at the right, however alike they are in width", async () => {
  const margin = " ".repeat(30);
  const text = ["Директору ООО «Уют»", "Петрову И. И.", "от жильцов дома № 12", "по ул. Садовой"];
  assert.equal(await blocks(text.map((line) => margin + line).join("\n"), "ru"), [
    "p: Директору ООО «Уют» / Петрову И. И. / от жильцов дома № 12 / по ул. Садовой",
  ]);
});

lists("should keep lines far too short for a text that is wrapped, though they go on", async () => {
  const prose = `${"This is a line of a text that is wrapped by a program at seventy,\n".repeat(4)}and so on.`;
  const signed = "Maria Delgado\nfor the Cedar Court Tenants";
  const found = await blocks(`${prose}\n\n${signed}\n\nIt was short\nand it ended.`);
  assert.equal(found.slice(1), [
    "p: Maria Delgado / for the Cedar Court Tenants",
    "p: It was short and it ended.",
  ]);
});

lists.run();
