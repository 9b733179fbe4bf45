import { fileURLToPath } from "node:url";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { realSteps } from "../scripts/steps.ts";
import type { Document } from "../scripts/types.ts";
import { findWorks } from "../scripts/works/works.ts";
import { diskWorld } from "../scripts/world/disk.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const test = suite<{ texts: Map<string, Text> }>("source", { texts: new Map() });

/** A text of the work, read, and what is said about it. */
interface Text {
  document: Document;
  complaints: string[];
}

test.before(async (context) => {
  const world = diskWorld(root, {});
  const steps = realSteps(world, "0");
  const { manuscripts, files } = await findWorks(world, ["source"], {});
  assert.equal(
    files.flatMap(({ messages }) => messages.map(String)),
    [],
  );
  for (const manuscript of manuscripts) {
    const document = await steps.readDocument(manuscript);
    await steps.checkDocument(manuscript, document);
    const complaints = manuscript.file.messages.map(String);
    context.texts.set(manuscript.language, { document, complaints });
  }
});

test("should be in English and Spanish", ({ texts }) => {
  assert.equal([...texts.keys()], ["en", "es"]);
});

test("should read without a word said about it", ({ texts }) => {
  for (const { complaints } of texts.values()) assert.equal(complaints, []);
});

test("should be a draft that says what it is and what it is not", ({ texts }) => {
  for (const { document } of texts.values()) {
    assert.is(document.matter.status, "draft");
    assert.ok(document.matter.description);
    assert.is(document.notes[0]?.mark, "*");
  }
});

test("should have the same shape in both languages", ({ texts }) => {
  const [english, spanish] = [...texts.values()].map(({ document }) => shapeOf(document));
  assert.equal(spanish, english);
});

test("should show what a text can hold", ({ texts }) => {
  for (const { document } of texts.values()) {
    const { elements } = shapeOf(document);
    for (const name of ["table", "figure", "figcaption", "blockquote", "footer", "ol", "ul"])
      assert.ok(elements.includes(name), name);
    const kinds = new Set(document.notes.map(({ kind }) => kind));
    assert.equal([...kinds].sort(), ["number", "symbol"]);
  }
});

test("should say in every translation that nobody has checked it", ({ texts }) => {
  assert.match(texts.get("es")?.document.matter.description ?? "", "Traducción no revisada");
});

test.run();

/** Blocks and sections in order, and the marks of the notes: what a translation may not change. */
function shapeOf({ body, notes }: Document): { elements: string[]; marks: string[] } {
  return { elements: elementsOf(body), marks: notes.map(({ mark }) => mark) };
}

function elementsOf(tree: Root): string[] {
  const inline = new Set(["a", "br", "em", "span", "strong"]);
  const names: string[] = [];
  visit(tree, "element", ({ tagName }) => {
    if (!inline.has(tagName)) names.push(tagName);
  });
  return names;
}
