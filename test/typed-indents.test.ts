import { suite } from "uvu";
import * as assert from "uvu/assert";
import { told } from "./support/told.ts";

const indents = suite("typed indents");

indents("should take whatever is set in for text in a .txt file", async () => {
  const text = [
    "Minutes\n\nText that is long enough to be a sentence.",
    "        Припев:\n        Двор наш, двор,\n        не отдадим!",
    "\tBring chairs!",
    `Text.\n\n${" ".repeat(30)}Fraternally,\n\n${" ".repeat(30)}L. Hartmann`,
    "     1.  It has come to our attention\nthat this goes on.",
  ].join("\n\n");
  assert.equal(await told(text, "en", "text.txt"), [
    "Text that is long enough to be a sentence.",
    "Припев: Двор наш, двор, не отдадим!",
    "Bring chairs!",
    "Text.",
    "Fraternally,",
    "L. Hartmann",
    "It has come to our attention that this goes on.",
  ]);
});

indents("should leave code and drawings as they are", async () => {
  for (const code of ["if (a) { b(); }", "| a | b |\n    | c | d |", "$ make all", "<p>Text</p>"]) {
    const [, last = ""] = await told(`Title\n\nText.\n\n    ${code}\n`, "en", "text.txt");
    assert.is(last, code.replace(/\s+/gu, " "));
  }
});

indents("should take what is counted below a letter for text, as Pandoc sets it in", async () => {
  const text = "# Title\n\na.  alfa\nb.  bravo\n\n    i.  one;\n    ii. two.\n\nc.  charlie\n";
  assert.equal(await told(text), ["a. alfa b. bravo", "i. one; ii. two.", "c. charlie"]);
  const code = "# Title\n\nText.\n\n    a) {b: 1}\n";
  assert.equal(await told(code), ["Text.", "a) {b: 1}"]);
});

indents.run();
