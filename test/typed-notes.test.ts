import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";
import { told } from "./support/told.ts";

const headings = suite("headings over typed notes");

headings("should know the word of any supported language", async () => {
  for (const [language, heading] of [
    ["es", "Notas al pie"],
    ["es", "Notes"],
    ["es", "Примечания"],
    ["en", "Notas"],
    ["ar", "Notes :"],
    ["de", "الحواشي"],
    ["en", "## 5. Notes"],
    ["en", "— NOTES —"],
    ["el", "ΣΗΜΕΙΩΣΕΙΣ"],
    ["tr", "DİPNOTLAR"],
    ["pt", "NOTAS DE RODAPE"],
    ["zh-Hans", "注释："],
    ["ja", "【注】"],
    ["ar", "الهوامش\u200f"],
    ["fr", "## III. Notes et références"],
  ] as const) {
    const text = `Plan\n\nAlfa.¹ Bravo.²\n\n${heading}\n\n1. Uno.\n2. Dos.\n`;
    assert.equal(await told(text, language), ["Alfa.1 Bravo.2", "1: Uno.", "2: Dos."], heading);
  }
});

headings("should leave the word alone where no mark goes with what is under it", async () => {
  const text = "Alfa.\n\nNotas\n\n1. Uno.\n2. Dos.\n";
  assert.equal(await told(text), ["Alfa.", "Notas", "Uno.", "Dos."]);
});

headings("should not take a title for one", async () => {
  const text = "# Note\n\nAlfa.*\n\n\\* Uno.\n\nBravo.\n";
  assert.equal(await told(text), ["Alfa.*", "Bravo.", "*: Uno."]);
});

headings("should know one that is numbered as the sections are, without number signs", async () => {
  const text = "Plan\n\n4. Costs\n\nAlfa.¹ Bravo.²\n\n5. Notes\n\n¹ Uno.\n² Dos.\n";
  const said = ["Costs", "Alfa.1 Bravo.2", "1: Uno.", "2: Dos."];
  assert.equal(await told(text), said);
  assert.equal(await told(text.replace("Notes\n\n", "Notes\n")), said);
  assert.equal(await told(text.replace("5. Notes", "V. Notas")), said);
  const { notesHeading } = await readDocument(manuscriptOf(text), pixels);
  assert.is(notesHeading, "5. Notes");
  const items = "Alfa.\n\n1. Notes\n2. Costs\n";
  assert.equal(await told(`Plan\n\n${items}`), ["Alfa.", "Notes", "Costs"]);
});

headings("should end where lines to sign on or the number of a page follow", async () => {
  for (const end of ["Chair ______________ / A. Ruiz /", "— 1 —", "........ ........"]) {
    const text = `Plan\n\nAlfa.¹\n\nNotes\n\n¹ Uno.\n\n${end}\n`;
    assert.equal(await told(text), ["Alfa.1", end, "1: Uno."], end);
  }
});

headings.run();

const brackets = suite("numbers in other brackets");

brackets("should read those that Chinese is typed with", async () => {
  for (const [one, two] of [
    ["〔1〕", "〔2〕"],
    ["［１］", "［２］"],
    ["【1】", "【2】"],
  ]) {
    const text = `计划\n\n小路${one}，账目${two}。\n\n注释\n${one}2023年。\n${two}见公告栏。\n`;
    assert.equal(await told(text, "zh-Hans"), ["小路1，账目2。", "1: 2023年。", "2: 见公告栏。"]);
  }
  const fine = "计划\n\n国发〔2023〕1号。\n";
  assert.equal(await told(fine, "zh-Hans"), ["国发〔2023〕1号。"]);
});

