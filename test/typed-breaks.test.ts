import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const breaks = suite("typed line breaks");

/** Paragraphs and items of a text, with a slash where a line break was kept. */
async function paragraphs(text: string, path = "text.txt", language = "en"): Promise<string[]> {
  const manuscript = { ...manuscriptOf(text), language };
  manuscript.file.path = path;
  const document = await readDocument(manuscript, pixels);
  assert.ok(document);
  checkDocument(manuscript, document);
  assert.not.ok(manuscript.file.messages.some(({ ruleId }) => ruleId === "text-lost"));
  const found: string[] = [];
  for (const tree of [document.body, ...document.notes.map(({ content }) => content)])
    visit(tree, "element", (node: Element) => {
      if (node.tagName === "p" || node.tagName === "li") found.push(wordsOf(node));
    });
  return found.map((one) => one.replace(/\s+/gu, " ").trim());
}

function wordsOf({ children }: Element): string {
  const words = children.map((child) => {
    if (child.type === "text") return child.value;
    if (child.type !== "element" || /^(?:[uo]l|p|li)$/u.test(child.tagName)) return "";
    return child.tagName === "br" ? " /" : wordsOf(child);
  });
  return words.join("");
}

const opening = "# Title\n\n";

breaks("should keep short lines that end before the next word had to go down", async () => {
  const text = "Council President Theresa Kail\nCity-County Building\n414 Grant Street\n";
  const kept = "Council President Theresa Kail / City-County Building / 414 Grant Street";
  assert.equal(await paragraphs(opening + text), [kept]);
  assert.equal(await paragraphs(opening + text.replaceAll("\n", "\r\n")), [kept]);
  assert.equal(await paragraphs(opening + text, "text.md"), [kept.replaceAll(" /", "")]);
});

breaks("should keep them beside lines that are paragraphs, and in notes", async () => {
  const text = `About us\n${"We were founded long ago and ".repeat(4)}\n\nText.[^1]\n\n[^1]: Ward 4\nWard 7\n`;
  const [about, , note] = await paragraphs(opening + text);
  assert.match(about ?? "", /^About us \/ We were/u);
  assert.match(note ?? "", /^Ward 4 \/ Ward 7/u);
});

breaks("should keep lines that count on, however long", async () => {
  const long = "a purpose that is said in so many words that its line is as long as any other";
  const text = `The purposes are:\n(a) ${long};\n(b) ${long}, also\nin two lines, with\n(i) ${long},\n(ii) ${long}; and\n(c) ${long}.\n`;
  const said = `The purposes are: / (a) ${long}; / (b) ${long}, also in two lines, with / (i) ${long}, / (ii) ${long}; and / (c) ${long}.`;
  assert.equal(await paragraphs(opening + text), [said]);
});

