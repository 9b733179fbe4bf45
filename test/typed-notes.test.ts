import type { Element, Nodes } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visitParents } from "unist-util-visit-parents";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

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

headings.run();

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

nested("should pair a mark with the note right under its sentence", async () => {
  assert.equal(await told("Alfa.†\n† Uno.\n"), ["Alfa.†", "†: Uno."]);
});

nested.run();

/** What became of a text: its blocks, then its notes behind their marks, paragraphs parted by a bar. */
async function told(text: string, language = "en"): Promise<string[]> {
  const manuscript = { ...manuscriptOf(text), language };
  const document = await readDocument(manuscript, pixels);
  assert.ok(document, text);
  checkDocument(manuscript, document);
  assert.not.match(manuscript.file.messages.map(String).join("\n"), /words that|lost/u, text);
  const notes = document.notes.map(
    ({ content, mark }) => `${mark}: ${blocksOf(content).join(" | ")}`,
  );
  return [...blocksOf(document.body), ...notes];
}

/** Text of the innermost blocks. */
function blocksOf(tree: Nodes): string[] {
  const blocks: Element[] = [];
  visitParents(tree, "element", (node, parents) => {
    if (!/^(?:p|h\d|li|td|th|pre)$/u.test(node.tagName)) return;
    const outer = blocks.findLastIndex((block) => parents.includes(block));
    if (outer >= 0 && textOf(blocks[outer] as Element).trim() === textOf(node).trim())
      blocks.splice(outer, 1);
    blocks.push(node);
  });
  return blocks.map((block) => textOf(block).trim().replace(/\s+/gu, " "));
}
