import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fitType } from "../scripts/press/page/fit-type.ts";
import { type Fit, type Outcome, openLayouts } from "../scripts/press/page/layouts.ts";
import { savePage } from "../scripts/press/page/save-page.ts";
import { saveSheet } from "../scripts/press/page/save-sheet.ts";

const layouts = suite("press: layouts");

layouts("should lay out anew only what doesn't stand, one at a time", async () => {
  const told: string[] = [];
  const lay = async (fit: Fit) => {
    const name = fit["--fit--space"] ?? "usual";
    told.push(name);
    return { name, pages: [1, 2], last: 0.5, broken: [1], clear: () => told.push(`no ${name}`) };
  };
  const { outcome, stand } = openLayouts(lay);
  const tight = { "--fit--space": "0.5" };
  assert.equal(await outcome({}), { pages: 2, last: 0.5, broken: 1 });
  await outcome(tight);
  await outcome({});
  assert.equal(told, ["usual", "no usual", "0.5"]);
  assert.is((await stand(tight)).name, "0.5");
  assert.is((await stand({})).name, "usual");
  assert.equal(told.slice(3), ["no 0.5", "usual"]);
});

layouts.run();

const type = suite("press: type as large as paper allows");
const range = { least: 10, most: 12, pages: 2 };

type("should take the largest type that takes no page more", async () => {
  const upTo = (most: number) => sizes((size) => ({ pages: size > most ? 2 : 1 }));
  assert.equal(await fitType(upTo(11.25), range, false), { "--fit--size": "11.25pt" });
  assert.equal(await fitType(upTo(20), range, false), { "--fit--size": "12pt" });
  assert.equal(await fitType(upTo(10.9), range, false), { "--fit--size": "10.75pt" });
});

type("should save the page that the usual type takes and the smallest doesn't", async () => {
  const outcome = sizes((size) => ({ pages: size > 10.5 ? 3 : 2 }));
  assert.equal(await fitType(outcome, range, false), { "--fit--size": "10.5pt" });
});

type("should take as many pages as a sheet has in any case", async () => {
  const filled = { ...range, pages: 6, fills: [4, 6] };
  const outcome = (pages: number) => sizes((size) => ({ pages: Math.ceil((pages * size) / 11) }));
  assert.equal(await fitType(outcome(2), filled, false), { "--fit--size": "12pt" });
  assert.equal(await fitType(outcome(3.9), filled, false), { "--fit--size": "11.25pt" });
  assert.equal(await fitType(outcome(5.7), filled, false), { "--fit--size": "11.5pt" });
  assert.equal(await fitType(outcome(6.6), filled, false), { "--fit--size": "10pt" });
});

type("should leave longer texts as they are", async () => {
  const asked: Fit[] = [];
  const long = (pages: number) => async (fit: Fit) => {
    asked.push(fit);
    return { pages, last: 1, broken: 0 };
  };
  assert.equal(await fitType(long(4), range, false), {});
  assert.equal(asked, [{}]);
  assert.equal(await fitType(long(3), range, false), {});
});

type("should not cut words in a table that has none cut", async () => {
  const outcome = sizes((size) => ({ pages: 1, broken: size > 11 ? 1 : 0 }));
  assert.equal(await fitType(outcome, range, false), { "--fit--size": "11pt" });
});

type("should give pictures what room is left, the most first", async () => {
  const outcome = async (fit: Fit) => ({
    pages: Number(fit["--fit--figure"] ?? 0) > 0.4 ? 2 : 1,
    last: 1,
    broken: 0,
  });
  const size = { "--fit--size": "12pt" };
  assert.equal(await fitType(outcome, range, true), { ...size, "--fit--figure": "0.35" });
  assert.equal(await fitType(outcome, range, false), size);
});

type.run();

const saving = suite("press: a page saved");
const rule = { last: 0.2, spaces: [0.75, 0.5] };

saving("should leave a text that fills its last page, or has but one", async () => {
  assert.equal(await savePage(spaces({ usual: [3, 0.3], 0.75: [2, 1] }), rule, false), {});
  assert.equal(await savePage(spaces({ usual: [1, 0.1], 0.75: [1, 1] }), rule, false), {});
});

