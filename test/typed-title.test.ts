import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { manuscriptOf, pixels } from "./support/manuscripts.ts";

const title = suite("typed title");

async function organisationsOf(line: string): Promise<string[] | undefined> {
  const manuscript = manuscriptOf(`A plan\n\n${line}\n\nText of the plan, a sentence.\n`);
  return (await readDocument(manuscript, pixels))?.matter.organisations;
}

for (const line of [
  "Elm Street Neighbours",
  "Neighbours",
  "Vecinos de la calle Olmo",
  "US Human Rights Network and National Human Rights Cities Alliance",
  "الجيران في الشارع",
  "街坊会",
  "이웃 모임",
  "गली के पड़ोसी",
]) {
  title(`should take “${line}” for organisations`, async () => {
    assert.equal(await organisationsOf(line), [line]);
  });
}

for (const line of ["What we do", "Who looks after it"]) {
  title(`should leave “${line}” to the text`, async () => {
    assert.equal(await organisationsOf(line), []);
  });
}

title.run();
