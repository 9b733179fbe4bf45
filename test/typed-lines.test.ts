import { suite } from "uvu";
import * as assert from "uvu/assert";
import { told } from "./support/told.ts";

const lines = suite("typed lines");
const long = (word: string) => `${`${word} bravo charlie delta. `.repeat(9).trim()}`;

lines("should make a paragraph of each line of a text without blank lines", async () => {
  const text = [
    "Plan for the Yard",
    "Friends of the Yard",
    `${long("Alfa")}¹`,
    "We ask for:",
    "- a lease",
    "- heating",
    long("Echo"),
    "• a key",
    "• a lock",
    "The end.",
    "Notes",
    "¹ Uno.",
    "Dos.",
  ];
  for (const end of ["\n", "\r\n", "  \n"])
    assert.equal(await told(text.join(end)), [
      `${long("Alfa")}1`,
      "We ask for:",
      "a lease",
      "heating",
      long("Echo"),
      "a key",
      "a lock",
      "The end.",
      "1: Uno. | Dos.",
    ]);
});

lines("should do so among long lines of a .txt file alone", async () => {
  const text = `Plan\n\n${long("Alfa")}\n${long("Echo")}\n\nFoxtrot golf\nhotel.\n`;
  const said = [long("Alfa"), long("Echo"), "Foxtrot golf hotel."];
  assert.equal(await told(text, "en", "text.txt"), said);
  assert.equal(await told(text), [`${long("Alfa")} ${long("Echo")}`, "Foxtrot golf hotel."]);
});

lines("should join lines broken by hand, and those beside a long address", async () => {
  const address = `https://a.example/${"b".repeat(150)}`;
  const text = `Alfa bravo charlie\ndelta ${address}\necho foxtrot.\n`;
  const said = [`Alfa bravo charlie delta ${address} echo foxtrot.`];
  assert.equal(await told(text, "en", "text.txt"), said);
});

lines("should keep a line break within a paragraph", async () => {
  const text = `${long("Alfa")}\u2028Echo.\nFoxtrot.\n`;
  assert.equal(await told(text), [`${long("Alfa")} Echo.`, "Foxtrot."]);
});

lines.run();
