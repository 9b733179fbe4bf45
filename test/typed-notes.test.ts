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

const further = suite("further blocks of typed notes");
const called = "Alfa bravo charlie.¹ Delta echo.²\n\nFoxtrot golf hotel.";
const bodyOf = ["Alfa bravo charlie.1 Delta echo.2", "Foxtrot golf hotel."];

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

further.run();

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
