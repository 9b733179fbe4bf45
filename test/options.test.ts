import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readOptions } from "../scripts/command/options.ts";
import { commands, flags } from "../scripts/tables/flags.ts";

const test = suite("options");

test("should fill in what is not said", () => {
  assert.equal(read("build"), {
    command: "build",
    inputs: ["source"],
    out: "dist",
    jobs: 2,
    watch: false,
    json: false,
    quiet: false,
    epoch: undefined,
  });
});

test("should read every flag", () => {
  const line =
    "build a.md b -f web,poster -f booklet -l ES,zh-hans -p iso -s review -o out -j 3 -w --json -q -c imposed,tiled --sheet a3 --signature 16 --thickness 0.2 --overlap 15 --png";
  assert.equal(read(...line.split(" ")), {
    command: "build",
    inputs: ["a.md", "b"],
    formats: ["web", "poster", "booklet"],
    languages: ["es", "zh-Hans"],
    paper: "iso",
    status: "review",
    copies: ["imposed", "tiled"],
    sheet: "a3",
    signature: 16,
    thickness: 0.2,
    overlap: 15,
    png: true,
    out: "out",
    jobs: 3,
    watch: true,
    json: true,
    quiet: true,
    epoch: undefined,
  });
});

test("should take names after -- for inputs", () => {
  assert.equal((read("build", "--", "-odd.md") as { inputs: string[] }).inputs, ["-odd.md"]);
});

test("should print help and version and end well", () => {
  assert.is(answer("--version").text, "1.2.3\n");
  const help = answer("--help");
  assert.is(help.exit, 0);
  for (const name of Object.keys(commands)) assert.match(help.text, name);
});

test("should help whoever asks for it in a word", () => {
  assert.equal(answer("help"), answer("--help"));
  assert.equal(answer("help", "check"), answer("check", "--help"));
});

test("should list in a command's help each flag it has", () => {
  for (const [name, row] of Object.entries(commands)) {
    const { text } = answer(name, "--help");
    for (const flag of row.flags) assert.match(text, flags[flag].flag);
  }
});

const wrong: [line: string, expected: RegExp][] = [
  ["", /Usage: handbill/],
  ["bild", /Did you mean build\?/],
  ["statement.txt", /To make the editions of a text: npx handbill build statement\.txt/],
  ["build --fromat web", /Did you mean --format\?/],
  ["build --format bookelt", /Did you mean “booklet”\?/],
  ["build --format x", /Use one of: booklet, handout, large-print, poster, leaflet/],
  ["build --format web,", /Use one of: booklet/],
  ["build --status drfat", /Did you mean “draft”\?/],
  ["build --paper letter", /Did you mean “us”\?/],
  ["build --paper A4", /Did you mean “iso”\?/],
  ["build --paper large", /Use one of: us, iso\./],
  ["build --format html", /Did you mean “web”\?/],
  ["build --format pdf", /All are PDFs but web\. Use one of: booklet/],
  [
    "build a.md --out a.pdf",
    /Use the name of a folder; every edition has files of its own there\./,
  ],
  ["BUILD", /Did you mean build\?/],
  ["version", /Did you mean --version\?/],
  ["texts", /To make the editions of a text: npx handbill build texts\n/],
  ["--format web build a.md", /Flags stand behind the command: npx handbill build … --format\n/],
  ["new a --png", /--png is a flag of build\./],
  ["check -lead.md", /is written with its folder: \.\/-lead\.md\n/],
  ["build --language elvish", /Use a language tag such as en, es or zh-Hans\./],
  ["build --language spanish", /Did you mean “es”\?/],
  ["build --language en_gb", /Did you mean “en-GB”\?/],
  ["build --language cn", /Did you mean “zh-Hans”\?/],
  ["build --copy imposd", /Did you mean “imposed”\?/],
  ["build --sheet quarto", /Use one of: letter, legal, tabloid, a4, a3\./],
  ["build --signature 10", /four divides/],
  ["build --signature 0", /four divides/],
  ["build --thickness thick", /millimetres, a number from 0 to 50/],
  ["build --overlap -1", /millimetres, a number from 0 to 50/],
  ["build --jobs 0", /whole number from 1 to 16/],
  ["build --jobs 1.5", /whole number from 1 to 16/],
  ["build --out", /argument missing/],
  ["check --out x", /unknown option '--out'\n(.*\n)*--out is a flag of build\./],
  ["new", /missing required argument 'folder'/],
];
for (const [line, expected] of wrong) {
  test(`should refuse “handbill ${line}”`, () => {
    const { exit, text } = answer(...line.split(" ").filter(Boolean));
    assert.is(exit, 2);
    assert.match(text, expected);
    assert.not.match(text, /\n\s+at /);
  });
}

test("should read a date for outputs, or refuse it", () => {
  const epoch = (typed: string) => readOptions(["build"], { SOURCE_DATE_EPOCH: typed }, "1.2.3");
  assert.equal((epoch("1509494400") as { epoch: number }).epoch, 1509494400);
  for (const typed of ["", "abc", "-1", "1.5", "1e9", "0x10", "999999999999999"]) {
    const refused = epoch(typed) as { exit: number; text: string };
    assert.is(refused.exit, 2, typed);
    assert.match(refused.text, /SOURCE_DATE_EPOCH/);
  }
});

test.run();

function read(...line: string[]) {
  return readOptions(line, {}, "1.2.3");
}

function answer(...line: string[]) {
  const answered = read(...line);
  if (!("text" in answered)) throw new Error("these are options");
  return answered;
}