brackets("should read those that Japanese is typed with, and leave remarks alone", async () => {
  const text =
    "会則\n\n誰でも会員になれる※１。会費は月額三百円※２。\n\n※１　外国籍の人を含む。\n※２　子どもは無料。\n";
  const said = [
    "誰でも会員になれる1。会費は月額三百円2。",
    "1: 外国籍の人を含む。",
    "2: 子どもは無料。",
  ];
  assert.equal(await told(text, "ja", "text.txt"), said);
  const remarks = "会則\n\n祭りは日曜日。\n\n※1　雨天中止。\n※2　車は不可。\n";
  const kept = ["祭りは日曜日。", "※1 雨天中止。 ※2 車は不可。"];
  assert.equal(await told(remarks, "ja", "text.txt"), kept);
});

brackets.run();

const figures = suite("notes that begin with figures");

figures("should be read behind the number of the note", async () => {
  const text = "We met there twice.1 “He left.” 2\n\nThey “sat.”3";
  const notes = "Notes\n1 In 1984.\n2 Ana Ruiz.\n3 14 Elm Street.";
  assert.equal(await told(`Plan\n\n${text}\n\n${notes}\n`, "en", "text.txt"), [
    "We met there twice.1 “He left.” 2",
    "They “sat.”3",
    "1: In 1984.",
    "2: Ana Ruiz.",
    "3: 14 Elm Street.",
  ]);
});

figures.run();

const nested = suite("typed notes that call others");

nested("should pair a mark that stands only in another note", async () => {
  const notes = ["1: Uno.2", "2: Dos."];
  for (const text of [
    "Alfa.¹\n\n¹ Uno.²\n\n² Dos.\n",
    "Alfa.¹\n\n¹ Uno.²\n² Dos.\n",
    "Alfa.¹\n\nNotes\n\n1. Uno.²\n2. Dos.\n",
    "Alfa.[1]\n\n[1] Uno.[2]\n[2] Dos.\n",
    "Alfa.¹\n\n² Dos.\n¹ Uno.²\n",
  ])
    assert.equal(await told(text), ["Alfa.1", ...notes], text);
});

nested("should not pair a mark with the note it stands in", async () => {
  assert.equal(await told("Alfa.\n\n† Uno.†\n"), ["Alfa.", "† Uno.†"]);
  assert.equal(await told("Alfa† and\n† uno.\n"), ["Alfa† and † uno."]);
});

nested("should call notes by flat figures and by marks in one text", async () => {
  const text = "Alfa bravo.1 Charlie delta.† Echo.\n\nNotes\n\n1. Uno.\n\n† Dos.\n";
  assert.equal(await told(text), ["Alfa bravo.1 Charlie delta.† Echo.", "1: Uno.", "†: Dos."]);
});

nested("should pair a mark with the note right under its sentence", async () => {
  assert.equal(await told("Alfa.†\n† Uno.\n"), ["Alfa.†", "†: Uno."]);
});

nested.run();

const alone = suite("typed marks and notes alone");

for (const [text, blocks, ...missing] of [
  ["Alfa bravo.¹ Charlie.¹ Delta.²\n", ["Alfa bravo.¹ Charlie.¹ Delta.²"], "mark ¹", "mark ²"],
  ["Alfa bravo.[3] Charlie.\n", ["Alfa bravo.[3] Charlie."]],
  ["Alfa bravo.\n\n† Uno.\n", ["Alfa bravo.", "† Uno."], "note †"],
  ["Alfa bravo.\n\n\\* Uno.\n", ["Alfa bravo.", "* Uno."]],
  ["Alfa bravo.\n\n§ Uno.\n", ["Alfa bravo.", "§ Uno."]],
  ["Alfa bravo.\n\n[1] Uno.\n", ["Alfa bravo.", "[1] Uno."]],
  ["Alfa.¹ Bravo.\n\n¹ Uno.\n\n\\* Dos.\n", ["Alfa.1 Bravo.", "* Dos.", "1: Uno."], "note *"],
  ["Alfa.[1] Bravo.\n\n[1] Uno.\n\n[3] Dos.\n", ["Alfa.1 Bravo.", "[3] Dos.", "1: Uno."]],
  [
    "Alfa.[1] Bravo.\n\nNotes\n\n[1] Uno.\n\n[2] Dos.\n",
    ["Alfa.1 Bravo.", "Notes", "[2] Dos.", "1: Uno."],
    "note [2]",
  ],
] as [string, string[], ...string[]][]) {
  alone(`should leave as typed what stands alone in ${JSON.stringify(text)}`, async () => {
    assert.equal(await told(text), blocks);
    const { file, ...rest } = manuscriptOf(text);
    await readDocument({ ...rest, file }, pixels);
    const found = file.messages.filter(({ ruleId }) => /-without-/.test(ruleId ?? ""));
    const reasons = missing.map((one) =>
      one.startsWith("mark")
        ? `The ${one} has no note; it stays as typed`
        : `The ${one} has no mark in the text; it stays as typed`,
    );
    assert.equal(
      found.map(({ reason }) => reason),
      reasons,
    );
  });
}