for (const [name, lines] of Object.entries({
  "letters under an item": ["3. Reports", "a. Treasurer", "b. Garden committee"],
  "numbers of several parts": [
    "3.1 The board has five members, who are elected in May.",
    "3.1.1 They serve for two years, and may be elected again.",
    "3.2 A quorum is three.",
  ],
  "questions and answers": [
    "Q: Who can come to a hearing of the board, and who may speak?",
    "A: Anyone can.",
  ],
  verses: [
    "The lamp at Fifth went out in May",
    "and no one came to mend it.",
    "We asked the city twice a day,",
    "  and twice they said they would.",
  ],
  addresses: ["Maria Lopez, 412-555-0137", "maria@elm.example", "www.elm.example"],
  "numbers in brackets": [
    "[1] Elm Street Neighbors, annual report for the year 2023, published in spring 2024.",
    "[2] Resolution.",
  ],
  "boxes to tick": ["To do", "[ ] call the roofer", "☐ print flyers"],
  "numbers of Chinese": ["一、限制租金上涨；", "二、在所有听证会上提供口译；"],
  "parts of a sentence": ["to bring neighbours together;", "to care for the garden."],
  "lines behind words and colons": [
    "RESOLVED: that we write to the managers of the house this month",
    "For: 31, against: none",
    "Next meeting: 3 May",
  ],
  "the head of an e-mail": [
    "-----Original Message-----",
    "From: Gil Hall [mailto:gil@oak.example]",
    "Sent: Monday, March 4, 2024 9:14 AM",
    "To: Ana Ruiz",
    "Subject: FW: lease",
  ],
  "what a colon announces": ["Present:", "  Ana Ruiz", "  Bo Chen", "Sent word: Gil"],
  "verses set in by turns": [
    "We came into the yard at dawn,",
    "  the linden by the fence,",
    "and Uncle Nick was up and on",
    "  his feet with common sense.",
  ],
  "articles and clauses": ["第三条 居民会议每季度召开一次。", "第四条 会议记录应当公开。"],
  "sections that count on": [
    "§ 1º Não haverá discriminação de nenhuma espécie entre os moradores.",
    "§ 2º A Associação não terá partido.",
  ],
  "paragraphs set in as Chinese ones are": ["　　费用由自愿捐款解决。", "　　账目每月公布。"],
}))
  breaks(`should keep ${name}`, async () => {
    const [said = ""] = await paragraphs(`${opening}${lines.join("\n")}\n`);
    assert.is(
      said,
      lines
        .map((line) => line.trim())
        .join(" / ")
        .replace(/^3\. /u, ""),
    );
  });

const prose =
  "The number of households that pay more than half of their income for rent has risen from 21,400 in 2012 to 26,900 in 2022. This report looks at the reasons, and at what other cities, such as Vienna and New York, have done about it. It was ordered by the Council.";

for (const width of [24, 32, 40, 60, 72, 78, 100])
  breaks(`should join lines wrapped at ${width}`, async () => {
    assert.equal(await paragraphs(`${opening}${wrapped(prose, width)}\n`), [prose]);
  });

breaks("should join lines of uneven length, such as programs make that look ahead", async () => {
  const lines = wrapped(prose, 72)
    .split("\n")
    .map((line, index) => (index % 2 ? line : line.replace(/ (\S+)$/u, "\n$1")));
  const even = lines.join("\n").replace(/\n(\S+)\n/gu, "\n$1 ");
  assert.equal(await paragraphs(`${opening}${even}\n`), [prose]);
});

breaks("should join short paragraphs of wrapped text, items too", async () => {
  const two = "We ask that the Council place our petition on its agenda for the\nMarch meeting.";
  const item = "2. A right to counsel for tenants, which would cost\n   $2 million a year.";
  assert.equal(await paragraphs(`${opening}${two}\n\n1. One.\n${item}\n`), [
    two.replace("\n", " "),
    "One.",
    "A right to counsel for tenants, which would cost $2 million a year.",
  ]);
});

breaks("should join a line to one that goes on with its sentence", async () => {
  for (const text of ["Coffee and cake\nare provided.", "Coffee? Write to\ncup@elm.example."])
    assert.equal(await paragraphs(`${opening}${text}\n`), [text.replace("\n", " ")]);
});

breaks("should take no lines that happen to be alike for wrapped ones", async () => {
  const lines = [
    ["From: Bo Chen, Elm Street", "To: all neighbours", "Subject: Draft of the flyer"],
    [
      "Bo Chen, Secretary, Elm Street Neighbors",
      "412-555-0137, 12 Elm St, Flat 3, Pittsburgh",
      "Sent from home",
    ],
  ];
  const text = lines.map((block) => block.join("\n")).join("\n\n");
  assert.equal(
    await paragraphs(`${opening}${text}\n`),
    lines.map((block) => block.join(" / ")),
  );
});

breaks("should take no lines drawn for lines of text", async () => {
  const rule = "_".repeat(45);
  const text = `What should they know?\n${rule}\n${rule}\n${rule}\n\nName: ${"_".repeat(20)}\nPhone: ____\n`;
  const [, last = ""] = await paragraphs(opening + text);
  assert.match(last, /^Name: _+ \/ Phone: _+$/u);
});

