import { suite } from "uvu";
import * as assert from "uvu/assert";
import { decimalPoint } from "../scripts/document/cells/decimal-point.ts";
import { lackingEnds } from "../scripts/document/cells/lacking-ends.ts";

const test = suite("amounts");

test("should find the point of a column by its own amounts, in any language", () => {
  const columns: Array<[point: string | undefined, ...amounts: string[]]> = [
    [".", "1,200", "15.50", "3"],
    [",", "1.200", "15,50", "3"],
    [",", "1 200,50", "3"],
    [".", "1'200.5", "3"],
    [".", "12,34,567.00", "3"],
    [".", "0.125", "1.250"],
    ["٫", "١٬٢٠٠", "١٥٫٥٠"],
    [undefined, "1,200", "3"],
    [undefined, "1.200.500", "3"],
    [undefined, "1.5", "1,5"],
    [undefined, "12.05.2024", "13.05.2024"],
    [undefined, "12.05.2024", "1.5"],
    [undefined, "1,20,3.5", "3"],
  ];
  for (const [point, ...amounts] of columns)
    assert.is(decimalPoint(amounts), point, amounts.join(" "));
});

test("should say what amounts lack behind their units", () => {
  assert.equal(lackingEnds(["1,200", "15.50", "3.5", "–", "", "$3"], true), [
    ...[".50", "", "0", ".50", "", ".50"],
  ]);
  assert.equal(lackingEnds(["25%", "12.5%"], true), [".5", ""]);
  assert.equal(lackingEnds(["1 200", "3 065 €"], true), [" €", ""]);
  assert.equal(lackingEnds(["1 200", "3 065 €"], false), ["", ""]);
  assert.equal(lackingEnds(["1.5 €", "3 EUR"], true), ["", ""]);
  assert.equal(lackingEnds(["1", "20"], true), ["", ""]);
});

test.run();
