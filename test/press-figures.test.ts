import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { LogicalElement } from "../scripts/types.ts";
import { type Box, closeBoxes, setText } from "./support/boxes.ts";
import { pixel } from "./support/documents.ts";
import { filler, layOut, press } from "./support/pages.ts";

const test = suite("press: figures");
test.after(async () => {
  await Promise.all([press.close(), closeBoxes()]);
});

const css = `figure { break-inside: avoid } img { display: block; width: auto; height: auto }
img:not([src*="svg"]) { height: 120px }`;

test("should make a picture a little smaller that would leave a hole", async () => {
  const spot = await picture(`<p>${filler(36)}</p>${figure(120, "after")}`);
  assert.is(spot.page, 0);
  assert.ok(spot.height > 80 && spot.height < 119, `${spot.height}`);
  assert.ok(Math.abs(spot.width / spot.height - 0.5) < 0.02);
});

test("should leave a picture its size that fits, or is much too high", async () => {
  for (const [body, page] of [
    [`<p>${filler(20)}</p>${figure(120, "after")}`, 0],
    [`<p>${filler(60)}</p>${figure(120, "after")}`, 1],
    [`<p>${filler(36)}</p>${figure(120, "after{1}")}`, 1],
  ] as const) {
    const spot = await picture(body);
    assert.equal([spot.page, Math.round(spot.height)], [page, 120]);
  }
});

test("should make a picture much smaller only in which nothing is written", async () => {
  const body = (inside: string, type?: string) =>
    `<p>${filler(44)}</p>${figure(120, "after", inside, type)}`;
  for (const [inside, type, page] of [
    ["<circle r='9'/>", undefined, 0],
    ["<text x='9' y='20'>label</text>", undefined, 1],
    ["<image href='data:,'/>", undefined, 1],
    ["", "jpeg", 0],
    // It may be a photograph, but as well a chart.
    ["", "png", 1],
  ] as const) {
    const spot = await picture(body(inside, type));
    assert.is(spot.page, page, inside || type);
    if (page === 0) assert.ok(spot.height > 71 && spot.height < 90, `${spot.height}`);
    else assert.is(Math.round(spot.height), 120);
  }
});

test("should give a picture its size back that notes leave no room", async () => {
  const body = `<p>${filler(31)}</p><h2>x{1}</h2>${figure(110, "after")}`;
  const spot = await picture(body);
  assert.equal([spot.page, Math.round(spot.height)], [1, 110]);
});

test("should set pictures of one figure side by side, their caption under all", async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>`;
  const image = `![a](data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")})`;
  for (const [count, rows] of [
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
  ] as const) {
    const markdown = `# Alpha\n\n:::figure\n${`${image}\n`.repeat(count)}\nBravo\n:::\n`;
    const set = await setText(markdown, { status: "final" });
    const tops = (await set.boxes("figure img")).map(({ top }) => Math.round(top));
    assert.is(new Set(tops).size, rows, `${count} pictures`);
    const [caption] = await set.boxes("figcaption");
    assert.ok((caption as Box).top > Math.max(...tops) + 50);
  }
});

test("should let a picture fill a poster of few words, and keep it within its limit in a long text", async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>`;
  const image = `![a](data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")})`;
  const share = async (text: string) => {
    const set = await setText(`# Alpha\n\n${image}\n\n${text}\n`, { status: "final" }, "poster");
    const height = Number.parseFloat(await set.style("figure img", "height"));
    return height / Number.parseFloat(await set.style("body", "height"));
  };
  const [few, some, many] = [
    await share("Bravo."),
    await share(filler(25)),
    await share(filler(900)),
  ];
  assert.ok(few > 0.4, `${few}`);
  assert.ok(some < few && some >= 0.219, `${some}`);
  assert.ok(many < 0.221, `${many}`);
});

test.run();

function figure(height: number, caption: string, inside = "", type?: string): string {
  const drawing = `<svg xmlns='http://www.w3.org/2000/svg' width='${height / 2}' height='${height}'>${inside}</svg>`;
  const source = type
    ? `data:image/${type};base64,${Buffer.from(pixel).toString("base64")}`
    : `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`;
  return `<figure><img alt="" src="${source}"><figcaption>${caption}</figcaption></figure>`;
}

/** Where the picture of a text stands. */
async function picture(body: string) {
  const notes = body.includes("{1}") ? [`<p>${filler(18, 900)}</p>`] : [];
  const { faults, logical } = await layOut({ body, css, notes });
  assert.equal(faults, []);
  const [spot] = (logical && imageIn(logical.root)?.spots) ?? [];
  assert.ok(spot);
  return spot;
}

function imageIn(element: LogicalElement): LogicalElement | undefined {
  if (element.tag === "img") return element;
  for (const kid of element.kids) {
    const found = "tag" in kid ? imageIn(kid) : undefined;
    if (found) return found;
  }
  return undefined;
}