alone.run();

const further = suite("further blocks of typed notes");
const called = "Alfa bravo charlie.¹ Delta echo.²\n\nFoxtrot golf hotel.";
const bodyOf = ["Alfa bravo charlie.1 Delta echo.2", "Foxtrot golf hotel."];

further("should take lines above the next note in its block for the note's before", async () => {
  const text = "Alfa.¹ Bravo.²\n\nNotes\n\n¹ Uno\n\nmas de uno.\n² Dos.\n";
  assert.equal(await told(text), ["Alfa.1 Bravo.2", "1: Uno | mas de uno.", "2: Dos."]);
});

further("should end a list at the note on the line below", async () => {
  for (const list of ["1. x\n2. y", "- x\n- y", "• x\n• y", "> x\n> y"])
    for (const heading of ["Notes\n\n", "Notes\n", ""]) {
      const text = `${called}\n\n${heading}¹ Uno:\n${list}\n² Dos.\n`;
      const items = list.startsWith(">") ? "x y" : "x | y";
      assert.equal(await told(text), [...bodyOf, `1: Uno: | ${items}`, "2: Dos."], text);
    }
});

further("should take a list right under a note for its own", async () => {
  const text = `${called}\n\n¹ Uno:\n1. x\n2. y\n\n² Dos.\n\nIndia.\n`;
  assert.equal(await told(text), [...bodyOf, "India.", "1: Uno: | x | y", "2: Dos."]);
});

further("should take indented paragraphs for the note's before them", async () => {
  for (const indent of ["\t", "  ", "      ", "\u00a0\u00a0"]) {
    const more = `${indent}Two three four five.\n\n${indent}Six seven eight nine.`;
    const text = `${called}\n\n¹ Uno.\n\n${more}\n\n² Dos.\n\n${more}\n\nIndia.\n`;
    const said = "Two three four five. | Six seven eight nine.";
    const notes = [`1: Uno. | ${said}`, `2: Dos. | ${said}`];
    assert.equal(await told(text), [...bodyOf, "India.", ...notes], JSON.stringify(indent));
  }
});

further("should leave indented paragraphs where the whole text is indented", async () => {
  const text = "Plan\n\n  Alfa.¹\n\n¹ Uno.\n\n  Bravo.²\n\n² Dos.\n\n  Charlie.\n";
  assert.equal(await told(text), ["Alfa.1", "Bravo.2", "Charlie.", "1: Uno.", "2: Dos."]);
});

further("should take what stands between two notes of one run for the first one's", async () => {
  for (const [one, two] of [
    ["¹", "²"],
    ["[1]", "[2]"],
    ["†", "‡"],
  ]) {
    const text = `${called}\n\n¹ Uno.\n\nIndia.\n\nJuliett.\n\n² Dos.\n\nKilo.\n`;
    const typed = text.replaceAll("¹", `${one}`).replaceAll("²", `${two}`);
    const marks = one === "†" ? ["†", "‡"] : ["1", "2"];
    const body = bodyOf.map((part) => part.replace("1", `${marks[0]}`).replace("2", `${marks[1]}`));
    const notes = [`${marks[0]}: Uno. | India. | Juliett.`, `${marks[1]}: Dos.`];
    assert.equal(await told(typed), [...body, "Kilo.", ...notes], typed);
  }
});

