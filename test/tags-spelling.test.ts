import { suite } from "uvu";
import * as assert from "uvu/assert";
import { alignGlyphs } from "../scripts/finish/tags/match/align.ts";
import { followText } from "../scripts/finish/tags/match/follow.ts";
import { gatherLines } from "../scripts/finish/tags/match/lines.ts";
import { type Matched, matchRuns } from "../scripts/finish/tags/match/match.ts";
import { orderRuns } from "../scripts/finish/tags/match/order.ts";
import { markRows } from "../scripts/finish/tags/match/rows.ts";
import { readRun } from "../scripts/finish/tags/runs/read-run.ts";
import { type Glyph, Run } from "../scripts/finish/tags/runs/run.ts";
import { readItems } from "../scripts/finish/tags/runs/runs.ts";
import { openShownCodes, type ShownCode } from "../scripts/finish/tags/runs/shown-codes.ts";
import { invisible, markInvisible } from "../scripts/finish/tags/runs/true-hints.ts";
import { setTrueWidths } from "../scripts/finish/tags/runs/true-widths.ts";
import type { FontCodes } from "../scripts/finish/tags/show/codes.ts";
import { passOn, share, visualLetters } from "../scripts/finish/tags/show/letters.ts";
import { endsInHyphen } from "../scripts/finish/tags/show/line-hyphen.ts";
import { seatsOf } from "../scripts/finish/tags/show/seats.ts";
import { showRun } from "../scripts/finish/tags/show/show.ts";
import { showArtifact } from "../scripts/finish/tags/show/show-artifact.ts";
import { ByteWriter } from "../scripts/pdf/byte-writer.ts";
import { openSource } from "../scripts/pdf/tokens.ts";

const test = suite("tags-spelling");

const none: ReadonlySet<number> = new Set();

/** Glyphs of which the font says this much, each as wide as another; one that says nothing takes no room. */
function glyphsOf(hints: readonly string[], advance = 5): Glyph[] {
  return hints.map((hint, index) => ({
    ...{ code: index + 1, x: index * advance, y: 0, hint, operation: 0 },
    advance: hint === invisible ? 0 : advance,
  }));
}

function said(hints: readonly string[], text: string, lines: readonly number[] = []): string[] {
  return followText({
    ...{ glyphs: glyphsOf(hints), text, ends: none },
    ...{ starts: new Set([0, ...lines]), lines: new Set(lines) },
  }).said;
}

test("should believe a font that says what comes next", () => {
  assert.equal(said(["n", "o", " ", "o"], "no o"), ["n", "o", " ", "o"]);
});

test("should not believe a font that says of ink that it is a space", () => {
  const font = { advance: () => 500, text: () => " ", hasInk: (code: number) => code === 2 };
  const codes = openShownCodes(font);
  assert.equal([codes.of(1).hint, codes.of(2).hint], [" ", ""]);
});

test("should read a letter whose mark the text spells apart", () => {
  assert.equal(said(["c", "ç", "a"], "cc\u0327a"), ["c", "c\u0327", "a"]);
});

test("should read the text where a font says that a glyph is another", () => {
  assert.equal(said(["l", "ʼ", "h"], "l’h"), ["l", "’", "h"]);
});

test("should let a hyphen at the end of a line stand for the soft one", () => {
  assert.equal(said(["a", invisible, "‐", "b"], "a\u00ADb", [3]), ["a", "", "\u00AD", "b"]);
});

test("should give a glyph without room a joiner", () => {
  assert.equal(said(["ا", invisible, "ه"], "ا\u200Cه"), ["ا", "\u200C", "ه"]);
});

test("should let a space at the end of a line stand for what only says that the line may end", () => {
  assert.equal(said(["a", " ", "b"], "a\u200Bb", [2]), ["a", "", "b"]);
  assert.equal(said(["a", " "], "a\u200B"), ["a", ""]);
});

test("should deal the letters of a vowel that is painted before its consonant out in order", () => {
  // கொ: two parts of the vowel stand round the consonant.
  const { parts, lost } = alignGlyphs(["ெ", "க", "ா"], [..."கொ"], { whole: true });
  assert.is(parts.map((part) => part.said).join(""), "கொ");
  assert.is(lost, 0);
});

