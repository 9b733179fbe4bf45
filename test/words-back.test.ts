import { suite } from "uvu";
import * as assert from "uvu/assert";
import { wordsBack } from "./support/words-back.ts";

const test = suite("words back");

const lost = (expected: string, actual: string, language?: string) =>
  wordsBack(expected, actual, language).lost.map(({ word }) => word);

test("should find every word of the same text, however its lines run", () => {
  assert.equal(wordsBack("All are born free.", "All are\nborn free.\n"), {
    words: 4,
    back: 4,
    lost: [],
  });
});

test("should pass over what the pages add", () => {
  assert.equal(lost("one two three", "Running head\none two\n\n5\n\fRunning head\nthree"), []);
});

test("should miss words that are gone, changed or in another order", () => {
  assert.equal(lost("one two three", "one three"), ["two"]);
  assert.equal(lost("l’homme naît", "lʼhomme naît"), ["l’homme"]);
  assert.equal(lost("one two three", "two three one"), ["one"]);
});

test("should say what stood there instead", () => {
  const { lost } = wordsBack("स्वीकृति ही", "स्वीकृ ति ही");
  assert.equal(lost, [{ word: "स्वीकृति", instead: "स्वीकृ ति ही" }]);
});

test("should miss words that a space divides or that run into each other", () => {
  assert.equal(lost("acting together", "act ing together"), ["acting"]);
  assert.equal(lost("acting together now", "actingtogether now"), ["acting", "together"]);
});

test("should join what the end of a line divides, only as the word has it", () => {
  assert.equal(lost("declaration", "declara-\ntion"), []);
  assert.equal(lost("well-being", "well-\nbeing"), []);
  assert.equal(lost("https://example.org/a", "https://\nexample.org/a"), []);
  assert.equal(lost("well-being", "wellbeing"), ["well-being"]);
  assert.equal(lost("declaration", "declara- tion"), ["declaration"]);
});

test("should join what the end of a page divides, past its foot and the head of the next", () => {
  const page = (text: string) => `Heading\n${text}\n4\n\f`;
  assert.equal(lost("declaration", `${page("a\nb\nc\nd\ndecla")}${page("ration\ne")}`), []);
  assert.equal(lost("declaration", `${page("a\nb\nc\nd\ndecla-")}${page("ration\ne")}`), []);
  assert.equal(lost("declaration", `${page("a\ndecla\nb\nc\nd")}${page("ration\ne")}`).length, 1);
  assert.equal(lost("declaration", `${page("a\ndecla")}${page("b\nc\nd\nration")}`).length, 1);
  assert.equal(lost("declaration", "a decla\n4\nration"), ["declaration"]);
  assert.equal(lost("well-being here", "well-\nbeing here\n4\n\fHeading\nbeing"), []);
});

test("should mind neither soft hyphens nor marks of direction nor composition", () => {
  assert.equal(lost("de\u00adcla\u00adra\u00adtion", "declaration"), []);
  assert.equal(lost("החופש, הצדק", "\u202bהחופש, הצדק\u202c"), []);
  assert.equal(lost("é", "e\u0301"), []);
});

test("should find words where no space parts them, and spaces where none should be", () => {
  assert.equal(lost("人人生而自由,在尊严上平等", "人人生而自\n由,在尊严上平等", "zh"), []);
  assert.equal(lost("人人生而自由", "人人 生而自由", "zh").length, 1);
  assert.equal(lost("ทุกคนเกิดมา มีอิสระ", "ทุกคนเกิดมามีอิสระ", "th").length, 2);
});

test.run();
