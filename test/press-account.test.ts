import { suite } from "uvu";
import * as assert from "uvu/assert";
import { accountForText } from "../scripts/press/account.ts";
import type { SeenText, SourceText } from "../scripts/press/page/seen/visible.ts";

const test = suite("press: account");

const source = [block("1", "alpha bravo"), block("2", "charlie"), block("3", "delta echo")];

test("should count words that are seen whole and in order, over pages too", () => {
  const pages = [
    seen("1", "alpha bravo"),
    seen("2", "charlie"),
    seen("3", "delta "),
    seen("3", "echo"),
  ];
  assert.equal(accountForText(source, pages), { words: 5, faults: [] });
});

test("should name the first word of each block that differs, and its place", () => {
  for (const [text, reason] of [
    ["", "the text that begins with “alpha” is on no page"],
    ["alpha", "the word “bravo” is missing or cut on the page"],
    ["alpha brav", "the word “bravo” is missing or cut on the page"],
    ["bravo alpha", "the word “alpha” is missing or cut on the page"],
    ["alpha bravo bravo", "the word “bravo” is on the page twice"],
  ] as const)
    for (const [place, other] of [
      ["1", "2"],
      ["2", "1"],
    ] as const) {
      const blocks = [block(place, "alpha bravo"), block(other, "charlie")];
      const { faults } = accountForText(blocks, [seen(other, "charlie"), seen(place, text)]);
      assert.equal(faults.map(said), [`layout-lost ${place}:1 ${reason}`], text);
    }
  assert.is(accountForText(source, []).faults.length, source.length);
});

test("should say where the order of the source ends", () => {
  const pages = [seen("1", "alpha bravo"), seen("3", "delta echo"), seen("2", "charlie")];
  assert.equal(accountForText(source, pages).faults.map(said), [
    "layout-order 2:1 the text is not in the order of the source",
  ]);
});

test("should let the parts of one note or row stand in any order, and a blank block be nowhere", () => {
  const row = [block("1", "alpha", "row"), block("2", "bravo", "row"), block("3", " ")];
  const pages = [seen("2", "bravo", "row"), seen("1", "alpha", "row")];
  assert.equal(accountForText(row, pages).faults, []);
});

test.run();

function block(ref: string, text: string, group = ref): SourceText {
  return { ref, group, place: `${ref}:1`, text };
}

function seen(ref: string, text: string, group = ref): SeenText {
  return { ref, group, text };
}

function said({ rule, place, reason }: { rule: string; place?: string; reason: string }): string {
  return `${rule} ${place} ${reason}`;
}
