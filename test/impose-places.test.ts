import { suite } from "uvu";
import * as assert from "uvu/assert";
import { checkPlaces } from "../scripts/impose/check-places.ts";
import type { Plan } from "../scripts/impose/plan.ts";
import type { Found } from "../scripts/impose/verify-sheets.ts";

const test = suite("impose: places");

const sheet = { width: 400, height: 300 };
const once = { sheet, times: 1 } as Plan;
const parts = { sheet, times: "parts" } as Plan;

test("should find nothing wrong with pages side by side", () => {
  const found = [at(0, 0, 0), at(1, 200, 0)];
  assert.equal(reasons(found, 2), []);
});

test("should count each page", () => {
  assert.equal(reasons([at(0, 0, 0)], 2), ["page 2 is on them 0 times instead of 1"]);
  const twice = [at(0, 0, 0), { ...at(0, 0, 0), side: 1 }];
  assert.equal(reasons(twice, 1), ["page 1 is on them 2 times instead of 1"]);
});

test("should say which page would be cut, more at the sides than a fold takes, or at head and foot", () => {
  const cut = (left: number, bottom: number) => {
    const { whole, ...rest } = at(1, 0, 0);
    const clip = { x: left, y: bottom, width: 200 - left, height: 300 - bottom };
    return reasons(
      [
        { ...at(0, 0, 0), side: 1 },
        { ...rest, whole, clip },
      ],
      2,
    );
  };
  for (const [left, bottom] of [
    [15, 0],
    [0, 2],
  ] as const)
    assert.equal(cut(left, bottom), ["page 2 would be cut off at its edge"]);
  assert.equal(cut(13, 0), []);
});

test("should say which page hangs over which edge of its sheet, and which lie on each other", () => {
  for (const [x, y] of [
    [-5, 0],
    [205, 0],
    [0, -5],
    [0, 5],
  ] as const)
    assert.equal(
      reasons([at(0, x, y)], 1),
      ["page 1 hangs over the edge of its sheet"],
      `${x} ${y}`,
    );
  assert.equal(reasons([at(0, 0, 0), at(1, 195, 0)], 2), ["pages 1 and 2 lie on each other"]);
  assert.equal(reasons([at(0, 0, 0), { ...at(1, 0, 0), side: 1 }], 2), []);
});

test("should say when a strip of a poster is on no part of it, wherever", () => {
  // Twice as wide and as high as a sheet, in quarters that overlap a little.
  const corners = [0, 390].flatMap((x) => [0, 290].map((y) => [x, y] as const));
  const quarters = corners.map(([x, y], side) => {
    const whole = { x: -x, y: -y, width: 790, height: 590 };
    return { page: 0, side, whole, clip: { x: 0, y: 0, ...sheet }, scale: 1 };
  });
  assert.equal(checkPlaces(quarters, 1, parts), []);
  for (const missing of quarters)
    assert.equal(
      checkPlaces(
        quarters.filter((one) => one !== missing),
        1,
        parts,
      ).map(({ reason }) => reason),
      ["a strip of poster 1 is on none of them"],
    );
  for (const none of [[], quarters.map((one) => ({ ...one, scale: 0.5 }))])
    assert.equal(
      checkPlaces(none, 1, parts).map(({ reason }) => reason),
      ["poster 1 is not on them"],
    );
});

test.run();

/** A page half as wide as its sheet and as high. */
function at(page: number, x: number, y: number): Found {
  const whole = { x, y, width: 200, height: 300 };
  return { page, side: 0, whole, clip: whole, scale: 1 };
}

function reasons(found: readonly Found[], pages: number): string[] {
  const faults = checkPlaces(found, pages, once);
  assert.ok(faults.every(({ rule }) => rule === "sheet-pages"));
  return faults.map(({ reason }) => reason);
}