further("should leave the text between notes at the feet of pages", async () => {
  for (const text of [
    "Alfa.¹\n\n¹ Uno.\n\nBravo.²\n\n² Dos.\n",
    "Alfa.[1]\n\n[1] Uno.\n\nBravo.[2]\n\n[2] Dos.\n",
    "Alfa.¹\n\n¹ Uno.\n\nBravo.\n\nCharlie.²\n\n² Dos.\n",
    "Alfa.*\n\n\\* Uno.\n\nBravo.¹\n\n¹ Dos.\n",
  ]) {
    const found = await told(text);
    assert.ok(
      found.every((part) => !part.includes("|")),
      `${text}${found}`,
    );
    assert.is(found.length, text.split("\n\n").length, `${text}${found}`);
  }
});

further("should not take the text for the note's on the status", async () => {
  const text = "DRAFT*\n\nPlan for Alfa¹\n\n\\* Not yet.\n\nBravo.\n\n¹ Uno.\n";
  assert.equal(await told(text), ["Bravo.", "*: Not yet.", "1: Uno."]);
});

further("should end the notes under a heading at a bare line over other text", async () => {
  const text = `${called}\n\nNotes\n\n¹ Uno.\n\nMore.\n\n² Dos.\n\nContact\n\nIndia 7.\n`;
  assert.equal(await told(text), [...bodyOf, "Contact", "India 7.", "1: Uno. | More.", "2: Dos."]);
});

further(
  "should end the notes under a heading at a rule, or at a bare line over others",
  async () => {
    for (const [rule, more] of [
      ["---", []],
      ["Literature", ["Literature"]],
    ] as const) {
      const text = `${called}\n\nNotes\n\n¹ Uno.\n\n² Dos.\n\n${rule}\n\nIndia.\n`;
      assert.equal(await told(text), [...bodyOf, ...more, "India.", "1: Uno.", "2: Dos."]);
    }
    const other = `${called} x[1].\n\nNotes\n\n¹ Uno.\n\n² Dos.\n\nLiterature\n\n[1] Tres.\n`;
    const body = ["Alfa bravo charlie.1 Delta echo.2", "Foxtrot golf hotel. x3.", "Literature"];
    assert.equal(await told(other), [...body, "1: Uno.", "2: Dos.", "3: Tres."]);
  },
);

further("should take away the rule between the text and its notes", async () => {
  const rules = async (text: string) => {
    const document = await readDocument(manuscriptOf(text), pixels);
    return document?.body.children.filter((node) => "tagName" in node && node.tagName === "hr")
      .length;
  };
  for (const rule of ["________________", "---", "* * *"])
    assert.is(await rules(`Alfa.¹\n\n${rule}\n¹ Uno.\n`), 0, rule);
  assert.is(await rules("Alfa.¹\n\n---\n\nNotes\n\n¹ Uno.\n"), 0);
  assert.is(await rules("Alfa.¹\n\n__________\n¹ Uno.\n\nBravo.²\n\n__________\n² Dos.\n"), 0);
  assert.is(await rules("Alfa.¹\n\n---\n\n¹ Uno.\n\nBravo.\n"), 1);
  assert.is(await rules("Alfa.¹\n\n¹ Uno.\n\n---\n\nBravo.\n\n---\n"), 2);
});

further.run();

const marks = suite("marks of typed notes");