breaks("should keep lines that count on in any file", async () => {
  for (const text of [
    "The purposes are:\n(a) to meet;\n(b) to care for the garden.",
    "المادة ٢ – الأهداف\nأ) مساعدة الأسر.\nب) تنظيم الدروس.",
    "النقاط\nأ) الماء.\nب) الضوء.\nت) الطريق.",
    "Điểm\nd) bốn\nđ) năm\ne) sáu",
    "순서\n가. 인사\n나. 보고",
    "議題\nア）報告\nイ）その他",
    "Q: Who can come?\nA: Anyone.",
    "[ ] call the roofer\n[x] print flyers",
    "Acordamos:\n1.- Aprobar el acta.\n2.- Aprobar el presupuesto.",
    "1º Aprobar el acta.\n2º Aprobar el presupuesto.",
    "1/ Rassemblement\n2/ Marche",
    "a/ Le local est fermé.\nb/ La clé est là.",
    "١- إصلاح المياه كلها.\n٢- إنارة الشوارع ليلاً.\n٣-فتح المركز كل يوم.",
    "أ- تشكيل لجنة.\nب- عقد اجتماع.",
    "①最低賃金を\n②保育所を",
    "1️⃣ Rent\n2️⃣ Heat",
    "✅ Bring a chair\n✅ Bring a cup",
    "★ فتح المركز الصحي كل أيام الأسبوع.\n★ إنارة الشوارع ليلاً في كل الأحياء.\n★ إصلاح شبكة المياه كلها في شهر.",
    "📅 Date: Saturday\n⏰ Time: noon\n📍 Place: the park",
    "-> Ali asks\n-> Bea writes",
    "[12/03/2024, 19:02:11] Asha: Habari\n[12/03/2024, 19:03:05] Juma: Sawa",
    "12/03/24, 19:02 - Ana: Hola\n12/03/24, 19:03 - Luis: Hola",
    "Present: Ali, Bea\nChair: Bea\nMinutes: Chris",
    "Ana Ruiz          Chair\nBo Chen           Secretary",
    "　　费用由自愿捐款解决。\n　　账目每月公布。",
  ])
    assert.equal(await paragraphs(opening + text, "text.md"), [
      text.replace(/^\s+/u, "").replace(/\n\s*/gu, " / ").replace(/ +/gu, " "),
    ]);
  assert.equal(await paragraphs(`${opening}**When:** noon\n**Where:** the park\n`, "text.md"), [
    "When: noon / Where: the park",
  ]);
  for (const text of [
    "We meet at noon.\nNote: bring chairs.\nand cups",
    "Ana wrote that we all\n❤ her and so did Bo\nand Cy.",
    "It takes 1\n2 hours, or\n3 of them.",
  ])
    assert.equal(await paragraphs(opening + text, "text.md"), [text.replaceAll("\n", " ")]);
  const wrapped =
    "What this says of members, and of guests, can be found in full in Article\n5, and what it says of those who left, and of when they left, is in Article\n6, which is long.";
  assert.equal(await paragraphs(opening + wrapped, "text.md"), [wrapped.replaceAll("\n", " ")]);
});

breaks("should keep line breaks of word processors in any file", async () => {
  for (const sign of ["\u2028", "\v"])
    assert.equal(await paragraphs(`${opening}Alfa${sign}bravo.\n`, "text.md"), ["Alfa / bravo."]);
});

breaks("should keep lines with wide gaps, and the gaps", async () => {
  const lines = [
    "Balance on 1 May:              $1,204.50",
    "Paid for printing:               -$88.20",
    "                               ---------",
    "Balance today:                 $1,116.30",
  ];
  const wrapped =
    "This text is wrapped at the width that most of its paragraphs have, and\nso only a gap can tell that the lines above were ended on purpose, and\nnothing else can.";
  assert.equal(await paragraphs(`${opening}${lines.join("\n")}\n\n${wrapped}\n`), [
    "Balance on 1 May: $1,204.50 / Paid for printing: -$88.20 / --------- / Balance today: $1,116.30",
    wrapped.replaceAll("\n", " "),
  ]);
  const manuscript = manuscriptOf(`${opening}${lines.join("\n")}\n`);
  manuscript.file.path = "text.txt";
  const { body } = await readDocument(manuscript, pixels);
  assert.match(textOf(body), /^Balance on 1\u00A0May:\u2003\u2003\$1,204\.50/u);
});

