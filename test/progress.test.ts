import { suite } from "uvu";
import * as assert from "uvu/assert";
import { progressLine } from "../scripts/command/progress.ts";

const test = suite("progressLine");

const progress = { done: 1, total: 2, work: { id: "a" }, language: "en", format: "booklet" };

test("should write one line over and over on a terminal", () => {
  const line = written(true);
  line.show(progress as never);
  line.fetching(40e6, 160e6);
  line.clear();
  const erase = "\r\u001b[K";
  assert.is(
    line.text(),
    `${erase}[1/2] a en booklet${erase}Fetching a browser to print with, once: █████░░░░░░░░░░░░░░░ 40 of 160 MB${erase}`,
  );
});

test("should write plain lines elsewhere, and say only once that a browser is fetched", () => {
  const line = written(false);
  for (const done of [0, 80e6, 160e6]) line.fetching(done, 160e6);
  line.show(progress as never);
  line.clear();
  assert.is(line.text(), "Fetching a browser to print with, once (160 MB)\n[1/2] a en booklet\n");
});

test("should write a line of any name", () => {
  const line = written(false);
  line.show({ ...progress, work: { id: "a\n\u001b[2Jb" } } as never);
  assert.is(line.text(), "[1/2] a \ufffd[2Jb en booklet\n");
});

test("should say since when it waits for changes", () => {
  for (const isTTY of [true, false]) {
    const line = written(isTTY);
    line.waiting(new Date(2001, 1, 3, 4, 5, 6));
    assert.is(line.text(), "Watching for changes since 04:05:06; Ctrl-C ends it.\n");
  }
});

function written(isTTY: boolean) {
  let text = "";
  const line = progressLine({ isTTY, write: (more) => (text += more) });
  return { ...line, text: () => text };
}

test.run();
