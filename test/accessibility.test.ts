import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page, SerializedAXNode } from "puppeteer";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Steps } from "../scripts/build/parts.ts";
import { readDocument } from "../scripts/document/document.ts";
import { composeEdition } from "../scripts/document/edition/edition.ts";
import { toHtml } from "../scripts/document/html.ts";
import { launchBrowser } from "../scripts/press/browser.ts";
import { realSteps } from "../scripts/steps/steps.ts";
import { type FormatName, formatNames, formats } from "../scripts/tables/formats.ts";
import { languageRow } from "../scripts/tables/languages.ts";
import { type StatusName, statusNames } from "../scripts/tables/statuses.ts";
import type { Document, Matter } from "../scripts/types.ts";
import { findWorks } from "../scripts/works/works.ts";
import { diskWorld } from "../scripts/world/disk.ts";
import { imagesOf, manuscriptOf, pixel } from "./support/documents.ts";
import { casesIn, fixture } from "./support/fixtures.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const root = fileURLToPath(new URL("..", import.meta.url));
const test = suite("accessibility");
let browser: Browser;
let page: Page;
let steps: Steps;
/** Works that use every construct, from the left, from the right, and in characters. */
let documents: Document[] = [];

test.before(async () => {
  browser = await launchBrowser(process.env);
  page = await browser.newPage();
  const world = diskWorld(root, {});
  steps = realSteps(world, "0");
  const { manuscripts } = await findWorks(world, ["test/fixtures/torture"], {});
  documents = await Promise.all(manuscripts.map((one) => steps.readDocument(one)));
});

test.after(async () => {
  await browser.close();
});

for (const name of casesIn("editions")) {
  for (const format of ["booklet", "web"] as const) {
    test(`should pass axe with ${name} as ${format}, before any style`, async () => {
      assert.equal(await violations(await compose(name, format)), []);
    });
  }
}

for (const format of formatNames.filter((name) => formats[name].medium !== "screen")) {
  test(`should pass axe with everything as ${format}`, async () => {
    await usePage("light", 1000);
    assert.equal(await violations(await set(longest(), format, "draft")), []);
  });
}

for (const status of statusNames) {
  for (const scheme of ["light", "dark"] as const) {
    test(`should pass axe with everything as web, ${status} and ${scheme}`, async () => {
      await usePage(scheme, 1000);
      assert.equal(await violations(await set(longest(), "web", status)), []);
    });
  }
}

for (const format of ["booklet", "web"] as const) {
  test(`should pass axe with a text from the right and one in characters as ${format}`, async () => {
    await usePage("light", 1000);
    for (const document of documents.filter((one) => one !== longest()))
      assert.equal(await violations(await set(document, format, "draft")), []);
  });
}

test("should print the address of a web page's link once, whatever its words", async () => {
  await usePage("light", 1000);
  await page.setContent(await set(longest(), "web", "final"));
  await page.emulateMediaType("print");
  const links = await page.$$eval("main a[href^=http]", (found) =>
    found.map((link) => ({
      said: link.href.replace(/\/$/, "") === link.textContent?.replace(/\/$/, ""),
      added: getComputedStyle(link, "::after").content !== "none",
    })),
  );
  await page.emulateMediaType("screen");
  assert.equal(new Set(links.map(({ said }) => said)), new Set([true, false]));
  for (const { said, added } of links) assert.is(added, !said);
});

test("should name links by their addresses in one piece, and say words of tasks once", async () => {
  await usePage("light", 1000);
  await page.setContent(await set(longest(), "web", "final"));
  const said = await namesOnPage();
  const addresses = said.filter((one) => one.startsWith("link https:"));
  assert.equal(addresses, ["link https://example.org/a/rather/long/address?with=a&query=in-it"]);
  const tasks = said.filter(
    (one) => one.includes("A task that is done") || one === "image checked",
  );
  assert.equal(tasks, ["image checked", "StaticText  A task that is done"]);
});

test("should lead keys through all that can be used, in order, and show where they are", async () => {
  await usePage("light", 320);
  await page.setContent(await set(longest(), "web", "draft"));
  const wanted = await page.$$eval("a[href], [tabindex]", (all) => all.length);
  const reached: string[] = [];
  for (let count = 0; count < wanted; count++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(focused));
  }
  assert.equal(
    reached,
    Array.from({ length: wanted }, (_, index) => `${index} seen`),
  );
});

test("should pass axe with the web page as it is printed", async () => {
  await usePage("light", 800);
  await page.emulateMediaType("print");
  const found = await violations(await set(longest(), "web", "draft"));
  await page.emulateMediaType("screen");
  assert.equal(found, []);
});

test("should pass axe on a screen as narrow as text gets when it is enlarged to four times", async () => {
  await usePage("light", 320);
  assert.equal(await violations(await set(longest(), "web", "final")), []);
});

