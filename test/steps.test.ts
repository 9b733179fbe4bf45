import { suite } from "uvu";
import * as assert from "uvu/assert";
import { realSteps } from "../scripts/steps/steps.ts";
import { manuscriptOf } from "./support/documents.ts";
import { fonts, logical, printed } from "./support/printed.ts";
import { memoryWorld } from "./support/world-memory.ts";

const test = suite("steps");
const steps = realSteps(memoryWorld({}), "0");

test("should hold a document to its manuscript, word by word", async () => {
  const manuscript = manuscriptOf("# Alpha\n\nBravo charlie.\n");
  const document = await steps.readDocument(manuscript);
  steps.checkDocument(manuscript, document);
  assert.equal(manuscript.file.messages, []);
  steps.checkDocument(manuscript, { ...document, body: { type: "root", children: [] } });
  assert.equal(
    manuscript.file.messages.map(({ ruleId, line }) => [ruleId, line]),
    [["text-lost", 3]],
  );
});

test("should say which characters no face has", async () => {
  const manuscript = manuscriptOf("# Alpha\n\nBravo \u{10380}.\n");
  const document = await steps.readDocument(manuscript);
  const output = { html: "/a/web.html", copies: [], fonts: "/fonts" };
  await steps.setEdition({ document, format: "web", paper: "iso", output });
  assert.equal(
    manuscript.file.messages.map(({ ruleId }) => ruleId),
    ["font-glyph"],
  );
});

test("should look for no face that has a letter and a mark of the next element", async () => {
  const manuscript = manuscriptOf("# Alpha\n\n| Я | ู |\n| - | - |\n| e | ု |\n");
  const document = await steps.readDocument(manuscript);
  const output = { html: "/a/web.html", copies: [], fonts: "/fonts" };
  await steps.setEdition({ document, format: "web", paper: "iso", output });
  assert.equal(manuscript.file.messages, []);
});

test("should hold a finished file to what was laid out", async () => {
  const document = await steps.readDocument(manuscriptOf("# Alpha\n\nBravo.\n"));
  const page = { notes: [], calls: [], text: "", foot: "" };
  const pages = [1, 2, 3].map((number) => ({ ...page, number }));
  const output = { html: "", copies: [], fonts: "" };
  const { faults } = await steps.finishPdf(
    { pdf: printed, logical, pages, words: 0, faults: [] },
    { document, format: "booklet", paper: "iso", output },
    { html: "", fonts: fonts.slice(1) },
    new Date("2001-02-03"),
  );
  const rules = new Set(faults.map(({ rule }) => rule));
  assert.equal(rules, new Set(["pdf-pages", "pdf-font"]));
});

test.run();