test("should end a line where a word does", () => {
  const { parts } = alignGlyphs(["ে", "ব", "ি", "ব"], [..."বে বি"], {
    whole: true,
    starts: new Set([2]),
  });
  assert.equal(
    [parts.slice(0, 2), parts.slice(2)].map((line) => line.map((part) => part.said).join("")),
    ["বে", "বি"],
  );
});

test("should have every line say something", () => {
  const hints = ["", "", "", "", "ں", "", "", "ں", ""];
  const { parts } = alignGlyphs(hints, [..."میں من"], { starts: new Set([5]) });
  assert.equal(
    [parts.slice(0, 5), parts.slice(5)].map((line) => line.map((part) => part.said).join("")),
    ["میں", "من"],
  );
});

test("should follow glyphs that stand for more than one letter each over a long word without spaces", () => {
  // ᨠ᩠ᩃ: the letter below is joined by a sign that has no glyph of its own.
  const hints = Array.from({ length: 180 }, (_, index) => (index % 2 === 0 ? "ᨠ" : ""));
  const word = "ᨠ᩠ᩃ".repeat(90);
  const { parts, lost, rest } = alignGlyphs(hints, [...word, ..." ᨠᩣ᩠ᨦ".repeat(20)]);
  assert.equal([lost, rest], [0, ""]);
  assert.equal(
    parts.map((part) => part.said),
    hints.map((hint) => hint || "᩠ᩃ"),
  );
});

test("should leave the joiner that ends a word with it where the line ends too", () => {
  // ള്‍: of the letters that its old spelling has the font says the new one, ൾ.
  const { parts } = alignGlyphs(["ക", "ൾ", "പ"], [..."കള്\u200d പ"], {
    whole: true,
    starts: new Set([2]),
  });
  assert.equal(
    parts.map((part) => part.said),
    ["ക", "ള്\u200d", "പ"],
  );
});

test("should give a space to the glyph that is blank, and to none that has ink", () => {
  assert.equal(alignGlyphs([" "], [" "]).parts, [{ skipped: "", said: " " }]);
  assert.equal(alignGlyphs([""], [" "]).parts, [{ skipped: "", said: "" }]);
  assert.equal(alignGlyphs(["a", ""], [..."a b"], { whole: true }).parts, [
    { skipped: "", said: "a" },
    { skipped: " ", said: "b" },
  ]);
});

test("should cut a word where a line ends and the font says so", () => {
  const { parts, rest } = alignGlyphs(["a", "b", "c"], [..."abc d"], { starts: new Set([2]) });
  assert.equal(
    parts.map((part) => part.said),
    ["a", "b", "c"],
  );
  assert.is(rest, "");
});

test("should list letters from left to right", () => {
  assert.equal(visualLetters("لا", true), ["ا", "ل"]);
  assert.equal(visualLetters("a\u200Bb", false), ["a", "b"]);
  assert.equal(visualLetters("، ", true)[1], "\u200F،");
});

test("should leave marks to glyphs without an advance", () => {
  assert.equal(share(["क", "्", "ष"], false), { carried: "क", rest: ["्ष"] });
  assert.equal(share(["ً", "ا"], true), { carried: "ا", rest: ["ً"] });
});

test("should pass marks on to the letter that they are read after", () => {
  const places = [{ letters: ["र"] }, { letters: ["्", "य"] }];
  passOn(places, false);
  assert.equal(places, [{ letters: ["र", "्"] }, { letters: ["य"] }]);
});

test("should have no place end in a joiner", () => {
  const places = [{ letters: ["a", "\u200C"] }, { letters: ["b"] }];
  passOn(places, false);
  assert.equal(places[1], { letters: ["\u200C", "b"] });
});

test("should seat a letter from where its glyph stands to where the next does", () => {
  const [first, second] = glyphsOf(["a", "b"]) as [Glyph, Glyph];
  const seats = seatsOf({
    ...{ glyphs: [first, { ...second, x: 7 }], letters: [["a"], ["b"]] },
    run: { reversed: false, size: 10 },
  });
  assert.equal(
    seats.map(({ left, right }) => [left, right]),
    [
      [0, 7],
      [7, 12],
    ],
  );
});