breaks("should join lines that go on within a column", async () => {
  const lines = [
    "Eviction      When a landlord goes to court to make you",
    "              leave. It takes weeks.",
    "Notice        A letter.",
  ];
  assert.equal(await paragraphs(`${opening}${lines.join("\n")}\n`), [
    "Eviction When a landlord goes to court to make you leave. It takes weeks. / Notice A letter.",
  ]);
});

breaks("should join lines of running text that has wide gaps here and there", async () => {
  const text =
    "We came home late.   The door was\nopen and the lamp was lit, and no\none was in the house.";
  assert.equal(await paragraphs(`${opening}${text}\n`), [text.replace(/\s+/gu, " ")]);
});

breaks("should keep a block at the right, as letters begin with", async () => {
  const block = ["Monsieur le Maire", "Hôtel de Ville", "69001 LYON"];
  const text = block.map((line) => `${" ".repeat(40)}${line}`).join("\n");
  assert.equal(await paragraphs(`Letter\n\n${text}\n\nMonsieur,\n`), [
    "Monsieur le Maire / Hôtel de Ville / 69001 LYON",
    "Monsieur,",
  ]);
});

breaks("should say that it kept lines, and where", async () => {
  const manuscript = manuscriptOf(`${opening}Alfa.\n\nCity of Graz\nCity of Gwangju\n`);
  manuscript.file.path = "text.txt";
  await readDocument(manuscript, pixels);
  const [message] = manuscript.file.messages.filter(({ ruleId }) => ruleId === "typed-breaks");
  assert.match(String(message), /^text\.txt:5:1: Kept 1 line break as typed$/u);
});

breaks("should take a line of nothing but no-break spaces for a blank one", async () => {
  for (const sign of ["\u00a0", "\u3000", "\u200b", " \u00a0 "])
    assert.equal(await paragraphs(`${opening}Alfa bravo.\n${sign}\nCharlie.\n`, "text.md"), [
      "Alfa bravo.",
      "Charlie.",
    ]);
});

for (const [text, language] of [
  ["Good friends,\nmen and women who work,\nthe gardens will bear,\nthe streets will shine.", "en"],
  ["Від: групи мешканців\nвул. Шкільна, 5, кв. 12\nтел. 067 123 45 67", "uk"],
  ["Komitet Lokatorski\nul. Długa 5 m. 3\ntel. 601 234 567", "pl"],
  [
    "To: Mr (Ms) .......................................\nYou are asked to come to the meeting.",
    "en",
  ],
  ["cc: City of Oakland, Code Enforcement\n     East Bay Law Center", "en"],
  ["Address: ___________________________\n         ___________________________", "en"],
  [
    "المادة 1: تؤسس جمعية تسمى «جمعية سكان الحي».\nالمادة 2: مقر الجمعية في شارع النخيل رقم 14.\nالمادة 3: أهداف الجمعية:\nأ) الدفاع عن حقوق السكان؛\nب) تنظيم النظافة والتشجير؛\nج) التعاون مع المدرسة.",
    "ar",
  ],
] as const) {
  breaks(`should keep the lines of “${text.slice(0, 20)}…”`, async () => {
    const said = text.replace(/\n */gu, " / ");
    assert.equal(await paragraphs(opening + text, "text.txt", language), [said]);
  });
}

breaks("should join what only looks like an address, or verse", async () => {
  for (const text of [
    "We tell the office, as they\ntell us, and wait.",
    "We came by bus at 5:30\nand left by bus 6: it was late.",
    "One, two,\nthree and so on",
  ])
    assert.equal(await paragraphs(opening + text), [text.replace("\n", " ")]);
});

function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines.join("\n");
}

breaks.run();
