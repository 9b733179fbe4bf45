import { suite } from "uvu";
import * as assert from "uvu/assert";
import { wordsOf } from "../scripts/words/words.ts";

const words = suite("wordsOf");

words("should part words at white space of any kind", () => {
  const text = "alpha\tbravo\u00A0charlie\u202Fdelta\u2028echo\r\nfoxtrot\u3000golf";
  assert.equal(wordsOf(text), ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf"]);
});

words("should find no words in nothing", () => {
  assert.equal(wordsOf(""), []);
  assert.equal(wordsOf(" \n\u00A0\u00AD "), []);
});

words("should leave out characters that spell nothing", () => {
  assert.equal(wordsOf("al\u00ADpha bra\u200Bvo char\u2060lie \uFEFFdelta"), [
    "alpha",
    "bravo",
    "charlie",
    "delta",
  ]);
});

words("should leave out whatever else nobody sees", () => {
  assert.equal(wordsOf("a\u034Fb c\u2061d e\u3164f g\u{E0041}h i\u206Aj"), [
    "ab",
    "cd",
    "ef",
    "gh",
    "ij",
  ]);
});

words("should leave out what says which shape of a character is meant", () => {
  assert.equal(wordsOf("❤\uFE0F ☎\uFE0E 葛\u{E0100}城"), ["❤", "☎", "葛城"]);
});

words("should keep the joiners that are spelling", () => {
  assert.equal(wordsOf("می\u200Cروم क्\u200Dष"), ["می\u200Cروم", "क्\u200Dष"]);
});

words("should compose what was decomposed", () => {
  assert.equal(wordsOf("cafe\u0301"), ["café"]);
});

words("should keep punctuation with its word", () => {
  assert.equal(wordsOf("“Alpha,” – (bravo)."), ["“Alpha,”", "–", "(bravo)."]);
});

words.run();