test("should end the last seat where the next run goes on with the word", () => {
  const glyphs = glyphsOf(["a", "b"]);
  const ends = [8, 12].map((until) =>
    seatsOf({ glyphs, letters: [["a"], ["b"]], run: { reversed: false, size: 10 }, until }),
  );
  assert.equal(
    ends.map((seats) => seats.at(-1)?.right),
    [10, 12],
  );
});

test("should know where the next run of the same piece goes on with the line", () => {
  const text = { text: "ab c", page: 0, spots: [] } as never;
  const runs = [runOf("a", 0, false), runOf("b ", 9, false), runOf("c", 20, false)];
  const { runs: read } = matchRuns(runs, [text]);
  assert.equal(
    read.map(({ until }) => until),
    [9, 11, undefined],
  );
});

test("should seat ink for which there is no letter with the letter before", () => {
  const seats = seatsOf({
    ...{ glyphs: glyphsOf(["a", "", "b"]), letters: [["a"], [], ["b"]] },
    run: { reversed: false, size: 10 },
  });
  assert.equal(
    seats.map(({ glyphs, letters }) => [glyphs.length, letters.join("")]),
    [
      [2, "a"],
      [1, "b"],
    ],
  );
});

test("should part a ligature from right to left, of which nobody knows how it is read", () => {
  const seats = seatsOf({
    ...{ glyphs: glyphsOf(["لا"]), letters: [["ا", "ل"]] },
    run: { reversed: true, size: 10 },
  });
  assert.equal(
    seats.map(({ letters }) => letters.join("")),
    ["ا", "ل"],
  );
});

test("should turn a bracket that is alone in its run where the text lacks it", () => {
  // A line from right to left, as painted from the left: Chromium says what the glyph of the bracket looks like.
  const runs = [runOf("(", 0, false), runOf("3", 5, false), runOf("الف (", 10, true)];
  const text = { text: "الف (3)", page: 0, spots: [] } as never;
  const { runs: read, lost } = matchRuns(runs, [text]);
  assert.is(lost, 0);
  assert.is(read.flatMap(({ run }) => run.read.map(({ hint }) => hint)).join(""), "الف (3)");
});

test("should turn the sign that ends a line from left to right in a text from right to left", () => {
  const text = { text: "One! Two (3).", page: 0, spots: [] } as never;
  for (const [first, rest, read] of [
    [".", "One! Two (3)", "One! Two (3)."],
    ["One! ", "Two (3).", "One! Two (3)."],
  ] as const) {
    const runs = [runOf(first, 0, false), runOf(rest, 5, false)];
    for (const run of runs) run.plain = false;
    const matched = matchRuns(runs, [text]);
    assert.is(matched.lost, 0);
    const said = matched.runs.flatMap(({ run }) => run.read.map(({ hint }) => hint)).join("");
    assert.is(said, read);
  }
});

test("should say the marks that a word begins with behind a space that readers take for a letter", () => {
  assert.equal(spoken("a \u0303b"), ["a", "\u200B ", "\u0303", "b"]);
  assert.equal(spoken("\u0303b"), ["\u0303b"]);
});

test("should step back behind a blank that takes no room, though its font gives it some", () => {
  const run = runOf(`a${invisible}b`, 0, false);
  run.plain = false;
  (run.glyphs[1] as Glyph).advance = 0;
  (run.glyphs[2] as Glyph).x = 5;
  assert.match(written({ run, texts: ["a", " ", "b"] }), "<00010002>500<0003>");
  assert.not.match(written({ run, texts: ["a", "", "b"] }), "0002");
});

