import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const status = suite("typed status");

async function read(text: string, language = "en") {
  const manuscript = { ...manuscriptOf(text), language };
  const document = await readDocument(manuscript, pixels);
  assert.ok(document, text);
  checkDocument(manuscript, document);
  const rules = manuscript.file.messages.map(({ ruleId }) => ruleId);
  assert.not.ok(rules.includes("text-lost"), text);
  return { matter: document.matter, rules };
}

for (const [first, language = "en"] of [
  ["DRAFT"],
  ["Status: Draft"],
  ["**Status:** draft"],
  ["Estado: borrador", "es"],
  ["D R A F T"],
  ["\tDRAFT"],
  ["        Draft - not for distribution"],
  ["> DRAFT"],
  ["<b>DRAFT</b>"],
  ["# Status: Draft"],
  ["Draft 3 - 12 May 2024"],
  ["Draft v2.1 (for discussion)"],
  ["DRAFT #2"],
  ["Draft No. 4"],
  ["Borrador n.º 2 – 12 de mayo de 2024", "es"],
  ["Draft 3 March 2024"],
  ["(Entwurf vom 3. Februar 2024)", "de"],
  ["Borrador de 12 de mayo de 2024", "es"],
  ["Draft of May 12, 2024"],
  ["ПРОЕКТ", "ru"],
  ["MINUTA", "pt"],
  ["PROJET", "fr"],
  ["PROJET – NE PAS DIFFUSER", "fr"],
  ["Projet n° 2 – 12 mai 2024", "fr"],
  ["Проект – для обсуждения", "ru"],
  ["Draft - for the members of the committee"],
  ["DRAFT - NOT FOR DISTRIBUTION OUTSIDE THE STEERING COMMITTEE."],
]) {
  status(`should mark a text that begins with “${first}” as a draft`, async () => {
    const { matter } = await read(`${first}\n\nA plan\n\nText of the plan.\n`, language);
    assert.is(matter.status, "draft");
    assert.is(matter.title, "A plan");
  });
}

for (const first of [
  "Status: Good",
  "Motion: Draft a plan",
  "> To draft is to think.",
  "Draft of 2024",
  "Draft - nobody may read this aloud.",
  "Draft - one two three four five six seven eight",
  "Draft - incomprehensibilities incomprehensibilities incomprehensibilities",
  "\tlet a;",
  "Draft 3 plans for the yard",
  "Draft no plan",
  "Draft 2: A plan for the yard and for the street",
]) {
  status(`should leave “${first}” to the text`, async () => {
    const { matter } = await read(`${first}\n\nText of the plan, and more of it.\n`);
    assert.is(matter.status, "final");
  });
}

for (const [first, language] of [
  ["（讨论稿）", "zh-Hans"],
  ["（案）", "ja"],
] as const) {
  status(`should mark a text that begins with “${first}” as a draft`, async () => {
    const { matter } = await read(`${first}\n\n計画\n\n私達の計画。計画。\n`, language);
    assert.is(matter.status, "draft");
  });
}

for (const [first, language = "en"] of [
  ["Bylaws (draft)"],
  ["Bylaws\n(Draft 3)"],
  ["Discours de Mme Diallo à l’assemblée\nVersion provisoire", "fr"],
  ["Estatutos (borrador)", "es"],
  ["居民自治章程（草案）", "zh-Hans"],
  ["緑団地の会　会則（案）", "ja"],
]) {
  status(`should ask about “${first}”`, async () => {
    const { matter, rules } = await read(`${first}\n\nText of the plan.\n`, language);
    assert.is(matter.status, "final");
    assert.equal(rules, ["status-doubtful", "typed-title"]);
  });
}

for (const text of [
  "Bylaws\n\nElm Street\n\nMay 2024\n\nFor members\n\nDRAFT – not yet adopted\n\nText of it.",
  "Bylaws\n\nText of it.\n\nMore of it.\n\nMore.\n\nMore.\n\nMore.\n\nMore.\n\nDraft – May 3",
  `Bylaws\n\n${"Text of it.\n\n".repeat(8)}[Draft]\n\n${"Text of it.\n\n".repeat(8)}`,
]) {
  status("should ask about a draft that is said below the first line, wherever", async () => {
    const { matter, rules } = await read(`${text}\n`);
    assert.is(matter.status, "final");
    assert.equal(rules, ["status-doubtful", "typed-title"]);
  });
}

status("should not ask about a section that is called as a status", async () => {
  const more = "Text of it.\n\n".repeat(8);
  const { rules } = await read(`Plan\n\n${more}Review\n\n${more}Draft\n\n${more}`);
  assert.equal(rules, ["typed-title"]);
});

status("should ask about a word for a draft, or for a project, before a title", async () => {
  const { matter, rules } = await read("Projet – Jardin partagé\n\nText of it.\n", "fr");
  assert.is(matter.status, "final");
  assert.is(matter.title, "Projet – Jardin partagé");
  assert.equal(rules, ["status-doubtful", "typed-title"]);
});

for (const [first, language = "en"] of [
  ["Projet de jardin", "fr"],
  ["Проект «Чистая вода»", "ru"],
  ["Bylaws (revised)"],
  ["How to draft (a handbook)"],
]) {
  status(`should not ask about “${first}”`, async () => {
    const { rules } = await read(`${first}\n\nText of the plan.\n`, language);
    assert.equal(rules, ["typed-title"]);
  });
}

status.run();
