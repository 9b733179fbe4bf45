import { suite } from "uvu";
import * as assert from "uvu/assert";
import { filler, layOut, press } from "./support/pages.ts";

const test = suite("press: tables");
test.after(() => press.close());

const css = `
p:has(+ table), thead, tbody tr:first-child:not(:last-child), tbody tr:nth-last-child(2) { break-after: avoid }
thead { break-inside: avoid }
`;

test("should begin a row higher than a page under the text that leads to it", async () => {
  for (let lead = 20; lead < 60; lead += 5) {
    const rows = [row("alpha", 150, 100), row("bravo", 5, 400)];
    const body = `<p>${filler(lead)}</p><p>${filler(25, 700)}</p>${table(rows)}`;
    const { pages, faults } = await layOut({ body, css });
    assert.equal(faults, []);
    const leads = pages.flatMap(({ text }) =>
      text.split("\n").filter((line) => /w7\d\d/.test(line)),
    );
    // A line holds six or seven of these words.
    for (const piece of leads) assert.ok(piece.split(" ").length > 6, `alone: ${piece}`);
    assert.match(
      pages.find(({ text }) => text.includes("w724"))?.text ?? "",
      /w724\nOne\nTwo\nalpha\nw100/,
    );
  }
});

test("should leave no hole under a row higher than half a page", async () => {
  const rows = Array.from({ length: 7 }, (_, n) => row(`r${n}`, 33, 100 * (n + 1)));
  const { pages, faults } = await layOut({ body: `<p>${filler(20)}</p>${table(rows)}`, css });
  assert.equal(faults, []);
  // Nine lines of five words under the heads, less two lines that stay together.
  for (const { text } of pages.slice(1, -1))
    assert.ok((text.match(/w\d/g)?.length ?? 0) > 35, text);
});

test("should keep lower rows whole, and none alone", async () => {
  const rows = Array.from({ length: 9 }, (_, n) => row(`r${n}`, 10, 100 * (n + 1)));
  const { pages, faults } = await layOut({ body: `<p>${filler(20)}</p>${table(rows)}`, css });
  assert.equal(faults, []);
  for (const { text } of pages.slice(1)) assert.match(text, /^\n\nr\d\nw\d+00 .*\nr\d/s);
});

test.run();

function table(rows: readonly string[]): string {
  return `<table><thead><tr><th>One</th><th>Two</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function row(head: string, words: number, from: number): string {
  return `<tr><td>${head}</td><td>${filler(words, from)}</td></tr>`;
}
