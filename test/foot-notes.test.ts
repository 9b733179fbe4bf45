import { suite } from "uvu";
import * as assert from "uvu/assert";
import { FootNotes } from "../scripts/finish/tags/structure/foot-notes.ts";
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

test.run();
