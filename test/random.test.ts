import type { Element, Nodes } from "hast";
import { visit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { composeEdition } from "../scripts/document/edition/edition.ts";
import { formats } from "../scripts/tables/formats.ts";
import { languageRow } from "../scripts/tables/languages.ts";
import { checkDocument } from "../scripts/words/ledger.ts";
import { imagesOf, manuscriptOf, messagesOf, pixel } from "./support/documents.ts";
import { randomText } from "./support/random-text.ts";

const texts = 300;
const random = suite("random texts");
const options = {
  format: formats.web,
  language: languageRow("en").row,
  styles: { paged: [], plain: [] },
};

random("should lose no word, double no id and lead every link somewhere", async () => {
  for (let seed = 0; seed < texts; seed++) {
    const text = randomText(seed);
    const manuscript = manuscriptOf(text);
    const document = await readDocument(manuscript, imagesOf({ "a.png": pixel }));
    checkDocument(manuscript, document);
    const about = `text ${seed}: ${JSON.stringify(text)}`;
    assert.not.match(messagesOf(manuscript.file), /text-lost/, about);
    checkLinks(composeEdition(document, options), about);
  }
});

random.run();

function checkLinks(page: Nodes, about: string): void {
  const ids: string[] = [];
  const targets: string[] = [];
  visit(page, "element", ({ properties }: Element) => {
    const { ariaLabelledBy, href, id } = properties;
    if (id) ids.push(String(id));
    if (String(href).startsWith("#")) targets.push(String(href).slice(1));
    if (ariaLabelledBy) targets.push(...[ariaLabelledBy].flat().map(String));
  });
  assert.is(new Set(ids).size, ids.length, `an id stands twice in ${about}`);
  const lost = targets.filter((target) => !ids.includes(target));
  assert.equal(lost, [], `a link leads nowhere in ${about}`);
}