test("should tell links back to the text from it by more than their colour, where a script has one face", async () => {
  await usePage("light", 1000);
  const text = "متن ہے[^1] اور[^2] ہے\n\n[^1]: حاشیہ ہے\n[^2]: حاشیہ ہے";
  const manuscript = manuscriptOf(text, { title: "متن", language: "ur" });
  const document = await readDocument(manuscript, imagesOf({}));
  assert.equal(await violations(await set(document, "web", "final")), []);
});

test("should part a telephone number only where it is wider than the screen", async () => {
  for (const [language, words] of [
    ["ar", "هاتف المكتب"],
    ["en", "Ring us at"],
  ] as const) {
    const text = `${words} +962 (79) 555 01 42 20, ${words} +962 (79) 555 01 42 20.\n`;
    const document = await readDocument(manuscriptOf(text, { title: "A", language }), imagesOf({}));
    const html = await set(document, "web", "final");
    for (const [width, lines] of [
      [900, [1, 1]],
      [320, [2, 2]],
    ] as const) {
      await usePage("light", width);
      await page.setContent(
        html.replace("</head>", "<style>:root:root { font-size: 200% }</style></head>"),
      );
      const seen = await page.evaluate(() => ({
        over: globalThis.document.documentElement.scrollWidth - innerWidth,
        lines: [...globalThis.document.querySelectorAll(".number")].map((number) => {
          const range = globalThis.document.createRange();
          range.selectNodeContents(number);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        }),
      }));
      assert.equal(seen, { over: 0, lines }, `${language} ${width}`);
    }
  }
});

test("should let keys scroll a table that is wider than the screen, and say what they scroll", async () => {
  await usePage("light", 320);
  const words = "Infrastructure ".repeat(7).trim().split(" ");
  const row = (cells: string[]) => `| ${cells.join(" | ")} |\n`;
  const text = `## Money\n\n${row(words)}${row(words.map(() => "-"))}${row(words)}`;
  const document = await readDocument(manuscriptOf(text, { title: "Alpha" }), imagesOf({}));
  assert.equal(await violations(await set(document, "web", "final")), []);
  await page.keyboard.press("Tab");
  const reached = await page.evaluate(() => {
    const { activeElement: box } = globalThis.document;
    const name = box?.getAttribute("aria-labelledby") ?? "";
    return {
      name: globalThis.document.getElementById(name)?.textContent,
      scrolls: (box?.scrollWidth ?? 0) > (box?.clientWidth ?? 0),
      whole: globalThis.document.documentElement.scrollWidth <= innerWidth,
    };
  });
  assert.equal(reached, { name: "Money", scrolls: true, whole: true });
});

test.run();

async function compose(name: string, format: FormatName): Promise<string> {
  const matter = JSON.parse(fixture(`editions/${name}/matter.json`)) as Partial<Matter>;
  const manuscript = manuscriptOf(fixture(`editions/${name}/input.md`), matter);
  const document = await readDocument(manuscript, imagesOf({ "alpha.png": pixel }));
  const styles = { paged: [], plain: [] };
  return toHtml(
    composeEdition(document, { format: formats[format], language: languageRow("en").row, styles }),
  );
}

function longest(): Document {
  return documents.find(({ matter }) => matter.language === "en") as Document;
}

/** The page that is kept, with its styles, its faces and its mark. */
async function set(document: Document, format: FormatName, status: StatusName): Promise<string> {
  const { html } = await steps.setEdition({
    document: { ...document, matter: { ...document.matter, status } },
    format,
    paper: "iso",
    output: { html: "/alpha/booklet.html", fonts: "/alpha/fonts", copies: [] },
  });
  return html;
}

async function usePage(scheme: "light" | "dark", width: number): Promise<void> {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setViewport({ width, height: 800 });
}

/** Which of all that keys reach has the focus, and whether it is in sight and outlined. */
function focused(): string {
  const all = [...globalThis.document.querySelectorAll("a[href], [tabindex]")];
  const { activeElement: one } = globalThis.document;
  if (!one) return "nothing";
  const { top, bottom } = one.getBoundingClientRect();
  const outlined = getComputedStyle(one).outlineStyle === "solid";
  const seen = outlined && bottom > 0 && top < innerHeight;
  return `${all.indexOf(one)} ${seen ? "seen" : "unseen"}`;
}

/** Roles and names of the page, in the order they are read in; pieces of lines not by themselves. */
async function namesOnPage(): Promise<string[]> {
  const said: string[] = [];
  const visit = (node: SerializedAXNode) => {
    if (node.role !== "InlineTextBox") said.push(`${node.role} ${node.name ?? ""}`);
    for (const kid of node.children ?? []) visit(kid);
  };
  const top = await page.accessibility.snapshot({ interestingOnly: false });
  if (top) visit(top);
  return said;
}

async function violations(html: string): Promise<string[]> {
  await page.setContent(html);
  await page.evaluate(axe);
  const results = (await page.evaluate("axe.run(document)")) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