test("should show a run as one string, though places are as inexact as they are in Chromium", () => {
  const run = runOf("abc", 0, true);
  run.ys[1] = -4e-8;
  run.plain = false;
  assert.match(written({ run }).replace(/\/Span[\s\S]*/, ""), /^[^[]*\[[^\]]*\] TJ[^[]*$/);
});

test("should keep a mark and the comma behind its word apart, which PDFium turns round together", () => {
  const run = runOf("قً،", 0, true);
  const mark = run.glyphs[1] as Glyph;
  mark.advance = 0;
  const said = saidBy(run);
  written({ run }, said);
  assert.ok([...said.values()].includes("\u061C\u064B"));
});

test("should see a row of words of one letter each, over runs of a line", () => {
  const rowsOf = (...texts: string[]) => {
    const text = { text: texts.join(""), page: 0, spots: [] } as never;
    const runs = texts.map((one, index) => runOf(one, index * 50, false));
    return matchRuns(runs, [text]).runs.map(({ row }) => row === true);
  };
  assert.equal(rowsOf("세 계"), [true]);
  assert.equal(rowsOf("제 ", "1", " 조"), [true, false, false]);
  assert.equal(rowsOf("제 ", "12", " 조"), [false, false, false]);
  assert.equal(rowsOf("H", "2", "O"), [false, false, false]);
  assert.equal(rowsOf("1 "), [false]);
  const stops = { text: "۔ ۔", page: 0, spots: [] } as never;
  assert.ok(matchRuns([runOf("۔ ۔", 0, true)], [stops]).runs[0]?.row);
  const words = { text: "א 1 ב", page: 0, spots: [] } as never;
  const mixed = [runOf("א ", 60, true), runOf("1", 55, false), runOf(" ב", 0, true)];
  assert.ok(matchRuns(mixed, [words]).runs[0]?.row);
});

test("should have no row of words of one letter each", () => {
  assert.equal(spoken("세 계"), ["\u200B세", " ", "계"]);
});

/** What a run from left to right says glyph by glyph, once it is written. */
function spoken(text: string): string[] {
  const run = runOf(text, 0, false);
  run.plain = !/\p{Mn}/u.test(text);
  for (const glyph of run.glyphs) if (/\p{Mn}/u.test(glyph.hint)) glyph.advance = 0;
  const said = saidBy(run);
  const read = written({ run }, said).replace(/\/Span[\s\S]*/, "");
  return [...read.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, digits = ""]) =>
    (digits.match(/.{4}/g) ?? []).map((code) => said.get(Number.parseInt(code, 16)) ?? ""),
  );
}

function saidBy(run: Run): Map<number, string> {
  return new Map(run.glyphs.map(({ code, hint }) => [code, hint]));
}

/** The text object of a run by itself, in a font whose glyphs are half an em wide; adds to what its codes say. */
function written(
  { run, texts }: { run: Run; texts?: readonly string[] },
  said = saidBy(run),
): string {
  const add = (one: string) => {
    said.set(said.size + 1, one);
    return said.size;
  };
  const blankOf = (one: string) => ({ code: add(one), advance: 300 });
  const codes: FontCodes = {
    codeFor: (code, one) => (said.get(code) === one || texts ? code : add(one)),
    ...{ emptyFor: blankOf, spaceFor: blankOf, carrierFor: blankOf },
    ...{ text: (code) => said.get(code), advance: () => 500, write() {} },
  };
  const own = { run, text: { page: 0, spots: [] }, place: 0, space: false };
  const matched = { ...own, ...(texts && { texts }) } as unknown as Matched;
  markRows([matched]);
  const out = new ByteWriter();
  showRun(out, matched, codes);
  return Buffer.from(out.take()).toString("latin1");
}

/** A run whose glyphs stand for these characters, from left to right. */
function runOf(text: string, left: number, reversed: boolean): Run {
  const run = new Run(0, 0);
  Object.assign(run, { font: "F1", size: 10, left, reversed, plain: !reversed, said: text });
  const hints = reversed ? [...text].reverse() : [...text];
  hints.forEach((hint, index) => {
    const own = { code: index + 1, width: 0.5, given: 0.5, measured: Number.POSITIVE_INFINITY };
    run.shown.push({ ...own, hint, plain: true, blank: hint === " " });
    run.xs.push(index * 5);
    run.ys.push(0);
  });
  return run;
}

test("should show no blank without room in what is no text", () => {
  const run = runOf("a b", 0, false);
  run.xs[2] = 5;
  markInvisible(run, undefined);
  const out = new ByteWriter();
  showArtifact(out, run);
  assert.match(Buffer.from(out.take()).toString("latin1"), "[<00010003>] TJ");
});

