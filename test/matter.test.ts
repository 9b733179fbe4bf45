import { suite } from "uvu";
import * as assert from "uvu/assert";
import { VFile } from "vfile";
import { readMatter } from "../scripts/works/matter.ts";

const test = suite("matter");

test("should read front matter and find the body", () => {
  const file = new VFile("---\ntitle: Alpha\nauthors: [Bravo, Charlie]\n---\nText\n");
  const { values, bodyOffset } = readMatter(file);
  assert.equal(values, { title: "Alpha", authors: ["Bravo", "Charlie"] });
  assert.is(String(file).slice(bodyOffset), "Text\n");
  assert.equal(complaints(file), []);
});

test("should take one name for a list of one", () => {
  assert.equal(read("organisations: Alpha\n").values, { organisations: ["Alpha"] });
});

test("should keep numbers as they were typed", () => {
  const { values } = read("title: 1984\nversion: 1.10\n");
  assert.equal(values, { title: "1984", version: "1.10" });
});

test("should read a long list in brackets", () => {
  const names = Array.from({ length: 300 }, (_, index) => `name ${index}`);
  assert.equal(read(`authors: [${names.join(", ")}]\n`).values, { authors: names });
});

test("should read lines that end in CR LF", () => {
  const file = new VFile("---\r\ntitle: Alpha\r\ncolour: red\r\n---\r\nText\r\n");
  const { bodyOffset } = readMatter(file);
  assert.is(String(file).slice(bodyOffset), "Text\r\n");
  assert.match(complaints(file)[0] ?? "", /^3:1 /);
});

test("should leave a text that begins with a rule alone", () => {
  for (const text of ["---\n\nAlpha\n\n---\n", "---\nAlpha\n", "Alpha\n---\n", "-----\n", ""]) {
    const file = new VFile(text);
    assert.equal(readMatter(file), { values: {}, bodyOffset: 0 }, text);
    assert.equal(complaints(file), [], text);
  }
});

test("should leave the line over a quoted e-mail alone", () => {
  for (const line of ["-----Original Message-----", "--- Forwarded message ---", "----"]) {
    const file = new VFile(`${line}\nFrom: Gil Hall\nSubject: lease\n\nAna,\n`);
    assert.equal(readMatter(file), { values: {}, bodyOffset: 0 }, line);
    assert.equal(complaints(file), [], line);
  }
});

test("should not take front matter for text where its first line is not quite right", () => {
  const matter = "title: Alpha\nstatus: draft\n";
  for (const [text, line] of [
    [`\n\n---\n${matter}---\n`, 3],
    [`—--\n${matter}—--\n`, 1],
    [`--\r\nStatus: draft\r\n--\r\n`, 1],
    [`+++\ntitle = "Alpha"\n+++\n`, 1],
    ["```yaml\nstatus: draft\n```\n", 1],
    [`${matter}\nText\n`, 1],
  ] as const) {
    const file = new VFile(text);
    readMatter(file);
    const [complaint = ""] = complaints(file);
    assert.match(
      complaint,
      new RegExp(`^${line}:1 front-matter-syntax This looks like front`),
      text,
    );
  }
  for (const text of [
    "title: a\n\nText\n",
    "***\ntitle: a\n",
    "---\n\nTitle\n",
    "Title: A\nVersion: 2\n",
  ])
    assert.equal(complaints(fileOf(text)), [], text);
});

test("should say what a comment takes from a value that is printed", () => {
  const { file, values } = read(
    "# all of it\ntitle: Room #3 # hall\nsubtitle: a#b\nstatus: draft # not yet\n",
  );
  assert.is(values.title, "Room");
  assert.equal(complaints(file), [
    '3:13 front-matter-comment In front matter, what follows # is left out of “title” | Take it out; if it is part of the value, write straight quotation marks: "Room #3 # hall".',
  ]);
  assert.match(complaints(read("title: #3 hall\n").file)[0] ?? "", /^2:8 front-matter-comment/);
  assert.match(complaints(read("authors:\n  - A #1\n").file)[0] ?? "", /^3:7 front-matter-comment/);
});

test("should say where the end is missing", () => {
  const file = new VFile("---\ntitle: Alpha\n\nText\n");
  readMatter(file);
  assert.match(complaints(file)[0] ?? "", /^1:1 front-matter-syntax The front matter begins here/);
});

