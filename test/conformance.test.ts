import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type MadePdf, makeDeclarations, makeEditions } from "./support/make-editions.ts";
import { needing } from "./support/programs.ts";
import { readEdition, shareOf } from "./support/read-edition.ts";
import { chrome, type Reader } from "./support/readers.ts";
import { describe, lackOfVeraPdf, validate } from "./support/verapdf.ts";

/** Declarations, one a script, and more where readers stumble in another way; the first few are tried everywhere. */
const codes = [
  ...["eng", "arb", "heb", "hin", "khm", "tha", "cmn_hans", "yor"],
  ...["aii", "ame", "amh", "ben", "blt", "bod", "ccp", "cmn_hant", "chr_cased", "div"],
  ...["ell_monotonic", "fra", "fuf_adlm", "guj", "hye", "iii", "ike", "jav_java", "jpn"],
  ...["kan", "kat", "khk_mong", "kkh_lana", "kor", "lao", "mal", "mya", "pan", "pes_1"],
  ...["pnb", "rus", "san_gran", "shn", "sin", "tam", "tel", "tgl_tglg", "urd", "urd_2"],
  ...["vai", "vie", "ydd", "zgh"],
];

/** The build machine tries everything; elsewhere a few have to do, since people wait for them. */
const everything = process.env.CI === "true";
/** Least share of the words that every reader has to give back, in hundredths. */
const least = 99.5;

const test = suite("conformance");
let folder: string;
let editions: MadePdf[];
let declarations: MadePdf[];

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handbill-conformance-"));
  const works = everything ? ["test/fixtures/torture", "source"] : ["test/fixtures/torture"];
  editions = await makeEditions(works, join(folder, "works"));
  declarations = await makeDeclarations(everything ? codes : codes.slice(0, 8), folder);
});

test.after(async () => {
  await rm(folder, { recursive: true, force: true });
});

const lack = lackOfVeraPdf();
const sound = "should be PDF/UA-1 and PDF/A-2a in every edition (veraPDF)";
// uvu counts what it skips without a word.
if (lack) console.log(`Skipped, as ${lack}: ${sound}`);
(lack ? test.skip : test)(sound, async () => {
  const files = [...editions, ...declarations].map(({ file }) => file);
  assert.is(describe(await validate(files)), "");
});

/**
 * Rules of PDF/UA-2 that a file of version 1 breaks by what it is: its names, its numbers, how its links and its contents
 * point (`Ref` is of PDF 2.0).
 */
const ofVersion = new Set([
  ...["5-2", "5-5", "8.2.5.2-2", "8.2.5.8-1", "8.2.5.14-1", "8.2.5.25-1", "8.8-1"],
]);

(lack ? test.skip : test)("should have tags that do for PDF/UA-2 (veraPDF)", async () => {
  const files = editions.map(({ file }) => file);
  const failures = [...(await validate(files, ["ua2"])).values()].flat();
  assert.ok(failures.some(({ rule }) => rule === "5-2"));
  const others = failures.filter(({ rule }) => !ofVersion.has(rule));
  assert.equal([...new Set(others.map(({ rule }) => rule))], []);
});

test("should claim so of no text that says nothing of its pictures or tables", async () => {
  const texts = {
    ...{ blind: "![](beds.png)", mute: "|  |\n| - |\n| alpha |" },
    ...{ ornate: 'Alpha. <img src="beds.png" alt="">', whole: "Alpha." },
  };
  const source = join(folder, "texts");
  await cp("test/fixtures/torture/long/images", source, { recursive: true });
  for (const [name, text] of Object.entries(texts))
    await writeFile(join(source, `${name}.md`), `# Title\n\n${text}\n`);
  const inputs = Object.keys(texts).map((name) => join(source, `${name}.md`));
  const made = await makeEditions(inputs, join(folder, "claims"), ["handout"]);
  const claiming = made.filter(({ file }) =>
    /pdfuaid:part|pdfaid:part/.test(readFileSync(file, "latin1")),
  );
  assert.equal(
    claiming.map(({ work }) => work),
    ["ornate", "whole"],
  );
});

needing(test, "pdftotext")(
  `should give ${least} % of the words back in every script, to every reader`,
  async () => {
    assert.is(await lossesOf(() => least), "");
  },
);

/** Shares of what Chrome cannot read in any file, see `chrome`; in Malayalam, words divided at the end of a line. */
const ofChrome: Readonly<Record<string, number>> = { fuf_adlm: 0, san_gran: 83, mal: 99 };

test(`should give ${least} % of the words back to Chrome, but in three scripts`, async () => {
  assert.is(await lossesOf((code) => ofChrome[code] ?? least, [chrome]), "");
});

/** Declarations of which readers get back less than is asked, a line each. */
async function lossesOf(asked: (code: string) => number, by?: readonly Reader[]): Promise<string> {
  const wrong: string[] = [];
  for (const { work, file } of declarations)
    for (const [reader, back] of await readEdition(file, undefined, by)) {
      const [first] = back.lost;
      if (shareOf(back) < asked(work))
        wrong.push(`${work}, ${reader}: ${shareOf(back)}; “${first?.word}” is “${first?.instead}”`);
    }
  return wrong.join("\n");
}

test.run();
