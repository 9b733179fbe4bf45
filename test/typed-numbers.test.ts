import { selectAll } from "hast-util-select";
import { toString as textOf } from "hast-util-to-string";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const numbers = suite("typed numbers");

/** Lists of a text, each by its first number and its items. */
async function lists(text: string, path = "text.txt"): Promise<string[]> {
  const manuscript = manuscriptOf(`# Title\n\n${text}\n`);
  manuscript.file.path = path;
  const document = await readDocument(manuscript, pixels);
  checkDocument(manuscript, document);
  assert.not.ok(manuscript.file.messages.some(({ ruleId }) => ruleId === "text-lost"));
  return selectAll("ol", document.body).map((list) => {
    const items = selectAll(":scope > li", list).map((item) => textOf(item).trim());
    return `${list.properties.start ?? 1}: ${items.join(", ").replace(/\s+/gu, " ")}`;
  });
}

numbers("should keep the numbers of items in a .txt file as typed", async () => {
  const text = "1. Alfa\n2. Bravo\n\n1. Charlie\n\n4. Delta\n5. Echo";
  assert.equal(await lists(text), ["1: Alfa, Bravo", "1: Charlie", "4: Delta, Echo"]);
  assert.equal(await lists("7) Alfa\n9) Bravo"), ["7: Alfa", "9: Bravo"]);
  assert.equal(await lists("1. Alfa\n   1. Bravo\n   3. Charlie\n2. Delta"), [
    "1: AlfaBravoCharlie, Delta",
    "1: Bravo",
    "3: Charlie",
  ]);
});

numbers("should count where all are numbered alike, and in Markdown", async () => {
  assert.equal(await lists("1. Alfa\n1. Bravo\n1. Charlie"), ["1: Alfa, Bravo, Charlie"]);
  assert.equal(await lists("1. Alfa\n3. Bravo", "text.md"), ["1: Alfa, Bravo"]);
  assert.equal(await lists("1. Alfa\n\nText.\n\n2. Bravo"), ["1: Alfa", "2: Bravo"]);
});

numbers("should say in Markdown where a list that begins anew does not", async () => {
  for (const [text, said] of [
    ["11. Alfa\n\n1. Bravo\n2. Charlie", ["5 The item numbered 1 prints as 12"]],
    ["1. Alfa\n2. Bravo\n3. Charlie\n1. Delta\n1. Echo", ["6 The item numbered 1 prints as 4"]],
    ["2. Alfa\n1. Bravo\n\nText.\n\n3. Charlie\n1. Delta", ["4 The item numbered 1 prints as 3"]],
    ["1. Alfa\n1. Bravo\n2. Charlie", []],
    ["1. Alfa\n2. Bravo\n2. Charlie\n4. Delta", []],
    ["1. Alfa\n2. Bravo\n\n1) Charlie", []],
  ] as const) {
    const manuscript = manuscriptOf(`# Title\n\n${text}\n`);
    await readDocument(manuscript, pixels);
    const messages = manuscript.file.messages.map(({ line, reason }) => `${line} ${reason}`);
    assert.equal(
      messages.map((one) => one.replace(/,.*/u, "")),
      said,
      text,
    );
  }
});

numbers.run();