test("should say of Markdown in front matter that it is printed as typed", () => {
  const said = (matter: string) => complaints(read(matter).file);
  const [title = "", subtitle = "", ...others] = said(
    'title: "The :lang[Pont-Neuf]{fr}"\nsubtitle: A **bold** plan\ndescription: No marks\n',
  );
  assert.match(title, /^2:1 markdown-typed “:lang\[” in the title is printed as typed/);
  assert.match(subtitle, /^3:1 markdown-typed “\*\*” in the subtitle is printed as typed/);
  assert.equal(others, []);
  assert.match(said("title: A <em>big</em> day\n")[0] ?? "", /“<em>”/);
  assert.match(said("title: A day[^1]\n")[0] ?? "", /“\[\^”/);
  assert.match(said('title: "[A day](https://a.example)"\n')[0] ?? "", /“\]\(”/);
  for (const plain of [
    "A * B ** C",
    "a < b > c",
    "<name of the street>",
    "2 <3",
    "f(x)[1]",
    "5 * 3 * 2",
    "__init__",
  ])
    assert.equal(said(`title: "${plain}"\n`), [], plain);
});

test("should understand a wish for vertical lines and refuse it", () => {
  assert.equal(complaints(read("title: Alpha\nwriting: horizontal\n").file), []);
  const [complaint = ""] = complaints(read("title: Alpha\nwriting: vertical\n").file);
  assert.match(
    complaint,
    /^3:1 vertical-writing Vertical lines cannot be set yet \| Take the line/,
  );
});

test("should say of keys that other programs write to delete them", () => {
  const [tags, tite] = complaints(read("tags:\n  - flyer\ntite: a\n").file);
  assert.is(
    tags,
    "2:1 front-matter-key There is no key “tags”; another program has it | Delete it, with the lines set in below it.",
  );
  assert.match(tite ?? "", /Did you mean “title”/);
});

test("should name every key it does not know", () => {
  const { file } = read("titel: a\nstatus: draft\nautor: b\ncolour: c\n");
  const [titel, autor, colour, ...others] = complaints(file);
  assert.match(
    titel ?? "",
    /^2:1 front-matter-key There is no key “titel” \| Did you mean “title”/,
  );
  assert.match(
    autor ?? "",
    /^4:1 front-matter-key There is no key “autor” \| Did you mean “authors”/,
  );
  assert.match(colour ?? "", /^5:1 front-matter-key There is no key “colour”/);
  assert.equal(others, []);
});

const refused: [name: string, matter: string, expected: RegExp][] = [
  [
    "an unknown key",
    "titel: Alpha",
    /^2:1 front-matter-key There is no key “titel” \| Did you mean “title”\?$/,
  ],
  ["a longer word for a key", "language: en", /\| Did you mean “lang”\?$/],
  ["a key nothing like ours", "launch_options: x", /\| Use one of: authors, /],
  [
    "a status misspelt",
    "status: drfat",
    /^2:9 front-matter-value .*not “drfat” \| Did you mean “draft”\?$/,
  ],
  [
    "a state of a translation misspelt",
    "translation: revewed",
    /^2:14 front-matter-value .*not “revewed” \| Did you mean “reviewed”\?$/,
  ],
  ["an empty title", "title:", /^2:7 front-matter-value “title” should be text, not empty/],
  [
    "a list for a title",
    "title: [a, b]",
    /^2:8 front-matter-value “title” should be text, not a list/,
  ],
  ["a word for yes", "qr: maybe", /^2:5 front-matter-value “qr” should be true or false/],
  ["a date in words", "modified: October 2017", /^2:11 front-matter-value .*such as 2017-10/],
  ["a day that never was", "modified: 2017-02-30", /^2:11 front-matter-value/],
  ["a thirteenth month", "modified: 2017-13", /^2:11 front-matter-value/],
  ["a language by its name", "lang: Spanish", /^2:7 front-matter-value .*language tag/],
  [
    "a number for all authors",
    "authors: 3",
    /^2:10 front-matter-value “authors” should be a name or a list of names, not 3 \| .* quotation marks \("3"\)/,
  ],
  ["no author", "authors:", /^2:9 front-matter-value “authors” .*, not empty/],
  ["keys for an author", "authors: {a: b}", /^2:10 front-matter-value “authors”/],
  ["a number for an author", "authors: [Alpha, 5]", /^2:18 front-matter-value “authors”/],
  ["a key twice", "title: a\ntitle: b", /^3:1 front-matter-syntax This key was given before/],
  ["a colon in a value", "title: Rights: a reading", /^2:8 front-matter-syntax .*quotation marks/],
  [
    "no space after a colon",
    "title: a\nstatus:draft",
    /^3:7 .*a colon and a space are missing \| Write the line as: status: draft$/,
  ],
  ["a no-break space after a colon", "title: a\nstatus:\u00A0draft", /^3:7 .*a colon and a space/],
  ["a wide colon", "title：花园", /^2:6 .*a colon and a space are missing \| .*: title: 花园$/],
  ["no colon", "title: a\nstatus draft", /^3:7 .*a colon and a space are missing/],
  [
    "a key that is indented",
    "title: a\n  status: draft",
    /^3:1 front-matter-syntax This line begins with a space/,
  ],
  [
    "an item after a value",
    "authors: A\n- B",
    /^3:1 front-matter-syntax This item of a list follows a value of “authors” \| .*: - A$/,
  ],
  [
    "a bracket alone",
    "title: a\nauthors: [A, B",
    /^3:10 front-matter-syntax This bracket is not closed \| Write \] /,
  ],
  [
    "a quotation mark alone",
    'title: "a\nversion: 2',
    /^2:8 front-matter-syntax This quotation mark has no partner/,
  ],
  ["curly quotation marks", "status: “draft”", /\| Take the quotation marks out: status: draft\.$/],
  [
    "a key of work.yaml",
    "formats: [web]",
    /^2:1 front-matter-key The key “formats” does not belong here \| It has its place in work\.yaml\.$/,
  ],
  ["another program's key", "date: 2017-10-24", /\| Did you mean “modified”\?$/],
  ["a code of a country", "lang: cn", /^2:7 front-matter-value .*\| Did you mean “zh-Hans”\?$/],
  ["an underscore in a tag", "lang: pt_br", /\| Did you mean “pt-BR”\?$/],
  [
    "a version of YAML",
    "%YAML 9.9\ntitle: a",
    /^2:1 front-matter-syntax .*begins with % .*Delete it/,
  ],
  ["a line for the parser", "# a\n%TAG ! b\ntitle: a", /^3:1 front-matter-syntax .*begins with %/],
  ["a tab", "authors:\n\t- a", /^3:1 front-matter-syntax/],
  ["text alone", "just text", /^2:1 front-matter-syntax These are not/],
  ["an alias", "title: &a x\nsubtitle: *a", /^3:11 front-matter-alias/],
  ["bold words", "title: **a**\nsubtitle: **b**", /^2:8 front-matter-alias .*; there is 1 more \|/],
  ["an unknown tag", "title: !!js/function 'x'", /^2:8 front-matter-syntax/],
  [
    "a prototype",
    "__proto__: {polluted: true}",
    /^2:1 front-matter-key There is no key “__proto__”/,
  ],
  ["a prototype inside", "title: {constructor: {prototype: {x: 1}}}", /^2:9 front-matter-key/],
  [
    "too deep a nest",
    `title: ${"[".repeat(40)}${"]".repeat(40)}`,
    /^2:\d+ front-matter-syntax .*deep/,
  ],
  ["a nest without end", `a: 1\ntitle: ${"[".repeat(9000)}`, /^3:108 front-matter-syntax .*deep/],
  ["lists in a line", `title:\n  ${"- ".repeat(4000)}a`, /^3:\d+ front-matter-syntax .*deep/],
  ["too long a text", `title: ${"a".repeat(17000)}`, /^2:1 front-matter-syntax .*16 KiB/],
];
for (const [name, matter, expected] of refused) {
  test(`should refuse ${name} at its place`, () => {
    const { file } = read(`${matter}\n`);
    assert.match(complaints(file)[0] ?? "", expected);
    assert.ok(file.messages.every((message) => message.fatal));
  });
}

test("should not run front matter in another language", () => {
  for (const language of ["js", "javascript", "coffee", "json", "JS", " js"]) {
    const file = new VFile(`---${language}\nmodule.exports = {}\n---\n`);
    assert.equal(readMatter(file).values, {});
    assert.match(complaints(file)[0] ?? "", /^1:1 front-matter-language/);
  }
});

test("should refuse a bomb of aliases at once", () => {
  const lines = ["a: &a [x, x]"];
  for (const [from, to] of ["ab", "bc", "cd", "de", "ef", "fg"].map((pair) => [...pair]))
    lines.push(`${to}: &${to} [${`*${from}, `.repeat(9)}]`);
  const { file } = read(`${lines.join("\n")}\n`);
  const [first, ...others] = complaints(file);
  assert.match(first ?? "", /^3:8 front-matter-alias .* read; there are 53 more \|/);
  assert.not.match(others.join(), /alias/);
});

test("should leave prototypes as they were", () => {
  read("__proto__: {polluted: true}\n");
  assert.is(({} as { polluted?: boolean }).polluted, undefined);
});

test.run();

function read(matter: string) {
  const file = new VFile(`---\n${matter}---\nText\n`);
  return { file, ...readMatter(file) };
}

function fileOf(text: string): VFile {
  const file = new VFile(text);
  readMatter(file);
  return file;
}

function complaints(file: VFile): string[] {
  return file.messages.map(
    ({ line, column, ruleId, reason, note }) => `${line}:${column} ${ruleId} ${reason} | ${note}`,
  );
}