test("should place glyphs that follow each other with a step and without", () => {
  const font = openShownCodes({
    advance: () => 500,
    text: (code) => String.fromCharCode(96 + code),
  });
  const content =
    "/F1 10 Tf 1 0 0 -1 7 8 Tm <00010002> Tj <0003> Tj\n7 0 Td <0001> Tj -1 2 Td\n<0002> Tj ET q";
  const source = openSource(Buffer.from(content));
  const run = new Run(0, 0);
  readRun(source, run, () => font);
  assert.equal(run.xs, [0, 5, 10, 7, 6]);
  assert.equal(run.ys, [0, 0, 0, 0, 2]);
  assert.equal(
    [run.said, run.size, run.matrix, run.plain],
    ["abcab", 10, [1, 0, 0, -1, 7, 8], false],
  );
  assert.is(content.slice(source.at), " q");
  for (const odd of ["[<0001>] TJ ET", "<000> Tj ET", "(a) Tj ET", "<0001> ET"])
    assert.throws(
      () => readRun(openSource(Buffer.from(`/F1 1 Tf ${odd}`)), new Run(0, 0), () => font),
      "shown",
    );
});

test("should pass over a text object that shows nothing", () => {
  const font = openShownCodes({ advance: () => 500, text: () => "a" });
  const { operations, items } = readItems(
    Buffer.from("BT ET q BT /F1 9 Tf <0001> Tj ET Q"),
    () => font,
  );
  assert.equal(
    operations.map(({ operator }) => operator),
    ["BT", "q", "BT", "Q"],
  );
  assert.equal(
    items.map((item) => item.kind === "run" && item.said),
    ["a"],
  );
});

test("should take glyphs for as wide as they are set, and write only the steps of kerning", () => {
  // 14 px; Chromium rounds what it takes widths times, and its places are single floats.
  const set = (factor: number, kerning: number) =>
    Array.from({ length: 60 }, (_, index) =>
      Math.fround(index * 7 * factor - (index > 30 ? kerning : 0)),
    );
  const runs = [set(1 - 4.4e-6, 0.07), set(1 - 4.4e-6, 0)].map((xs) => {
    const run = runOf("a".repeat(60), 0, false);
    run.size = 14;
    for (const [index, x] of xs.entries()) run.xs[index] = x;
    return run;
  });
  const one = { ...(runs[0]?.shown[0] as ShownCode) };
  for (const { shown } of runs) shown.fill(one);
  setTrueWidths(runs);
  assert.ok(Math.abs(one.width - 0.5 * (1 - 4.4e-6)) < 1e-7, `${one.width}`);
  const [kerned, plain] = runs.map((run) => {
    const out = new ByteWriter();
    showArtifact(out, run);
    return Buffer.from(out.take()).toString("latin1");
  });
  assert.match(plain as string, /\[<(?:0001){60}>\] TJ/);
  assert.match(kerned as string, /\[<(?:0001){31}>5<(?:0001){29}>\] TJ/);
});

test("should read the hyphen of a word that is cut, in a run of its own or not", () => {
  const text = { text: "lan\u00ADgua\u00ADge", page: 0, spots: [] } as never;
  const marked = runOf(" ‐", 15, false);
  marked.xs[1] = 0;
  markInvisible(marked, undefined);
  for (const hyphen of [runOf("‐", 15, false), marked]) {
    const runs = [runOf("lan", 0, false), hyphen, runOf("guage", 0, false)];
    const { runs: read, lost } = matchRuns(runs, [text]);
    assert.is(lost, 0);
    assert.is(read[1]?.texts?.join(""), "\u00AD");
    assert.is(read[2]?.texts, undefined);
  }
  const { runs: read } = matchRuns([runOf("lan-", 0, false), runOf("guage", 0, false)], [text]);
  assert.equal(read[0]?.texts, ["l", "a", "n", "\u00AD"]);
});

