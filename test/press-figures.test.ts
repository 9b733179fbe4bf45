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
img:not([src*="svg"]) { height: 120px } figure:has(img + img) { display: grid; grid-template-columns: 1fr 1fr }
figure:has(img + img) figcaption { grid-column: 1 / -1 }`;

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

test("should make a picture smaller whose caption calls a note, so that both have room", async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>`;
  const image = `![a](data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")})`;
  const heights = [];
  for (const count of [150, 165, 180]) {
    const markdown = `# Alpha\n\n${filler(count)}\n\n:::figure\n${image}\n\nBravo[^1]\n:::\n\n[^1]: Charlie.\n`;
    const set = await setText(markdown, { status: "final" });
    const stands = [...(await set.boxes("figure")), ...(await set.boxes(".note"))];
    assert.equal(
      stands.map(({ page }) => page),
      [3, 3],
      `${count} words`,
    );
    heights.push(Number.parseFloat(await set.style("figure img", "height")));
  }
  const [first, second, third] = heights as [number, number, number];
  assert.ok(first > second && second > third && third > 0.6 * 333, `${heights}`);
});

test("should make pictures that stand side by side smaller alike", async () => {
  const two = figure(120, "after").replace(/<img[^>]*>/, "$&$&");
  const [one, other] = await pictures(`<p>${filler(36)}</p>${two}`);
  assert.equal([one?.page, other?.page, one?.height], [0, 0, other?.height]);
  assert.ok((one?.height ?? 0) > 71 && (one?.height ?? 0) < 119, `${one?.height}`);
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

test("should make an upright picture smaller still where it is high", async () => {
  for (const [height, share] of [
    [120, 0.45],
    [80, 0.6],
  ] as const) {
    const shares: number[] = [];
    for (let count = 40; count < 66; count += 2) {
      const spot = await picture(`<p>${filler(count)}</p>${figure(height, "after")}`);
      if (spot.page === 0) shares.push(spot.height / height);
    }
    const least = Math.min(...shares);
    assert.ok(least > share - 0.01 && least < share + 0.18, `${least} of ${height}`);
  }
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

test("should set pictures of a row as high as each other, whatever their shapes, up to their limit", async () => {
  const image = ([width, height]: readonly number[]) => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
    return `![a](data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")})\n`;
  };
  const [wide, high, square] = [
    [900, 600],
    [400, 800],
    [500, 500],
  ] as const;
  for (const [shapes, rows] of [
    [[wide, high], [2]],
    [[high, high], [2]],
    [[high, wide, square], [3]],
    [
      [wide, high, square, wide],
      [2, 2],
    ],
    [
      [wide, high, square, wide, high],
      [3, 2],
    ],
    [
      [wide, high, square, wide, high, square, wide],
      [3, 2, 2],
    ],
    [
      [wide, high, square, wide, wide, square, wide, high],
      [3, 3, 2],
    ],
    [
      [wide, high, square, wide, wide, square, wide, high, high],
      [3, 3, 3],
    ],
  ] as const) {
    const markdown = `# Alpha\n\n:::figure\n${shapes.map(image).join("")}\nBravo\n:::\n`;
    for (const language of ["en", "ar"]) {
      const set = await setText(markdown, { language, status: "final" });
      const heights: number[] = [];
      for (const [index, [width, height]] of shapes.entries()) {
        const of = async (side: string) =>
          Number.parseFloat(await set.style(`figure img:nth-of-type(${index + 1})`, side));
        heights.push(await of("height"));
        assert.ok(Math.abs((await of("width")) / (heights[index] ?? 0) - width / height) < 0.02);
      }
      const tops = (await set.boxes("figure img")).map(({ top }) => Math.round(top));
      const gap = Number.parseFloat(await set.style("figure", "column-gap"));
      const [first = 0, second = first + (heights[0] ?? 0) + gap] = [tops[0], tops[rows[0]]];
      assert.ok(
        Math.abs(second - first - (heights[0] ?? 0) - gap) < 2,
        "rows as far apart as columns",
      );
      for (const count of rows) {
        const row = heights.splice(0, count);
        assert.ok(Math.max(...row) - Math.min(...row) < 1, `${row}`);
        assert.is(new Set(tops.splice(0, count)).size, 1);
      }
    }
  }
});

const drawn = (width: number, height: number) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
  return `![a](data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")})\n`;
};

test("should make the pictures of a figure a little smaller that leave a line alone on the last page", async () => {
  const shapes = [1.5, 0.7, 1.33, 0.75, 1.78, 1, 1.5, 0.7];
  const images = shapes.map((shape) => drawn(shape * 800, 800)).join("");
  const text = `# Alpha\n\nBravo.\n\n:::figure\n${images}\nCharlie delta.\n:::\n\nEcho.\n`;
  for (const language of ["en", "ar"]) {
    const set = await setText(text, { language, status: "final" }, "large-print");
    assert.is((await set.words("Echo.")).page, 1, language);
    const of = async (selector: string, side: string) =>
      Number.parseFloat(await set.style(selector, side));
    const gap = await of("figure", "column-gap");
    const all = await of("figure", "width");
    const widths: number[] = [];
    for (const [first, count] of [
      [1, 3],
      [4, 3],
      [7, 2],
    ] as const) {
      let width = gap * (count - 1);
      for (let at = first; at < first + count; at++)
        width += await of(`figure img:nth-of-type(${at})`, "width");
      widths.push(width / all);
    }
    assert.ok(
      widths.every((width) => width > 0.79 && width < 0.92),
      `${widths}`,
    );
    assert.ok(Math.max(...widths) - Math.min(...widths) < 0.01, `${widths}`);
  }
});

test("should give a picture that is higher than wide less of the height that a handout has to spare", async () => {
  const share = async (width: number, height: number) => {
    const text = `# Alpha\n\n${filler(60)}\n\n${drawn(width, height)}\n${filler(60)}\n`;
    const set = await setText(text, { status: "final", title: "A" }, "handout");
    return Number.parseFloat(await set.style("figure img", "height")) / 1122.5;
  };
  const [upright, square] = [await share(2000, 3000), await share(3000, 3000)];
  assert.ok(upright > 0.21 && upright < 0.29, `${upright}`);
  assert.ok(square > 0.34, `${square}`);
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

test("should set a code beside the words of its address, from their first line on", async () => {
  const text = `## A\n\n[Bravo](https://a.example) and [charlie](https://b.example/${"delta-".repeat(12)}e).\n`;
  for (const format of ["handout", "large-print", "poster", "quarter-sheet"] as const) {
    const set = await setText(text, { qr: true, title: "A" }, format);
    const [items, codes] = [await set.boxes(".links li"), await set.boxes(".links .qr")];
    assert.is(codes.length, 2);
    for (const [index, { top, right }] of codes.entries()) {
      const item = items[index];
      assert.ok(item && Math.abs(top - item.top) < 3, `${format}: ${top} at ${item?.top}`);
      assert.ok(Math.abs(right - item.right) < 3, format);
    }
  }
});

test("should fill a poster with the picture that it makes larger, and with the headline", async () => {
  const taken = async (words: number, height: number) => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="${height}"/>`;
    const data = `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`;
    const image = height > 0 ? `![a](${data})` : "";
    const text = `# Assembly of the tenants\n\n${filler(words)}\n\n${image}\n`;
    const set = await setText(text, { status: "final" }, "poster");
    const [main, body, margin] = [
      Number.parseFloat(await set.style("main", "height")),
      Number.parseFloat(await set.style("body", "height")),
      Number.parseFloat(await set.style("body", "padding-top")),
    ];
    return main / (body - 2 * margin);
  };
  for (const [words, height] of [
    [400, 0],
    [240, 533],
    [300, 533],
    [400, 225],
  ] as const) {
    const share = await taken(words, height);
    assert.ok(share > 0.95, `${words} words, ${height}: ${share}`);
  }
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
  const [spot] = await pictures(body);
  assert.ok(spot);
  return spot;
}

/** Where the pictures of a text stand. */
async function pictures(body: string) {
  const notes = body.includes("{1}") ? [`<p>${filler(18, 900)}</p>`] : [];
  const { faults, logical } = await layOut({ body, css, notes });
  assert.equal(faults, []);
  return logical ? imagesIn(logical.root).flatMap(({ spots }) => spots) : [];
}

function imagesIn(element: LogicalElement): LogicalElement[] {
  if (element.tag === "img") return [element];
  return element.kids.flatMap((kid) => ("tag" in kid ? imagesIn(kid) : []));
}