/** A text as typed, with two notes, and how their calls print where they are not `1` and `2`. */
const spellings: Record<string, string> = {
  "with a point": "Alfa.¹ Bravo.²\n\n¹. Uno.\n². Dos.",
  "with a bracket behind them": "Alfa.¹) Bravo.²⁾\n\n¹) Uno.\n²⁾ Dos.",
  "in bold": "Alfa.**¹** Bravo.**[2]**\n\nNotes\n\n**¹** Uno.\n\n**[2]** Dos.",
  "in bold with their words": "Alfa.¹ Bravo.²\n\n**¹ Uno**.\n\n*² Dos*.",
  "in brackets with a point": "Alfa.[1] Bravo.[2]\n\n[1]. Uno.\n[2]. Dos.",
  "in brackets without a space": "Alfa.[1] Bravo.[2]\n\n[1]Uno.\n\n[2]Dos.",
  "in Arabic digits": "Alfa [١]. Bravo [٢].\n\n[١] Uno.\n[٢] Dos.",
  "in Persian digits": "Alfa.[۱] Bravo.[۲]\n\nNotes\n\n[۱] Uno.\n[۲] Dos.",
  "in Roman digits": "Alfa.[i] Bravo.[ii]\n\n[i] Uno.\n\nTres.\n\n[ii] Dos.",
  "in circles": "Alfa.① Bravo.②\n\n① Uno.\n② Dos.",
  "in round brackets under a heading": "Alfa (1). Bravo.(2)\n\nNotes\n\n(1) Uno.\n(2) Dos.",
  "in a list with brackets": "Alfa.¹ Bravo.²\n\nNotes\n\n1) Uno.\n\n2) Dos.",
  "bare under a heading": "Alfa.¹ Bravo.²\n\nNotes\n\n1 Uno.\n2 Dos.",
  "bare and apart under a heading": "Alfa.¹ Bravo.²\n\nNotes\n\n1 Uno.\n\n2 Dos.",
  "bare in other digits": "Alfa.¹ Bravo.²\n\nटिप्पणियाँ\n\n१. Uno.\n२. Dos.",
  "bare with dashes": "Alfa.¹ Bravo.²\n\nNotas\n\n1.- Uno.\n2 – Dos.",
  "raised no more": "Alfa.1 Bravo.2\n\nNotes\n\n1. Uno.\n2. Dos.",
  "raised no more, at the end": "Alfa.1 Bravo.2\n\nTen people, No. 5.\n\n1 Uno.\n2 Dos.",
  "between marks of direction": "Alfa.\u200f¹\u200f Bravo.²\n\n\u200f¹ Uno.\n\n\u200f² Dos.",
  "in round brackets under a rule": "Alfa (1). Bravo.(2)\n\n______\n(1) Uno.\n\n(2) Dos.",
  "on a page of their own": "Alfa.¹ Bravo.²\n\f\nNotes\n\f¹ Uno.\n² Dos.",
  "bare at the end": "Alfa.¹ Bravo.²\n\n1 Uno.\n2 Dos.",
  "in a list at the end": "Alfa.¹ Bravo.[2]\n\n1. Uno.\n2. Dos.",
};
for (const [name, text] of Object.entries(spellings))
  marks(`should know them ${name}`, async () => {
    const body = text.startsWith("Alfa (") ? "Alfa 1. Bravo.2" : "Alfa.1 Bravo.2";
    const spaced = text.startsWith("Alfa [") ? "Alfa 1. Bravo 2." : body;
    const [first, ...notes] = (await told(text)).map((part) => part.replace(/\u200f/gu, ""));
    assert.is(first, spaced);
    if (text.includes("Ten people")) notes.shift();
    const third = text.includes("Tres") ? " | Tres." : "";
    assert.equal(notes, [`1: Uno.${third}`, "2: Dos."]);
  });

marks("should know an asterisk with a bracket, and leave the bracket of a remark", async () => {
  assert.equal(await told("Alfa*) (bravo *).\n\n*) Uno.\n"), ["Alfa* (bravo *).", "*: Uno."]);
});

marks("should know an asterisk's list under a heading that ends in a colon", async () => {
  assert.equal(await told("Alfa.*\n\nNotes:\n\n* Uno.\n"), ["Alfa.*", "*: Uno."]);
});