test("should have the hyphen at a line's end say that it is one only behind letters that searches join there", () => {
  const run = { reversed: false, read: [] };
  const ends = (texts: string[], after?: string[]) =>
    endsInHyphen({ run, texts, ...(after && { after: { run, texts: after } }) } as never);
  assert.is(ends(["a", "\u00AD"]), true);
  assert.is(ends(["\u00AD"], ["b", "a"]), true);
  assert.is(ends(["", "\u00AD"], ["b", "a"]), true);
  assert.is(ends(["வ்", "\u00AD"]), false);
  assert.is(ends(["\u00AD"]), false);
  assert.is(ends(["a", "-"]), false);
});

test("should read plain runs as it reads them glyph by glyph", () => {
  // White space at the ends of lines and of pieces, shown, swallowed, and shown by the next.
  for (const [pieces, shown] of [
    [
      ["a b ", "c"],
      ["a b", "c"],
    ],
    [
      ["a b ", "c"],
      ["a ", "b ", "c"],
    ],
    [
      ["a", " c"],
      ["a", "c"],
    ],
    [
      ["a ", " c"],
      ["a", " c"],
    ],
    [
      ["a\u00ADb", "-c"],
      ["ab", "-c"],
    ],
    [
      [" a", "b  c"],
      ["a", "b", "c"],
    ],
  ] as const) {
    const texts = pieces.map((text) => ({ text, page: 0, spots: [] }));
    const [quick, slow] = [true, false].map((plain) => {
      const runs = shown.map((one, index) =>
        Object.assign(runOf(one, index * 50, false), { plain }),
      );
      const { runs: read, indented, lost } = matchRuns(runs, texts as never);
      return {
        lost,
        indented,
        read: read.map(({ text, texts, space }) => ({ text, texts, space })),
      };
    });
    assert.equal(quick, slow, shown.join("|"));
  }
});

test("should tell runs apart that begin alike, beside text from right to left", () => {
  for (const [first, last] of [
    ["10:15 ", " 10:45"],
    ["Registration 1 ", " Registration 2"],
    ["Registration 2 ", " Registration 21"],
    ["Registration 21 ", " Registration 2"],
  ] as const) {
    const runs = [runOf(first, 0, false), runOf("حقوق", 50, true), runOf(last, 90, false)];
    assert.equal(orderRuns(runs, `${first}حقوق${last}`), runs, last);
  }
});

test("should read words on as painted where nothing but a poor font speaks against it", () => {
  // The font of Devanagari takes vowel signs for others; other lines of the page run from right to left.
  const first = ["ए"];
  const second = [..."सवा", "", "च्", ..."च आका", "ं", "क्ष", ..."ा घो", "", ..."षत ", "", ..."कया "];
  const runs = [first, second, [..." H"], [..."O 3"], [..." हि"]].map((hints, index) => {
    const run = runOf("x".repeat(hints.length), index * 200, false);
    for (const [at, hint] of hints.entries()) (run.glyphs[at] as Glyph).hint = hint;
    run.baseline = index === 0 ? 20 : 0;
    return run;
  });
  const text = "ए सर्वोच्च आकांक्षा घोषित किया  HO 3 हि";
  const read = orderRuns(runs, text, new Set([31, 33, 36]), true);
  assert.equal(
    read.map((run) => runs.indexOf(run)),
    [0, 1, 2, 3, 4],
  );
});

test("should read a blank where it stands among words from right to left", () => {
  const last = runOf("וין", 0, true);
  const blank = runOf(" ", 30, false);
  const first = runOf("כל", 40, true);
  assert.equal(orderRuns([last, blank, first], "כל  וין"), [first, blank, last]);
});

test("should pass over no white space where as many blanks are shown as the text has", () => {
  for (const [text, starts, ends] of [
    // Behind “a ”, “ ” and “ b” stand words of other elements.
    ["a   b", [0, 2, 3, 4], [2, 3]],
    // The blank behind “a” is a run of its own, as between words from right to left.
    ["a  b", [0, 1, 2, 3], [2]],
  ] as const) {
    const glyphs = glyphsOf([...text]);
    const { from, lost } = followText({
      ...{ glyphs, text, ends: new Set(ends) },
      ...{ starts: new Set(starts), lines: new Set([0]) },
    });
    assert.equal([from, lost], [[...text].map((_, index) => index), 0], text);
  }
});

