import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type MadePdf, makeDeclarations, makeEditions } from "./support/make-editions.ts";
import { needing } from "./support/programs.ts";
import { readEdition, shareOf } from "./support/read-edition.ts";
import { describe, lackOfVeraPdf, validate } from "./support/verapdf.ts";

/** Declarations, one a script, and more where readers stumble in another way; the first few are tried everywhere. */
const codes = [
  ...["eng", "arb", "heb", "hin", "khm", "tha", "cmn_hans", "yor"],
  ...["aii", "amh", "ben", "blt", "bod", "ccp", "cmn_hant", "chr_cased", "div"],
  ...[
    "ell_monotonic",
    "fra",
    "fuf_adlm",
    "guj",
    "hye",
    "iii",
    "ike",
    "jav_java",
    "jpn",
    "kan",
    "kat",
  ],
  ...["khk_mong", "kkh_lana", "kor", "lao", "mal", "mya", "pan", "pes_1", "rus", "san_gran", "shn"],
  ...["sin", "tam", "tel", "tgl_tglg", "urd", "vai", "vie", "ydd", "zgh"],
];

/** The build machine tries everything; elsewhere a few have to do, since people wait for them. */
const everything = process.env.CI === "true";
/** Least share of the words that every reader has to give back, in hundredths. */
const least = 99.5;

/** Declarations that don't come up to it, what they come to, and why. One that does must leave. */
const short: Readonly<Record<string, { least: number; why: string }>> = {
  jav_java: {
    least: 97,
    why: "no spaces: a word over the end of a page has the foot of the page in it",
  },
  kor: {
    least: 97,
    why: "words of one letter each: poppler takes a row of them for a wide-set word",
  },
  san_gran: { least: 95, why: "the space after a comma from another font is lost on readers" },
  urd: { least: 95, why: "lines that slope: both readers put some of them together wrongly" },
};

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

test("should claim so of no text that says nothing of its pictures or tables", async () => {
  const texts = { blind: "![](beds.png)", mute: "|  |\n| - |\n| alpha |", whole: "Alpha." };
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
    ["whole"],
  );
});

needing(test, "pdftotext")(
  `should give ${least} % of the words back in every script but four, to every reader`,
  async () => {
    const wrong: string[] = [];
    for (const { work, file } of declarations) {
      const found = [...(await readEdition(file))];
      const code = Object.keys(short).find((one) => work.startsWith(one));
      const floor = code ? (short[code]?.least ?? least) : least;
      for (const [reader, back] of found) {
        const [first] = back.lost;
        if (shareOf(back) < floor)
          wrong.push(
            `${work}, ${reader}: ${shareOf(back)}; “${first?.word}” is “${first?.instead}”`,
          );
      }
      if (code && found.every(([, back]) => shareOf(back) >= least)) wrong.push(`${work} is whole`);
    }
    assert.is(wrong.join("\n"), "");
  },
);

test.run();
