import { suite } from "uvu";
import * as assert from "uvu/assert";
import { closeBoxes, setText } from "./support/boxes.ts";
import { filler } from "./support/pages.ts";

const test = suite("press: type that fits");
test.after(closeBoxes);

const final = { status: "final" } as const;

test("should set a short text in the largest type of its format", async () => {
  for (const [format, most] of [
    ["handout", 12.5],
    ["quarter-sheet", 16],
    ["large-print", 18],
  ] as const) {
    const set = await setText("# Alpha\n\nBravo.\n\nCharlie.\n", final, format);
    assert.is(await sizeOf(set), most, format);
  }
});

test("should set a long text in the size that its styles say", async () => {
  for (const [format, usual] of [
    ["handout", 10.5],
    ["quarter-sheet", 9.5],
  ] as const) {
    const set = await setText(`# Alpha\n\n${filler(4000)}\n`, final, format);
    assert.is(await sizeOf(set), usual, format);
  }
});

test("should fill the pages that a text needs, and no page more", async () => {
  for (const words of [420, 520, 560, 900, 1000]) {
    const set = await setText(`# Alpha\n\n${filler(words)} last\n`, final, "handout");
    const { page, top } = await set.words("last");
    assert.ok(page <= 2);
    // A larger size would go over; the next smaller leaves little.
    const size = await sizeOf(set);
    assert.ok(size === 12.5 || top > 800, `${words} words: ${size} pt, page ${page}, ${top}`);
  }
});

test("should set a text smaller of which a line or two would stand on a page alone", async () => {
  const sizes = new Map<number, number[]>();
  for (let words = 640; words <= 800; words += 20) {
    const set = await setText(`# Alpha\n\n${filler(words)} last\n`, final, "handout");
    const { page } = await set.words("last");
    sizes.set(page, [...(sizes.get(page) ?? []), await sizeOf(set)]);
  }
  assert.ok(
    sizes.get(1)?.some((size) => size < 10.5),
    JSON.stringify([...sizes]),
  );
  assert.ok(
    sizes.get(2)?.every((size) => size > 10.5),
    JSON.stringify([...sizes]),
  );
});

test("should let a picture take the room that the largest type leaves", async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"/>`;
  const image = `![a](data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")})`;
  const width = async (text: string) => {
    const set = await setText(`# Alpha\n\n${image}\n\n${text}\n`, final, "handout");
    return Number.parseFloat(await set.style("figure img", "width"));
  };
  const [few, many] = [await width("Bravo."), await width(filler(2500))];
  assert.ok(few > many * 1.3, `${few} ${many}`);
});

