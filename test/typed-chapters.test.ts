import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const chapters = suite("typed chapters");
const text = "Text of it, a whole sentence stands here.";

/** Headings of a text with their levels. */
async function headings(lines: readonly string[], path = "text.txt", language = "en") {
  const manuscript = { ...manuscriptOf(`Title\n\n${lines.join("\n\n")}\n`), language };
  manuscript.file.path = path;
  const document = await readDocument(manuscript, pixels);
  checkDocument(manuscript, document);
  assert.not.ok(manuscript.file.messages.some(({ ruleId }) => ruleId === "text-lost"));
  return selectAll("h2, h3", document.body).map((one) => `${one.tagName} ${textOf(one)}`);
}

for (const heads of [
  ["第一章 总则", "第二章 会员"],
  ["一、停水时间", "二、注意事项"],
  ["§ 1 Name und Sitz", "§ 2 Zweck"],
  ["Article 1", "Article 2", "Article 3"],
  ["Chapter 1: Listening", "Chapter 2: Acting"],
  ["I. Budget", "II. Fête de quartier"],
  ["المادة ١", "المادة ٢"],
  ["1. Name and seat", "2. Purpose"],
  ["1) Ziele", "2) Wege"],
  ["1  Name", "2  Purpose"],
  ["1.1 Kitchen", "1.2 Guests", "2.1 Disputes"],
  ["१. उद्देश्य", "२. सदस्य"],
  ["Chapter One: Listening", "Chapter Two: Acting"],
  ["الباب الأول: أحكام عامة", "الباب الثاني: العضوية"],
  ["BİRİNCİ BÖLÜM", "İKİNCİ BÖLÜM"],
  ["Глава первая – Имя", "Глава вторая – Цели"],
  ["प्रथम अध्याय", "द्वितीय अध्याय"],
])
  chapters(`should take ${heads.join(" / ")} for headings`, async () => {
    const lines = heads.flatMap((head) => [head, text]);
    assert.equal(
      await headings([text, ...lines]),
      heads.map((head) => `h2 ${head}`),
    );
    assert.equal(await headings(lines, "text.md"), []);
  });

chapters("should set articles below chapters", async () => {
  const found = await headings([
    "第一章 总则",
    "第一条",
    text,
    "第二条",
    text,
    "第二章 会员",
    "第三条",
    text,
  ]);
  assert.equal(found, ["h2 第一章 总则", "h3 第一条", "h3 第二条", "h2 第二章 会员", "h3 第三条"]);
});

chapters("should set sections below those they are in", async () => {
  const found = await headings(["1. Use", "1.1 Kitchen", text, "1.2 Yard", text, "2. Costs", text]);
  assert.equal(found, ["h2 1. Use", "h3 1.1 Kitchen", "h3 1.2 Yard", "h2 2. Costs"]);
});

chapters("should part a head from what counts on right below it", async () => {
  const lines = ["1  Name\n1.1 It is called so.\n1.2 It sits here.", "2  Aim\n2.1 It helps."];
  assert.equal(await headings(lines), ["h2 1  Name", "h2 2  Aim"]);
  assert.equal(await headings(lines.slice(0, 1)), []);
});

for (const [why, lines] of Object.entries({
  "one is left out": ["Article 1", text, "Article 3", text],
  "they do not begin at 1": ["Article 2", text, "Article 3", text],
  "nothing stands between": ["Day 1 – Monday", "Day 2 – Tuesday", text],
  "nothing stands under the last": [text, "I. Budget", text, "II. Time"],
  "they are sentences": ["一、停水时间。", text, "二、注意事项。", text],
  "they are figures": ["Table 1", text, "Table 2", text],
  "they are pages": ["Page 1", text, "Page 2", text],
  "they stand over short lines alone": ["Room 1", "Ana Ruiz", "Room 2", "Bo Chen"],
  "they are to be filled in": ["1. Name", "__________", "2. Town", "__________", text],
  "they are a list": ["1. Tents", "2. Tables", text],
  "most stand over short lines": ["1. Ana", text, "2. Bo", "Chair", "3. Gil", "Treasurer"],
  "a section is left out": ["1.1 Yard", text, "1.3 Roof", text],
  "words only begin so": ["First things first", text, "Second thoughts", text],
  "there are headings": ["## Alfa", "Article 1", text, "Article 2", text],
}))
  chapters(`should take lines that count for text where ${why}`, async () => {
    assert.equal(
      (await headings(lines)).filter((one) => !one.endsWith("Alfa")),
      [],
    );
  });

chapters.run();
