import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const headings = suite("typed headings");
const sentence = "We meet in the yard, and whoever comes is welcome.";

/** Headings of a text, and the rules it is told of. */
async function read(text: string, path = "text.txt") {
  const manuscript = manuscriptOf(`${text}\n`);
  manuscript.file.path = path;
  const document = await readDocument(manuscript, pixels);
  checkDocument(manuscript, document);
  const rules = manuscript.file.messages.map(({ ruleId }) => ruleId);
  assert.not.ok(rules.includes("text-lost"), text);
  const found = selectAll("h2, h3", document.body).map((node) => textOf(node));
  return { found, rules, title: document.matter.title };
}

headings("should make headings of lines in capitals, and of bold ones", async () => {
  for (const [one, other] of [
    ["YOUR RIGHTS", "WHO TO CALL"],
    ["**Your rights**", "**Who to call:**"],
    ["I. NỘI DUNG", "II. BIỂU QUYẾT"],
    ["ПОВЕСТКА ДНЯ:", "РЕШИЛИ"],
  ] as const) {
    const text = `The plan\n\n${one}\n\n${sentence}\n\n${other}\n\n- a yard\n- a gate`;
    const { found, rules, title } = await read(text);
    assert.equal(
      found,
      [one, other].map((line) => line.replaceAll("*", "")),
    );
    assert.equal(rules, ["typed-title", "typed-headings"]);
    assert.is(title, "The plan");
    assert.equal((await read(text, "text.md")).found, []);
  }
});

headings("should make headings of lines in capitals right over their text", async () => {
  const text = `BYLAWS\n\nARTICLE I – NAME\n${sentence}\n\nARTICLE II – DUES\n${sentence}`;
  assert.equal((await read(text)).found, ["ARTICLE I – NAME", "ARTICLE II – DUES"]);
});

headings("should leave the title to itself, and say nothing of it", async () => {
  const text = `**The plan**\n\n${sentence}\n\n**The yard**\n\n${sentence}`;
  for (const path of ["text.txt", "text.md"])
    assert.equal(await read(text, path), { found: [], rules: ["typed-title"], title: "The plan" });
});

for (const text of [
  `NO MORE CUTS\n\n${sentence}`,
  `Mr. Ruiz\n\nPRESENTE\n\n${sentence}\n\nATENTAMENTE\n\nRosa María Téllez, presidenta del comité`,
  `${sentence}\n\nANA RUIZ\n\nChair\n\nBEN OKAFOR\n\nSecretary of the board`,
  `${sentence}\n\nANA RUIZ\nChair\n\nBEN OKAFOR\nSecretary`,
  `${sentence}\n\nNO CUTS!\n\n${sentence}\n\nNO FEES!\n\n${sentence}`,
  `SUBJECT: STREET LIGHTS\n\n${sentence}\n\n“LAND AND FREEDOM”\n\nROSA MARÍA TÉLLEZ\nPRESIDENTA DEL COMITÉ VECINAL`,
  `PRESENT:\n\nAna Ruiz, Ben Okafor, Chloe Martin and others\n\nABSENT:\n\nDana Wu, Eli Roth and all the others of them`,
  `${sentence}\n\n总则\n\n${sentence}\n\n会议\n\n${sentence}`,
]) {
  headings(`should make none of ${text.replace(/\s+/gu, " ")}`, async () => {
    assert.equal((await read(`The plan\n\n${text}`)).found, []);
  });
}

headings.run();