test("should set paragraphs of a handout apart and those of a booklet indented, addresses apart in both", async () => {
  const text = "# Alpha\n\nBravo.\n\nCharlie.\n\nDelta\\\necho\n\nFoxtrot.\n";
  const indents: number[][] = [];
  for (const format of ["booklet", "handout", "poster"] as const) {
    const set = await setText(text, final, format);
    const [bravo, charlie, delta, foxtrot] = await Promise.all(
      ["Bravo", "Charlie", "Delta", "Foxtrot"].map(set.words),
    );
    const lefts = [bravo, charlie, delta, foxtrot].map((box) => Math.round(box?.left ?? 0));
    indents.push(lefts.map((left) => left - (lefts[0] as number)));
    const leading = Number.parseFloat(await set.style("main > section p, main > p", "line-height"));
    assert.ok((delta?.top ?? 0) - (charlie?.top ?? 0) > leading * 1.4, format);
  }
  assert.ok((indents[0]?.[1] ?? 0) > 10);
  assert.equal(indents[0]?.slice(2), [0, 0]);
  assert.equal(indents.slice(1), [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});

test("should keep notes of a poster whole, each in one column, unless they are long", async () => {
  const columns = async (lengths: readonly number[]) => {
    const calls = lengths.map((_, index) => `[^${index}]`).join(" ");
    const notes = lengths.map((length, index) => `[^${index}]: ${filler(length)}`).join("\n\n");
    const markdown = `# Alpha\n\n${filler(1200)}${calls}\n\n${notes}\n`;
    const set = await setText(markdown, final, "poster");
    const column = Math.min(...(await set.boxes(".note")).map(({ left, right }) => right - left));
    return (await set.boxes(".note")).map(({ left, right }) =>
      right - left < 1.1 * column ? 1 : 2,
    );
  };
  assert.equal(await columns([40, 30, 45, 10]), [1, 1, 1, 1]);
  assert.equal(await columns([25, 60, 15, 33, 12, 28]), [1, 1, 1, 1, 1, 1]);
  assert.ok((await columns([12, 600])).includes(2));
});

test("should set a poster in narrower columns where its type is much larger then", async () => {
  const lines = (count: number) => "- We ask for this.\n".repeat(count);
  const set = await setText(`# Alpha bravo charlie delta\n\n${lines(30)}`, final, "poster");
  const size = Number.parseFloat(await set.style("main > ul", "font-size"));
  const lefts = new Set((await set.boxes("main li")).map(({ left }) => Math.round(left)));
  const [main] = await set.boxes("main");
  assert.is(lefts.size, 2);
  assert.ok(2 * 19 * size > (main?.right ?? 0) - (main?.left ?? 0), `${size}px`);

  const prose = await setText(`# Alpha bravo\n\n${filler(1500)}\n`, final, "poster");
  assert.is(await prose.style(":root", "--poster--column"), "19rem");
});

test("should break the headline of a poster in large type into no more lines than it needs", async () => {
  for (const [words, lines] of [
    [5, 3],
    [40, 2],
    [300, 2],
  ] as const) {
    const set = await setText(`# Our garden stays open\n\n${filler(words)}\n`, final, "poster");
    const headline = await set.words("Our garden stays open");
    assert.is(headline.lines, lines, `${words} words`);
  }
});

test("should set large print tighter of which a few lines would stand on a page alone", async () => {
  const text = (count: number) => `# Alpha\n\n${`${filler(25)}\n\n`.repeat(count)}last\n`;
  let tight = 0;
  for (let count = 44; count <= 52; count += 2) {
    const set = await setText(text(count), final, "large-print");
    const { page } = await set.words("last");
    const beside = (await set.boxes("main p")).filter((box) => box.page === page);
    assert.ok(beside.length > 2, `${count} paragraphs: ${beside.length} on page ${page}`);
    const space = await set.style("main p:nth-of-type(3)", "margin-top");
    const line = await set.style("main p:nth-of-type(3)", "line-height");
    if (Number.parseFloat(space) < Number.parseFloat(line) * 0.9) tight++;
  }
  assert.ok(tight > 0 && tight < 5, `${tight}`);
});

test("should set sections closer where a few lines of a booklet or a handout would stand on a page alone", async () => {
  const sections = `## Bravo\n\n${filler(16)}\n\n`.repeat(30);
  // Steps through a page of each, until a few lines stand on the last.
  for (const [format, step] of [
    ["booklet", 24],
    ["handout", 45],
    ["quarter-sheet", 14],
    ["leaflet", 20],
  ] as const) {
    let fit = "";
    for (let words = 20; fit === "" && words < 17 * step; words += step) {
      const set = await setText(`# Alpha\n\n${filler(words)}\n\n${sections}last\n`, final, format);
      fit = await set.style(":root", "--fit--space");
      if (fit === "") continue;
      const { page } = await set.words("last");
      const beside = (await set.boxes("main p")).filter((box) => box.page === page);
      assert.ok(beside.length > 1, `${format} ${words}: ${beside.length} on page ${page}`);
    }
    assert.match(fit, /^0\.[5-9]/, format);
  }
});

test("should leave large print its space where less saves no page", async () => {
  for (let count = 5; count <= 8; count++) {
    const text = `# Alpha\n\n${`${filler(20)}\n\n`.repeat(count)}last\n`;
    const set = await setText(text, final, "large-print");
    const { page } = await set.words("last");
    const space = Number.parseFloat(await set.style("main p:nth-of-type(3)", "margin-top"));
    const line = Number.parseFloat(await set.style("main p:nth-of-type(3)", "line-height"));
    if (page > 1) assert.ok(Math.abs(space - line) < 1, `${count}: ${space} of ${line}`);
  }
});

test("should keep each of several names on one line, and a sign in a title with the words before", async () => {
  const names = [
    "Assembly of the Districts of North Harbour",
    "North Harbour Tenants Union",
    "Committee for the Public Wells",
  ];
  const markdown = "# Your Home and Rights · Casa y derechos\n\nAlpha.\n";
  for (const format of ["booklet", "handout", "large-print", "leaflet"] as const) {
    const set = await setText(markdown, { organisations: names, status: "final" }, format);
    for (const name of names) assert.is((await set.words(name)).lines, 1, `${format}: ${name}`);
    assert.is((await set.words("Rights ·")).lines, 1, format);
  }
});

test("should begin a page with a heading where it begins any other, asked for or not", async () => {
  const parts = ["Bravo", "Charlie", "Delta", "Echo"].map((name) => `## ${name}\n\n${filler(400)}`);
  for (const format of ["booklet", "handout", "large-print", "leaflet"] as const) {
    const set = await setText(`# Alpha\n\n${parts.join("\n\n::page-break\n\n")}\n`, final, format);
    const areas = await set.boxes(".pagedjs_page_content");
    const [first, ...others] = await set.boxes("main > section > h2");
    const begins = format === "booklet" || format === "leaflet" ? [first, ...others] : others;
    for (const heading of begins) {
      const area = areas.find(({ page }) => page === heading?.page);
      assert.is(
        Math.round(heading?.top ?? 0),
        Math.round(area?.top ?? 0),
        `${format} ${heading?.text}`,
      );
    }
  }
});

test.run();

/** Size of body type, pt. */
async function sizeOf(set: Awaited<ReturnType<typeof setText>>): Promise<number> {
  return Math.round(Number.parseFloat(await set.style("main", "font-size")) * 75) / 100;
}