marks("should know a sign one space off its word, before punctuation", async () => {
  const text = "Alfa *. Bravo\u00a0†, charlie.\n\n* Uno.\n\n† Dos.\n";
  assert.equal(await told(text), ["Alfa *. Bravo †, charlie.", "*: Uno.", "†: Dos."]);
  assert.equal(await told("Alfa * bravo 5 *.\n\n† Uno.\n"), ["Alfa * bravo 5 *.", "† Uno."]);
});

marks("should know notes on the line below a table", async () => {
  const text = "# Plan\n\n| a | b |\n| - | - |\n| c¹ | d* |\n¹ Uno.\n* Dos.\n";
  assert.equal(await told(text), ["a", "b", "c1", "d*", "1: Uno.", "*: Dos."]);
});

marks("should know notes that begin with a link", async () => {
  for (const [one, two] of [
    ["¹", "²"],
    ["[1] ", "[2] "],
    ["†", "‡"],
    ["1. ", "2. "],
  ] as const) {
    const heading = one === "1. " ? "Notes\n\n" : "";
    const calls = one === "1. " ? ["¹", "²"] : [one.trim(), two.trim()];
    const text = `Alfa.${calls[0]} Bravo.${calls[1]}\n\n${heading}${one}https://a.example\n${two}**Dos**.\n`;
    const [, ...notes] = await told(text);
    assert.equal(
      notes.map((note) => note.slice(3)),
      ["https://a.example", "Dos."],
      text,
    );
  }
});

marks("should know them between words that no space parts", async () => {
  const text = "五月に¹集まった。²みんな*来た。\n\n¹ 一。\n² 二。\n* 三。\n";
  assert.equal(await told(text, "ja"), [
    "五月に1集まった。2みんな*来た。",
    "1: 一。",
    "2: 二。",
    "*: 三。",
  ]);
});

marks("should take a list of one asterisk for a note wherever it stands", async () => {
  const text =
    "## Uno\n\nAlfa.*\n\n* Bravo.\n\nCharlie.\n\n## Dos\n\nDelta.*\n\n* Echo:\n- x\n- y\n";
  const body = ["Uno", "Alfa.*", "Charlie.", "Dos", "Delta.†"];
  assert.equal(await told(text), [...body, "*: Bravo.", "†: Echo: | x | y"]);
});

marks("should not take numbers for notes that may be something else", async () => {
  for (const text of [
    "Alfa.¹ Bravo.²\n\nWe ask for:\n\n1. Uno.\n2. Dos.\n",
    "Alfa.¹ Bravo.\n\n1. Uno.\n2. Dos.\n",
    "Alfa.¹ Bravo.²\n\nCharlie.\n\n20 people came.\n",
    "Alfa (1) bravo (2).\n\n(1) Uno.\n\n(2) Dos.\n",
    "Alfa (1) bravo (1).\n\nNotes\n\n(1) Uno.\n",
    "[1] Alfa, see [3].\n\n[2] Bravo.\n\n[3] Charlie.\n\nDelta.\n",
    "Alfa.1 Bravo.3\n\nNotes\n\n1. Uno.\n2. Dos.\n",
    "Alfa.1 Bravo.2 Charlie.1\n\n1. Uno.\n2. Dos.\n",
    "Alfa.1\n\n1. Uno.\n",
    "Version2.1 of Alfa 2.\n\n1. Uno.\n2. Dos.\n",
    "[1] Alfa, see [3].\n\n[2] Bravo; [1] goes on.\n\n[3] Charlie.\n",
    "① Alfa, see ②.\n\n② Bravo.\n\nCharlie.\n",
  ])
    assert.ok(!(await told(text)).some((part) => /^\d: /u.test(part)), text);
});

