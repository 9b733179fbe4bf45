import { selectAll } from "hast-util-select";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";
import { told } from "./support/told.ts";

const blanks = suite("typed blanks");
const drawn = "_".repeat(20);
const two = `${drawn}        ${drawn}`;

async function rulesIn(text: string, path = "text.txt"): Promise<number> {
  const manuscript = manuscriptOf(text);
  manuscript.file.path = path;
  return selectAll("hr", (await readDocument(manuscript, pixels)).body).length;
}

blanks("should keep a line to sign on, and the name under it", async () => {
  const text = `Title\n\nText.\n\n${drawn}\nAna Ruiz, chair\n\n${drawn}\n(Secretary)\n`;
  const said = ["Text.", `${drawn} Ana Ruiz, chair`, `${drawn} (Secretary)`];
  assert.equal(await told(text, "en", "text.txt"), said);
  assert.equal(
    (await told(text)).map((one) => one.replace(/\s+/gu, " ")),
    said,
  );
});

blanks("should keep lines to sign on side by side, and what is under them", async () => {
  const text = `Title\n\nText.\n\n${two}\n     Presidenta                   Secretario\n`;
  assert.equal(await told(text, "en", "text.txt"), [
    "Text.",
    `${drawn} ${drawn} Presidenta Secretario`,
  ]);
  const list = `Title\n\nText.\n\n1. ${two}\n2. ${two}\n\n${two}\n`;
  const said = ["Text.", `${drawn} ${drawn}`, `${drawn} ${drawn}`, `${drawn} ${drawn}`];
  for (const path of ["text.txt", "text.md"]) assert.equal(await told(list, "en", path), said);
});

blanks("should keep lines to write on under what they ask for", async () => {
  const text = `Title\n\nText.\n\nStreet\n${drawn}\nPhone\n${drawn}\n\nMore.\n`;
  for (const path of ["text.txt", "text.md"])
    assert.equal(await told(text, "en", path), [
      "Text.",
      `Street ${drawn} Phone ${drawn}`,
      "More.",
    ]);
  assert.is(await rulesIn(`Title\n\nText.\n${"_".repeat(16)}\n\nMore.\n`), 1);
});

blanks("should tell a line to sign on from a rule above it", async () => {
  const text = `Title\n\nText.\n\n${"_".repeat(12)}\n\n${two}\nChair              Secretary\n`;
  assert.equal(await told(text, "en", "text.txt"), ["Text.", `${drawn} ${drawn} Chair Secretary`]);
});

blanks("should leave rules that part passages and notes", async () => {
  for (const text of [
    `Text.\n\n${drawn}\n\nText.\n`,
    `Text.\n\n${drawn}\nText that is a sentence and goes on for longer than a name does.\n`,
    // As Google Docs writes a rule.
    `Text.\n\n${"_".repeat(16)}\nHeading\n`,
    "Text.\n\n___\nName\n",
    "Text.\n\n---\nName\n",
  ])
    for (const path of ["text.txt", "text.md"])
      assert.is(await rulesIn(`Title\n\n${text}\nThe end.\n`, path), 1, text);
  assert.is(await rulesIn(`Title\n\nText.¹\n\n${drawn}\n¹ A note.\n`), 0);
});

blanks("should keep dots that lead to a figure or are to be written on", async () => {
  const text = `Title\n\nRights ........... 2\n\n............\n(Name)\n\nWait ... and see.\n`;
  assert.equal(await told(text, "en", "text.txt"), [
    "Rights ........... 2",
    "............ (Name)",
    "Wait … and see.",
  ]);
});

blanks.run();
