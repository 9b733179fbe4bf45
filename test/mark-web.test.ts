import jpeg from "jpeg-js";
import type { Browser, Page } from "puppeteer-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { launchBrowser } from "../scripts/press/browser.ts";
import { realSteps } from "../scripts/steps/steps.ts";
import { imagesOf, manuscriptOf } from "./support/documents.ts";
import { memoryWorld } from "./support/world-memory.ts";

const test = suite("mark-web");
const steps = realSteps(memoryWorld({}), "0");
const [width, height] = [800, 600];
const grounds = ["#000", "#444", "#888", "#ccc", "#fff"];
let browser: Browser;
let page: Page;

test.before(async () => {
  browser = await launchBrowser(process.env, { frames: true });
  page = await browser.newPage();
  await page.setViewport({ width, height });
});

test.after(() => browser.close());

for (const scheme of ["light", "dark"]) {
  test(`should show the mark before pictures of every grey, ${scheme}`, async () => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const ground of grounds) {
      await show("![Alpha](alpha.svg)", ground);
      const marked = await picture();
      await page.evaluate("document.querySelector('svg.status-mark').remove()");
      const bare = await picture();
      const seen = marked.filter((grey, at) => Math.abs(grey - (bare[at] ?? 0)) > 8).length;
      // Letters, or where they have the grey of the picture the line round them, a pixel wide.
      assert.ok(seen > 0.008 * marked.length, `${ground}: ${seen} of ${marked.length}`);
    }
  });
}

test("should keep the mark behind words", async () => {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  await show(`![Alpha](alpha.svg)\n\n${"alpha ".repeat(900)}`, "#000");
  await page.evaluate("window.scrollBy(0, 600)");
  const marked = await shot();
  await page.evaluate("document.querySelector('svg.status-mark').remove()");
  const bare = await shot();
  const inked = [...bare.keys()].filter((at) => (bare[at] ?? 0) < 60);
  assert.ok(inked.length > 1000);
  assert.ok(inked.every((at) => (marked[at] ?? 255) < 80));
  assert.ok(marked.filter((grey, at) => grey < (bare[at] ?? 0) - 8).length > 10_000);
});

test("should leave links on pictures to the pointer, and pictures in sight where a link has led", async () => {
  const link = "[![Alpha](alpha.svg)](https://example.org/)";
  for (const text of [link, `Bravo ${link} charlie.`]) {
    await show(text, "#000");
    assert.is(await hit(), "A");
  }
  await show("## Bravo\n\n![Alpha](alpha.svg)\n\n[Back](#bravo)", "#000");
  await page.evaluate("document.querySelector('figure').id = 'delta'; location.hash = '#delta'");
  await page.evaluate("document.images[0].scrollIntoView({ block: 'center' })");
  const greys = await picture();
  assert.ok(greys.filter((grey) => grey < 20).length > 0.5 * greys.length);
  assert.ok(greys.filter((grey) => grey > 60).length > 0.1 * greys.length, "the mark");
});

test.run();

/** A draft for screens in the window, with a picture of one colour in its middle. */
async function show(text: string, ground: string): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="450"><rect width="600" height="450" fill="${ground}"/></svg>`;
  const document = await readDocument(
    manuscriptOf(`${text}\n`, { status: "draft", title: "Delta" }),
    imagesOf({ "alpha.svg": Buffer.from(svg) }),
  );
  const output = { html: "", copies: [], fonts: "" };
  const { html } = await steps.setEdition({ document, format: "web", paper: "iso", output });
  await page.setContent(html);
  await page.evaluate("document.images[0].scrollIntoView({ block: 'center' })");
}

/** What the pointer meets in the middle of the picture. */
function hit(): Promise<unknown> {
  return page.evaluate(`(() => {
    const { x, y, width, height } = document.images[0].getBoundingClientRect();
    return document.elementFromPoint(x + width / 4, y + height / 4).tagName;
  })()`);
}

/** Greys of what the window shows of the picture. */
async function picture(): Promise<number[]> {
  const box = (await page.evaluate(
    "(({ x, y, width, height }) => ({ x, y, width, height }))(document.images[0].getBoundingClientRect())",
  )) as Record<"x" | "y" | "width" | "height", number>;
  const greys = await shot();
  return greys.filter((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return x > box.x && x < box.x + box.width - 1 && y > box.y && y < box.y + box.height - 1;
  });
}

/** Greens of all pixels of the window, row by row. */
async function shot(): Promise<number[]> {
  const bytes = await page.screenshot({ type: "jpeg", quality: 100 });
  const { data } = jpeg.decode(bytes, { useTArray: true });
  return Array.from({ length: width * height }, (_, at) => data[4 * at + 1] ?? 0);
}