marks(
  "should know a list at the end of each section, if its numbers are the section's marks",
  async () => {
    const text = "# Uno\n\nAlfa.¹ Bravo.²\n\n1. x\n2. y\n\n# Dos\n\nCharlie.¹\n\n1. z\n";
    const body = ["Uno", "Alfa.1 Bravo.2", "Dos", "Charlie.3"];
    assert.equal((await told(text)).slice(-3), ["1: x", "2: y", "3: z"]);
    assert.equal((await told(`Plan\n\n${text}`)).slice(-7, -3), body);
    const apart = "# Plan\n\n## Uno\n\nAlfa.¹\n\n## Dos\n\nBravo.²\n\n1. x\n2. y\n";
    assert.equal((await told(apart)).slice(-2), ["1: x", "2: y"]);
    const other = "# Plan\n\n## Uno\n\nAlfa.¹ Bravo.²\n\n## Dos\n\nCharlie.¹\n\n1. x\n";
    assert.ok((await told(other)).includes("x"));
  },
);

marks("should leave a list whose numbers other notes have", async () => {
  const list = "We ask this.\n\n1. Tres.\n2. Quatro.";
  const text = `Alfa.¹ Bravo.²\n\n${list}\n\n## Notes\n\n1. Uno.\n2. Dos.\n`;
  const body = ["Alfa.1 Bravo.2", "We ask this.", "Tres.", "Quatro."];
  assert.equal(await told(text), [...body, "1: Uno.", "2: Dos."]);
});

marks("should read a wrapped line that begins with a number as what it is", async () => {
  const text = "Alfa.¹ Bravo.²\n\nNotes\n\n1 Uno, where\n20 people came.\n2 Dos.\n";
  const notes = ["1: Uno, where 20 people came.", "2: Dos."];
  assert.equal(await told(text), ["Alfa.1 Bravo.2", ...notes]);
});

marks("should take for notes what Markdown takes for addresses of numbers", async () => {
  const text =
    "Alfa [1] and *bravo [2]*, [charlie](https://c.example) [3].\n\nNotes\n\n" +
    '[1]: https://a.example/b\n[2]: Ibid.\n[3]: https://d.example "Delta"\n';
  assert.equal(await told(text), [
    "Alfa 1 and bravo 2, charlie 3.",
    "1: https://a.example/b",
    "2: Ibid.",
    "3: https://d.example “Delta”",
  ]);
});

marks("should leave addresses to links that ask for them by number", async () => {
  const text =
    "Alfa [bravo][1], [2] and [2][].\n\n[1]: https://a.example\n[2]: https://b.example\n";
  assert.equal(await told(text), ["Alfa bravo, 2 and 2."]);
});

marks.run();

const links = suite("marks of notes that are links");

for (const [call, note] of [
  ["[[1]](#_ftn1)", "[[1]](#_ftnref1) Uno."],
  ["[\\[1\\]](#_edn1)", "[\\[1\\]](#_ednref1) Uno."],
  ['<a href="#_ftn1" name="_ftnref1">[1]</a>', '<a href="#_ftnref1" name="_ftn1">[1]</a> Uno.'],
  ["<sup>[1](#fn1)</sup>", "1. Uno. [↩](#fnref1)"],
  ["[1](#fn:1)", "1. Uno. [↩︎](#fnref:1)"],
  [
    '<a id="footnote-ref-1"></a>[\\[1\\]](#footnote-1)',
    '1. <a id="footnote-1"></a> Uno. [↑](#footnote-ref-1)',
  ],
] as const) {
  links(`should pair ${call} with ${note}`, async () => {
    const two = (typed: string) => typed.replaceAll("1", "2").replace("Uno", "Dos");
    const text = `# Plan\n\nAlfa.${call} Bravo.${two(call)}\n\n${note}\n\n${two(note)}\n`;
    assert.equal(await told(text), ["Alfa.1 Bravo.2", "1: Uno.", "2: Dos."]);
    const manuscript = manuscriptOf(text);
    await readDocument(manuscript, pixels);
    assert.equal(
      manuscript.file.messages.map(({ ruleId }) => ruleId),
      ["typed-notes"],
    );
  });
}

links("should leave other links alone", async () => {
  const text = "# Plan\n\nSee [1](#plan) and [↑](#plan), [one](#fn1).\n";
  assert.equal(await told(text), ["See 1 and ↑, one."]);
});

links.run();
