import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser } from "puppeteer-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { composeEdition } from "../scripts/document/edition.ts";
import { toHtml } from "../scripts/document/html.ts";
import { launchBrowser } from "../scripts/press/browser.ts";
import { type FormatName, formats } from "../scripts/tables/formats.ts";
import { languageRow } from "../scripts/tables/languages.ts";
import type { Matter } from "../scripts/types.ts";
import { imagesOf, manuscriptOf, pixel } from "./support/documents.ts";
import { casesIn, fixture } from "./support/fixtures.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const test = suite("accessibility");
let browser: Browser;

test.before(async () => {
  browser = await launchBrowser(process.env);
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

async function violations(html: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(axe);
  const results = (await page.evaluate("axe.run(document)")) as AxeResults;
  await page.close();
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
