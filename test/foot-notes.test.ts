import { suite } from "uvu";
import * as assert from "uvu/assert";
import { FootNotes } from "../scripts/finish/tags/structure/foot-notes.ts";
import { makeStructure } from "../scripts/finish/tags/structure/structure.ts";
import type { Structure } from "../scripts/finish/tags/structure/structure-element.ts";
import type { LogicalElement } from "../scripts/types.ts";

const test = suite("foot notes");

function element(tag: string, id?: string): LogicalElement {
  return { tag, attributes: id === undefined ? {} : { id, class: "note" }, kids: [] };
}

function names(notes: Iterable<LogicalElement[]>): string[] {
  return [...notes].map((note) =>
    note.map(({ tag, attributes }) => attributes.id ?? tag).join(" "),
  );
}

test("should hand notes out in the order of their calls, each once", () => {
  const notes = new FootNotes([element("div", "one"), element("div", "two")]);
  for (const id of ["two", "one", "two", "none"]) notes.call(id);
  assert.equal(names(notes.takeCalled()), ["two", "one"]);
  assert.equal(names(notes.takeCalled()), []);
});

test("should have a heading go with the first note, as a paragraph", () => {
  const notes = new FootNotes([element("h2"), element("div", "one"), element("div", "two")]);
  notes.call("one");
  assert.equal(names(notes.takeCalled()), ["p one"]);
});

test("should leave out of the rest what a note of the rest has called", () => {
  const notes = new FootNotes([element("div", "one"), element("div", "two"), element("p")]);
  const rest: string[] = [];
  for (const note of notes.takeRest()) {
    rest.push(...names([note]));
    notes.call("two");
    rest.push(...names(notes.takeCalled()));
  }
  assert.equal(rest, ["one", "two", "p"]);
});

test("should set the note of an item before the items below it", () => {
  const text = { key: 0, page: 0, text: "alpha" };
  const call = { tag: "a", attributes: { class: "noteref", href: "#one" }, kids: [text] };
  const item = (...kids: LogicalElement["kids"]) => ({ tag: "li", attributes: {}, kids });
  const below = { tag: "ul", attributes: {}, kids: [item(text)] };
  const list = { tag: "ul", attributes: {}, kids: [item(text, call, below)] };
  const top = makeStructure({
    ...{ root: { tag: "main", attributes: {}, kids: [list] }, language: "en" },
    foot: [{ ...element("div", "one"), kids: [text] }],
    contents: { get: () => [{ page: 0, identifier: 0 }] },
    parts: new Set<number>(),
    isDrawn: () => false,
    isSpaced: () => false,
    isTurned: () => false,
    riseOf: () => undefined,
    boxOf: () => undefined,
  });
  assert.is(typesOf(top), "Document(L(LI(LBody(Reference() Note() L(LI(LBody()))))))");
});

function typesOf({ type, kids }: Structure): string {
  const inner = kids.flatMap((kid) => ("type" in kid ? [typesOf(kid)] : []));
  return `${type}(${inner.join(" ")})`;
}

test.run();