test("should take nothing that shows nothing for white space that the end of a line has swallowed", () => {
  const { from, lost } = followText({
    // What is behind “a ” is another element, which begins with a place where a line may end.
    ...{ glyphs: glyphsOf(["a", " ", "b"]), text: "a \u200Bb", ends: new Set([2]) },
    ...{ starts: new Set([0, 1]), lines: new Set([0]) },
  });
  assert.equal([from, lost], [[0, 1, 3], 0]);
});

test("should read the blanks behind the last word, though its font says another word", () => {
  const hints = ["", "व", "श", "े", "ष", " ", " "];
  const { lost, said } = followText({
    ...{ glyphs: glyphsOf(hints), text: "विशेष  ", ends: new Set([6, 7]) },
    ...{ starts: new Set([0, 6]), lines: new Set([0]) },
  });
  assert.equal({ lost, said }, { lost: 0, said: ["व", "ि", "श", "े", "ष", " ", " "] });
});

test("should gather what stands on both sides of a rule, and not of another drawing, as a line", () => {
  const place = (x: number, operation: number) =>
    Object.assign(new Run(operation, 0), { left: x, matrix: [1, 0, 0, 1, x, 0], size: 10 });
  const box = { left: 0, right: 40, bottom: -2, top: -1 };
  for (const [drawn, isLine] of [
    [["re", "f"], true],
    [["m", "c", "f"], false],
  ] as const) {
    const [first, last] = [place(0, 0), place(20, drawn.length + 1)];
    const paint = { kind: "paint" as const, first: 1, last: drawn.length, box, ink: 0 };
    const matched = new Map(
      [first, last].map((run) => [run, { run, text: {} as never, space: false, place: 0 }]),
    );
    const gathered = gatherLines({
      items: [first, paint, last],
      operations: ["Tj", ...drawn, "Tj"].map((operator) => ({ operator }) as never),
      matched,
      // From right to left.
      isBefore: ({ run }, other) => run.left > other.run.left,
    });
    assert.is(gathered[0]?.kind, isLine ? "line" : "run", drawn.join(" "));
  }
});

test("should know runs behind a ligature", () => {
  const runs = [runOf("oﬃce ", 0, false), runOf("יום", 50, true), runOf(" on", 70, false)];
  assert.equal(orderRuns(runs, "office יום on"), runs);
});

test("should read blanks beside the words that the text has them beside", () => {
  // By line: text, and its runs from left to right, `_` being a word of another element; the order they are read in.
  for (const [text, shown, order] of [
    // An isolated number between words from right to left, in a text from the left.
    ["כל על  יום.", ["יום", " ", "_", " ", "על", " ", "כל", "."], [6, 5, 4, 3, 1, 0, 7]],
    ["on  יום כל", ["on", " ", "_", " ", "כל", " ", "יום"], [0, 1, 3, 6, 5, 4]],
    ["יום כל  on", ["כל", " ", "יום", " ", "_", " ", "on"], [2, 1, 0, 3, 5, 6]],
    // Two words of other elements.
    ["כל   יום", ["יום", " ", "_", " ", "_", " ", "כל"], [6, 5, 3, 1, 0]],
    ["on   יום", ["on", " ", "_", " ", "_", " ", "יום"], [0, 1, 3, 5, 6]],
    // The space that ends a line is not shown, nor is one without a word beside it there.
    ["on יום ", ["on", " ", "יום"], [0, 1, 2]],
    ["יום on ", ["on", " ", "יום"], [2, 1, 0]],
    ["on  יום", ["on ", "_", " ", "יום"], [0, 2, 3]],
  ] as const) {
    const runs = shown.map((one, index) => {
      const run = runOf(one, 0, /\p{sc=Hebr}/u.test(one));
      // Runs of a line may share an origin.
      const start = shown.slice(0, index).join("").length * 5;
      run.xs.forEach((x, glyph) => {
        run.xs[glyph] = x + start;
      });
      return run;
    });
    const own = runs.filter(({ said }) => said !== "_");
    const read = orderRuns(own, text).map((run) => runs.indexOf(run));
    assert.equal(read, order, JSON.stringify(text));
  }
});

test.run();