saving("should take as little space away as saves a page", async () => {
  const first = spaces({ usual: [3, 0.1], 0.75: [2, 0.9], 0.5: [2, 0.8] });
  assert.equal(await savePage(first, rule, false), { "--fit--space": "0.75" });
  const second = spaces({ usual: [3, 0.1], 0.75: [3, 0.05], 0.5: [2, 0.8] });
  assert.equal(await savePage(second, rule, false), { "--fit--space": "0.5" });
  const none = spaces({ usual: [3, 0.1], 0.75: [3, 0.05], 0.5: [3, 0.01] });
  assert.equal(await savePage(none, rule, false), {});
});

saving("should go on where a few lines would stand alone a page before", async () => {
  const lines = spaces({ usual: [4, 0.1], 0.75: [3, 0.1], 0.5: [2, 0.9] });
  assert.equal(await savePage(lines, rule, false), { "--fit--space": "0.5" });
  const still = spaces({ usual: [4, 0.1], 0.75: [3, 0.1], 0.5: [3, 0.1] });
  assert.equal(await savePage(still, rule, false), { "--fit--space": "0.5" });
});

saving("should make pictures a little smaller where less space saves nothing", async () => {
  const asked: Fit[] = [];
  const pictured = (most: number) => async (fit: Fit) => {
    asked.push(fit);
    return { pages: Number(fit["--fit--picture"] ?? 1) > most ? 3 : 2, last: 0.1, broken: 0 };
  };
  const small = { "--fit--space": "0.75", "--fit--picture": "0.8" };
  assert.equal(await savePage(pictured(0.85), rule, true), small);
  assert.equal(await savePage(pictured(0.5), rule, true), {});
  asked.length = 0;
  assert.equal(await savePage(pictured(0.85), rule, false), {});
  assert.is(asked.length, 3, "a text without pictures is not laid out for them");
});

saving("should not cut words in tables for it", async () => {
  const cut = spaces({ usual: [3, 0.1], 0.75: [2, 0.9, 1], 0.5: [2, 0.8, 1] });
  assert.equal(await savePage(cut, rule, false), {});
});

saving.run();

const sheet = suite("press: a sheet saved");
const tight = { "--fit--space": "0.75" };
const behind = { "--fit--opening": "page" };

/** Texts of so many pages, and of so many that begin behind their title. */
const opening = (usual: number, less: number, broken = 0) => {
  const asked: Fit[] = [];
  const outcome = async (fit: Fit) => {
    asked.push(fit);
    const begins = "--fit--opening" in fit;
    return { pages: begins ? less : usual, last: 1, broken: begins ? broken : 0 };
  };
  return { asked, outcome };
};

sheet("should begin a short text behind its title where that saves a sheet", async () => {
  assert.equal(await saveSheet(opening(5, 4).outcome, {}, 4), behind);
  assert.equal(await saveSheet(opening(9, 8).outcome, tight, 4), { ...tight, ...behind });
});

sheet("should leave a text whose sheets are as many, or that has no blank page", async () => {
  for (const pages of [1, 4, 6, 7, 8, 13, 401]) {
    const { asked, outcome } = opening(pages, pages - 1);
    assert.equal(await saveSheet(outcome, tight, 4), tight);
    assert.equal(asked, [tight], "laid out once");
  }
  assert.equal(await saveSheet(opening(5, 5).outcome, {}, 4), {});
  assert.equal(await saveSheet(opening(5, 4, 1).outcome, {}, 4), {});
});

sheet.run();

/** Texts of which a page more or less depends on the size of their type, which usually is 11 pt. */
function sizes(of: (size: number) => Partial<Outcome>): (fit: Fit) => Promise<Outcome> {
  return async (fit) => ({
    ...{ pages: 1, last: 1, broken: 0 },
    ...of(Number.parseFloat(fit["--fit--size"] ?? "11")),
  });
}

function spaces(
  table: Readonly<Record<string, [pages: number, last: number, broken?: number]>>,
): (fit: Fit) => Promise<Outcome> {
  return async (fit) => {
    const row = table[fit["--fit--space"] ?? "usual"];
    if (!row) throw new Error(`laid out with ${JSON.stringify(fit)}`);
    const [pages, last, broken = 0] = row;
    return { pages, last, broken };
  };
}
