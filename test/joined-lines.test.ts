import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const joined = suite("joined lines");

/** What is said of lines that run together, with the line it is said of. */
async function said(text: string, path = "text.md"): Promise<string[]> {
  const manuscript = manuscriptOf(`# Title\n\n${text}`);
  manuscript.file.path = path;
  await readDocument(manuscript, pixels);
  return manuscript.file.messages
    .filter(({ ruleId }) => ruleId === "lines-joined")
    .map(({ line, reason }) => `${line}: ${reason}`);
}

const once = "This line goes on in the one above it, as Markdown joins lines";

joined("should be told of where an address or a signature runs together", async () => {
  assert.equal(await said("Yours\n\nIngrid Sørensen\nHead of the Waste Service\n"), [`6: ${once}`]);
  assert.equal(await said("- Harbour Hall\n  Quay 3\n\n> 12 Elm Street\n> Pittsburgh\n"), [
    `4: ${once} (1 more like it)`,
  ]);
});

joined("should be told of in a poem, though its lines go on in sentences", async () => {
  const stanza =
    "There was no house behind it yet,\nNo wall, no roof, no stair;\nThe neighbours came to see\n";
  assert.equal(await said(stanza), [`4: ${once} (1 more like it)`]);
});

joined("should not be told of where a file keeps them", async () => {
  assert.equal(await said("Ingrid Sørensen\nHead of the Waste Service\n", "text.txt"), []);
  assert.equal(await said("Ingrid Sørensen\\\nHead of the Waste Service\n"), []);
  assert.equal(await said("Ingrid Sørensen<br>\nHead of the Waste Service\n"), []);
});

joined("should not be told of in wrapped prose, or with a sentence to a line", async () => {
  const prose = "All of us who live along the canal have asked the city for a lamp at the bridge ";
  const words = prose.repeat(4).trim().split(" ");
  const lines = [""];
  for (const word of words) {
    if (`${lines.at(-1)} ${word}`.length > 56) lines.push(word);
    else lines.push(`${lines.pop()} ${word}`.trim());
  }
  assert.equal(await said(`${lines.join("\n")}.\n`), []);
  assert.equal(await said("We asked.\nNobody answered!\nSo we asked again.\n"), []);
});

joined("should not be told of where who is quoted follows", async () => {
  assert.equal(await said("> I knew two names\n> — A neighbour\n"), []);
});

joined.run();
