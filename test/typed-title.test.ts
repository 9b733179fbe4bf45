import { select, selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const title = suite("typed title");

async function organisationsOf(line: string, language = "en"): Promise<string[] | undefined> {
  const text = `A plan\n\n${line}\n\nText of the plan, a sentence.\n`;
  const manuscript = { ...manuscriptOf(text), language };
  return (await readDocument(manuscript, pixels))?.matter.organisations;
}

for (const line of [
  "Elm Street Neighbours",
  "Neighbours",
  "Elm Street Neighbors, Inc.",
  "Vecinos de la calle Olmo",
  "US Human Rights Network and National Human Rights Cities Alliance",
  "الجيران في الشارع",
  "Nachbarn der Ulmenstraße e.V.",
  "Local 1199",
  "Guide Dogs Union",
  "Citizens Report Network",
  "街坊会",
  "이웃 모임",
  "गली के पड़ोसी",
]) {
  title(`should take “${line}” for organisations`, async () => {
    assert.equal(await organisationsOf(line), [line]);
  });
}

for (const line of [
  "What we do",
  "Second Edition",
  "A Handbook for Farm Workers",
  "Handbook for Farm Workers",
  "How to Test, Filter and Share It",
  "Who looks after it",
  "Executive Summary",
  "ARTICLE I – NAME AND PURPOSE",
  "Part 2",
  "第一章　总则",
  "BİRİNCİ BÖLÜM",
  "Part One",
  "Saturday, June 1 / 12 noon / Market Square",
  "Town Hall, 7:30pm",
  "Tuesday 14 May",
  "Ward 12 Hall, 18.30 Uhr",
]) {
  title(`should leave “${line}” to the text`, async () => {
    assert.equal(await organisationsOf(line), []);
  });
}

for (const [line, language] of [
  ["Ein Leitfaden für Mieterinnen", "de"],
  ["Leitfaden für Mieterinnen und Mieter", "de"],
  ["Guía para Inquilinas y Vecinos", "es"],
  ["Une Proposition du Conseil", "fr"],
] as const) {
  title(`should leave “${line}” to the text, which says what that is`, async () => {
    assert.equal(await organisationsOf(line, language), []);
  });
}

for (const [line, language] of [
  ["14 May 2024", "en"],
  ["Tuesday, May 14, 2024", "en"],
  ["Lyon, le 3 mars 2024", "fr"],
  ["Kassel, den 3. Februar 2024", "de"],
  ["Rosario, 12 de abril de 2024", "es"],
  ["г. Казань, 14 мая 2024 г.", "ru"],
  ["令和六年五月十四日", "ja"],
  ["2024年3月5日", "zh-Hans"],
] as const) {
  title(`should not take “${line}” for the title`, async () => {
    const manuscript = { ...manuscriptOf(`${line}\n\nText of a letter, a sentence.\n`), language };
    const { matter } = await readDocument(manuscript, pixels);
    assert.not.match(matter.title, /\p{N}/u);
  });
}

for (const line of ["March 2024", "Budget for 2024", "Summer Camp, June 2024"]) {
  title(`should take “${line}” for the title`, async () => {
    const manuscript = manuscriptOf(`${line}\n\nText of the plan, a sentence.\n`);
    assert.is((await readDocument(manuscript, pixels)).matter.title, line);
  });
}

title("should take a line that ends in “Inc.” for the title", async () => {
  const manuscript = manuscriptOf("BYLAWS OF ELM STREET NEIGHBORS, INC.\n\nThe name is that.\n");
  const { matter } = await readDocument(manuscript, pixels);
  assert.is(matter.title, "BYLAWS OF ELM STREET NEIGHBORS, INC.");
});

for (const [line, apart] of [
  ["March 12, 2024", true],
  ["Adopted by the Assembly, 14 October 2023", true],
  ["12 mars 2024", true],
  ["and what it says of 2024", false],
  ["Saturday, June 1 / 12 noon / Market Square", true],
  ["7:30pm at the hall", true],
  ["and what we may do in 12 days", false],
  ["2024", false],
] as const) {
  title(
    `should ${apart ? "leave" : "take"} “${line}” right under it ${apart ? "out" : "in"}`,
    async () => {
      const text = "Those present were Ana Ruiz, Bo Chen, Carla Diaz and two of their neighbours.";
      const manuscript = manuscriptOf(`Minutes of the Council\n${line}\n\n${text}\n`);
      const { matter } = await readDocument(manuscript, pixels);
      assert.is(matter.title, apart ? "Minutes of the Council" : `Minutes of the Council ${line}`);
    },
  );
}

/** Title and organisations of a text, and its first paragraph below them. */
async function opening(text: string, language = "en"): Promise<string[]> {
  const manuscript = { ...manuscriptOf(text), language };
  manuscript.file.path = "text.txt";
  const document = await readDocument(manuscript, pixels);
  checkDocument(manuscript, document);
  assert.not.ok(manuscript.file.messages.some(({ ruleId }) => ruleId === "text-lost"));
  const { body, matter } = document;
  const first = select("p, h2", body);
  return [matter.title, matter.organisations.join(), first ? textOf(first) : ""];
}

const sentence = "Those present were Ana Ruiz, Bo Chen, Carla Diaz and two of their neighbours.";

for (const [line, language] of [
  ["To: Department of Transportation", "en"],
  ["To the Mayor and City Council", "en"],
  ["An den Vorstand", "de"],
  ["Al Presidente Municipal", "es"],
  ["सेवा में, जिलाधिकारी", "hi"],
  ["إلى السيد رئيس البلدية", "ar"],
  ["Vorbemerkung", "de"],
  ["เรื่อง การประชุมใหญ่ประจำปี", "th"],
  ["เรียน ผู้อำนวยการเขต", "th"],
  ["বরাবর জেলা প্রশাসক", "bn"],
  ["பெறுநர் மாவட்ட ஆட்சியர்", "ta"],
  ["Προς τον Δήμαρχο Αθηναίων", "el"],
  ["Kepada Bapak Walikota Bandung", "id"],
  ["Alla Sindaca di Torino", "it"],
  ["Aan de Burgemeester van Gent", "nl"],
  ["Para sa Alkalde ng Maynila", "fil"],
] as const) {
  title(`should leave “${line}” under a title to the text`, async () => {
    const text = `Petition\n\n${line}\n\n${sentence}\n`;
    assert.equal(await opening(text, language), ["Petition", "", line]);
  });
}

for (const [heading, line, text, language] of [
  ["탄원서", "존경하는 시장님께", "저희는 햇살마을 주민들입니다.", "ko"],
  ["要望書", "市長 山田太郎様", "私たちは町内会の住民です。", "ja"],
  ["درخواست", "جناب ڈپٹی کمشنر صاحب", "ہم اس محلے کے رہنے والے ہیں۔", "ur"],
  ["بيان", "غزة - ٢٠ كانون الثاني ٢٠٢٤", "أعلنت اللجنة الإضراب.", "ar"],
  ["ማመልከቻ", "ለወረዳው አስተዳደር ጽሕፈት ቤት", "እኛ የሰፈሩ ነዋሪዎች ነን።", "am"],
  ["申请书", "尊敬的领导", "我们是小区的业主。", "zh-Hans"],
] as const) {
  title(`should leave “${line}” under a title to the text`, async () => {
    assert.equal(await opening(`${heading}\n\n${line}\n\n${text}\n`, language), [
      heading,
      "",
      line,
    ]);
  });
}

title("should take a line in capitals for organisations unless other heads are such", async () => {
  const text = `KNOW YOUR RIGHTS\n\nAT YOUR DOOR\n\n${sentence}\n`;
  assert.equal(await opening(text), ["KNOW YOUR RIGHTS", "AT YOUR DOOR", sentence]);
  const more = `${text}\nIN THE STREET\n\n${sentence}\n`;
  assert.equal(await opening(more), ["KNOW YOUR RIGHTS", "", "AT YOUR DOOR"]);
});

title("should part an opening of many lines that says when", async () => {
  const lines = ["Minutes of the Board", "Riverside Food Co-op", "March 5, 2024"];
  const text = `${lines.join("\n")}\n\n${sentence}\n\nYours truly,\n\nAna Ruiz\n`;
  assert.equal(await opening(text), [
    "Minutes of the Board",
    "",
    "Riverside Food Co-op\nMarch\u00A05, 2024",
  ]);
});

title("should take three lines that go on for one title", async () => {
  const text = `Report of the Committee on\nHousing and Homelessness\nto the Council\n\n${sentence}\n`;
  const words = "Report of the Committee on Housing and Homelessness to the Council";
  assert.equal(await opening(text), [words, "", sentence]);
});

for (const text of [
  "Maria Delgado\n118 Cedar Court\nOakland, CA 94601\nMay 3, 2024",
  "Maria Delgado\nCedar Court Tenants\nOakland, May 3, 2024\n\nDear Mr. Reed:",
  "[5/3/24, 9:14 PM] Ana: on thursday\n[5/3/24, 9:15 PM] Bo: when\n[5/3/24, 9:16 PM] Ana: at 7",
  "بسم الله الرحمن الرحيم\n\nمحضر اجتماع لجنة الحي",
  "What to bring                          What to leave at home",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc",
  "بخدمت جناب ڈپٹی کمشنر صاحب\nضلع لاہور",
  "To: The Mayor of Oakland\nFrom: Cedar Court Tenants",
  "До: Міського голови",
  "Kính gửi: Ủy ban nhân dân phường 5",
]) {
  title(`should take no title from “${text.replace(/\s+/gu, " ")}”`, async () => {
    const [found] = await opening(`${text}\n\n${sentence}\n`);
    assert.is(found, "");
  });
}

title(
  "should part a date from the title at a line break of a word processor, and in a short text",
  async () => {
    for (const text of [
      "Plan for the Spring Cleanup\u2028Saturday, April 20\n\nWho\n\nWe.",
      "Plan for the yard\nSaturday, April 20\n\nWe.",
    ])
      assert.match(
        (await opening(`${text}\n`))[0] ?? "",
        /^Plan for (?:the Spring Cleanup|the yard)$/u,
      );
  },
);

title("should know a street by its point, which ends no sentence", async () => {
  const lines = ["Agenda", "Meeting of the Block Association", "Thursday, 6:30 pm", "412 Oak St."];
  assert.is((await opening(`${lines.join("\n")}\n\n${sentence}\n`))[0], "Agenda");
});

title("should take a year that ends in a point for the title’s", async () => {
  const found = await opening(`Protokół z zebrania 15 kwietnia 2024 r.\n\n${sentence}\n`, "pl");
  assert.is(found[0], "Protokół z zebrania 15\u00A0kwietnia 2024 r.");
});

title("should keep the lines of a title that were ended on purpose", async () => {
  for (const [text, breaks] of [
    ["Who looks after\nA plan for the garden on Elm Street", 1],
    ["Who looks after\nthe garden", 0],
    ["Comitato di quartiere San Lorenzo\nAssemblea pubblica", 1],
  ] as const) {
    const manuscript = manuscriptOf(`${text}\n\n${sentence}\n`);
    const document = await readDocument(manuscript, pixels);
    assert.is(document.matter.title, text.replace("\n", " "));
    assert.ok(document.title);
    assert.is(selectAll("br", document.title).length, breaks);
  }
});

title.run();
