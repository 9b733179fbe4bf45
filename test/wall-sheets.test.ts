import { suite } from "uvu";
import * as assert from "uvu/assert";
import { papers } from "../scripts/tables/formats.ts";
import { sheetFor } from "../scripts/tables/wall-sheets.ts";

const test = suite("sheetFor");
const { us, iso } = papers;

test("should name the next sheet that shops have", () => {
  assert.is(sheetFor(us.poster, 1.1), "24 × 36 in");
  assert.is(sheetFor(us.poster, 1.4), "36 × 48 in");
  assert.is(sheetFor(iso.poster, 1.4), "A1");
  assert.is(sheetFor(iso.poster, 1.5), "A0");
});

test("should give the size where none is as large", () => {
  assert.is(sheetFor(us.poster, 3), "1380 × 1830 mm");
  assert.is(sheetFor(us.page, 1.5), "330 × 420 mm");
});

test("should know what follows the poster's sheet of each family", () => {
  for (const { poster } of [us, iso]) assert.not.match(sheetFor(poster, 1.01), "mm");
});

test.run();
