import { suite } from "uvu";
import * as assert from "uvu/assert";
import { tagMeant } from "../scripts/works/tags.ts";
import { findWorks, type WorkFlags } from "../scripts/works/works.ts";
import { type Files, memoryWorld } from "./support/world-memory.ts";

const test = suite("works");

test("should find the works of a folder, a text a language", async () => {
  const found = await find({
    "/home/source/alpha/work.yaml": "",
    "/home/source/alpha/en.md": "Text",
    "/home/source/alpha/zh-hans.md": "Text",
    "/home/source/bravo/work.yaml":
      "id: other\nformats: [web]\npaper: iso\ncopies: [screen, imposed]\n",
    "/home/source/bravo/fr.md": "Texte",
  });
  assert.equal(found.texts, ["alpha/en us", "alpha/zh-Hans us", "other/fr iso"]);
  assert.equal(found.manuscripts[2]?.work.formats, ["web"]);
  assert.equal(found.manuscripts[2]?.work.copies, ["screen", "imposed"]);
  assert.not.ok(found.manuscripts[0]?.work.formats.includes("leaflet"), "made when asked for");
  assert.equal(found.complaints, [
    "source/alpha/zh-hans.md:1:1 translation-unmarked This is set as an unreviewed translation of en",
  ]);
});

test("should take a loose text for a work", async () => {
  const found = await find({ "/home/notes.es.txt": "Texto" }, ["notes.es.txt"]);
  assert.equal(found.texts, ["notes/es us"]);
});

test("should find what a pattern stands for", async () => {
  const files = {
    "/home/texts/a.md": "Text",
    "/home/texts/b.txt": "Text",
    "/home/texts/b+(2).md": "Text",
    "/home/texts/c.png": "",
    "/home/texts/.hidden.md": "Text",
    "/home/texts/deep/er/d.md": "Text",
    "/home/texts/node_modules/x/e.md": "Text",
    "/home/texts/work/work.yaml": "",
    "/home/texts/work/en.md": "Text",
    "/home/texts/up": { link: "/home/texts" },
    "/home/[old]/f[1].md": "Text",
    "/home/[old]/f1.md": "Text",
  };
  for (const [pattern, expected] of [
    ["texts/*.md", "a b+(2)"],
    ["texts/?.{md,txt}", "a b"],
    ["./texts/[!b].*", "a"],
    ["/home/texts/b+(?).md", "b+(2)"],
    ["texts/**/[a-d].md", "a d"],
    ["**/d.md", "d"],
    ["t*/w*", "work"],
    ["[[]old]/f[1].md", "f1 f[1]"],
    ["[old]/f?.md", "f1"],
    ["texts/*.png", ""],
    // Names that have such signs in them.
    ["[old]/f[1].md", "f[1]"],
    ["[old]", "f1 f[1]"],
  ] as const) {
    const { manuscripts, complaints } = await find(files, [pattern]);
    const names = manuscripts.map(({ work }) => work.id).join(" ");
    assert.is(names, expected, pattern);
    if (expected === "") assert.match(complaints[0] ?? "", /input-missing No text and no folder/);
  }
  const { complaints } = await find(files, ["text/*.md"]);
  assert.match(complaints[0] ?? "", /^text:1:1 input-missing There is no .*/);
});

test("should find a loose text's language", async () => {
  const language = async (name: string, text: string, flags?: WorkFlags) =>
    (await find({ [`/home/${name}`]: text }, [name], flags)).manuscripts[0]?.language;
  assert.is(await language("a.es.md", "---\nlang: fr\n---\nText", { languages: ["de"] }), "fr");
  assert.is(await language("a.es.md", "Text", { languages: ["de"] }), "es");
  assert.is(await language("a.md", "Text", { languages: ["de"] }), "de");
  assert.is(await language("a.md", "Text"), "en");
  assert.is(await language("a.v2.md", "Text"), "en");
});

test("should not take a name for a language's by chance", async () => {
  const texts = {
    "/home/a/agenda.md": "One",
    "/home/a/minutes.md": "Two",
    "/home/a/cr.md": "Three",
    "/home/a/my.md": "Four",
    "/home/a/notes.txt": "Five",
  };
  const { texts: found, complaints, notes } = await find(texts, ["a"]);
  assert.equal(found, ["agenda/en us", "cr/en us", "minutes/en us", "my/en us", "notes/en us"]);
  assert.is(complaints.length, 2);
  assert.match(
    complaints[1] ?? "",
    /^a\/my\.md:1:1 not-a-language .* Burmese, but its letters are/,
  );
  assert.match(notes[1] ?? "", "such as my-my.md; if it is Burmese, write “lang: my-Latn”");
  for (const [name, text, language] of [
    ["my.md", "မြန်မာ and words", "my"],
    ["my.md", "---\nlang: my\n---\nText", "my"],
    ["ja.md", "ひらがな", "ja"],
    ["es.md", "Texto", "es"],
    ["sr-Latn.md", "Tekst", "sr-Latn"],
  ] as const)
    assert.is((await find({ [`/home/${name}`]: text }, [name])).manuscripts[0]?.language, language);
  const work = { "/home/b/en.md": "Text", "/home/b/es.md": "Texto", "/home/b/minutes.md": "Text" };
  assert.equal((await find(work, ["b"])).texts, ["b/en us", "b/es us"]);
});

test("should choose paper by region, not by machine", async () => {
  const paper = async (name: string, flags?: WorkFlags) =>
    (await find({ [`/home/${name}`]: "Text" }, [name], flags)).manuscripts[0]?.work.paper;
  assert.is(await paper("a.en.md"), "us");
  assert.is(await paper("a.en-GB.md"), "iso");
  assert.is(await paper("a.es-MX.md"), "us");
  assert.is(await paper("a.fr-CA.md"), "us");
  assert.is(await paper("a.fr.md"), "iso");
  assert.is(await paper("a.fr.md", { paper: "us" }), "us");
});

test("should let flags win over front matter, that over the work's file, that over defaults", async () => {
  const files = {
    "/home/a/work.yaml": "status: review\nversion: 1\npublisher: Alpha\n",
    "/home/a/en.md": "---\nstatus: draft\n---\nText",
    "/home/a/fr.md": "Texte",
  };
  const [en, fr] = (await find(files, ["a"])).manuscripts;
  assert.is(en?.matter.status, "draft");
  assert.is(fr?.matter.status, "review");
  assert.is(fr?.matter.version, "1");
  assert.equal(fr?.matter.organisations, ["Alpha"]);
  assert.equal([...(en?.given ?? [])], ["status"]);
  assert.equal([...(fr?.given ?? [])], []);
  const { manuscripts, complaints } = await find(files, ["a"], { status: "final" });
  assert.equal(
    complaints.filter((one) => /status/.test(one)),
    [
      "a/en.md:1:1 status-given This is “draft”; it is set as “final”, as asked",
      "a/fr.md:1:1 status-given This is “review”; it is set as “final”, as asked",
    ],
  );
  for (const { given, matter } of manuscripts) {
    assert.is(matter.status, "final");
    assert.ok(given.has("status"));
  }
  const asked = await find(files, ["a"], { status: "draft" });
  assert.equal(
    asked.complaints.filter((one) => /status/.test(one)),
    ["a/fr.md:1:1 status-given This is “review”; it is set as “draft”, as asked"],
  );
  const [loose] = (await find({ "/home/b.md": "Text" }, ["b.md"])).manuscripts;
  assert.is(loose?.matter.status, "final");
  const said = await find({ "/home/b.md": "---\nlang: es\n---\nTexto" }, ["b.md"]);
  assert.equal([...(said.manuscripts[0]?.given ?? [])], ["language"]);
});

test("should leave hidden folders alone, and say so of texts in one that is no work", async () => {
  const { texts, complaints } = await find({
    "/home/source/a/work.yaml": "",
    "/home/source/a/en.md": "Text",
    "/home/source/.old/work.yaml": "",
    "/home/source/.old/en.md": "Text",
    "/home/source/.git/en.md": "Text",
    "/home/source/b/en.md": "Text",
  });
  assert.equal(texts, ["a/en us"]);
  assert.equal(complaints, ["source/b:1:1 work-file-missing This folder of texts is not built"]);
});

test("should read front matter also where lines end as on old Macs", async () => {
  const plain = "---\ntitle: Alpha\nstatus: draft\n---\n\nBravo.\n";
  const old = plain.replaceAll("\n", "\r");
  // Turned into lines of Windows twice; with a last line from elsewhere.
  for (const text of [old, plain.replaceAll("\n", "\r\r\n"), `${old}Charlie.\n`]) {
    const { manuscripts, complaints } = await find({ "/home/b.md": text }, ["b.md"]);
    assert.equal(complaints, []);
    assert.is(manuscripts[0]?.matter.status, "draft");
    assert.is(manuscripts[0]?.matter.title, "Alpha");
  }
});

test("should say that signs nobody sees stand before front matter", async () => {
  for (const signs of ["\u200b", "\u200e\u2060", "\n\u00ad"]) {
    const text = `${signs}---\ntitle: Alpha\nstatus: draft\n---\n\nBravo.\n`;
    const { complaints } = await find({ "/home/b.md": text }, ["b.md"]);
    assert.match(complaints.join("\n"), /front-matter-syntax This looks like front matter/);
  }
});

test("should refuse a folder of which nothing is made, and say which folder in it is no work", async () => {
  const files = { "/home/source/b/en.md": "Text", "/home/source/b/es.md": "Texto" };
  const { texts, complaints } = await find(files);
  assert.equal(texts, []);
  assert.equal(complaints, [
    "source/b:1:1 work-file-missing This folder of texts is not built",
    "source:1:1 input-empty There is no text in this folder",
  ]);
});

test("should build only the languages asked for", async () => {
  const files = { "/home/a/work.yaml": "", "/home/a/en.md": "Text", "/home/a/es.md": "Text" };
  assert.equal((await find(files, ["a"], { languages: ["es"] })).texts, ["a/es us"]);
  const none = await find(files, ["a"], { languages: ["fr"] });
  assert.match(none.complaints[0] ?? "", /language-missing/);
  const empty = await find({ "/home/a/work.yaml": "" }, ["a"], { languages: ["fr"] });
  assert.match(empty.complaints[0] ?? "", /input-empty/);
  assert.match(none.notes[0] ?? "", /^It has en, .*; another is named like /);
});

test("should know a text given alone for its work's", async () => {
  const files = {
    "/home/a/work.yaml": "paper: iso\n",
    "/home/a/en.md": "Text",
    "/home/a/es.md": "Text",
  };
  assert.equal((await find(files, ["a/es.md"])).texts, ["a/es iso"]);
  assert.equal((await find(files, ["a", "a/es.md"])).texts, ["a/en iso", "a/es iso"]);
});

test("should take a text in another language than its work's for an unreviewed translation", async () => {
  const work = { "/home/a/work.yaml": "", "/home/a/en.md": "Text", "/home/a/ar.md": "Text" };
  const translation = async (text: string, inputs = ["a"], more: Files = {}) => {
    const found = await find({ ...work, "/home/a/es.md": text, ...more }, inputs);
    const { matter } = found.manuscripts.find(({ language }) => language === "es") ?? {};
    const said = found.complaints.filter((complaint) => complaint.startsWith("a/es.md"));
    return [matter?.translates, matter?.translation, matter?.translator, ...said];
  };
  const unmarked =
    "a/es.md:1:1 translation-unmarked This is set as an unreviewed translation of en";
  assert.equal(await translation("Text"), ["en", "unreviewed", undefined, unmarked]);
  assert.equal(await translation("Text", ["a/es.md"]), ["en", "unreviewed", undefined, unmarked]);
  assert.equal(
    await translation(
      "---\ntranslates: ar\ntranslation: reviewed\ntranslator: [Ana, Bea]\n---\nText",
    ),
    ["ar", "reviewed", ["Ana", "Bea"]],
  );
  const original = { "/home/a/work.yaml": "language: es\n" };
  assert.equal(await translation("Text", ["a"], original), [undefined, undefined, undefined]);
});

test("should take a loose text for a translation only when it says so", async () => {
  const matter = async (text: string) =>
    (await find({ "/home/b.es.md": text }, ["b.es.md"])).manuscripts[0]?.matter;
  assert.is((await matter(""))?.translation, undefined);
  assert.is((await matter("---\ntranslates: fr\n---\nText"))?.translation, "unreviewed");
  assert.is((await matter("---\ntranslator: Ana\n---\nText"))?.translation, "unreviewed");
  assert.is((await matter("---\ntranslation: machine\n---\nText"))?.translation, "machine");
});

test("should not let a text translate its own language", async () => {
  const { complaints } = await find({ "/home/b.es.md": "---\ntranslates: ES\n---\nText" }, [
    "b.es.md",
  ]);
  assert.match(complaints[0] ?? "", /^b\.es\.md:1:1 front-matter-value “translates” names es/);
});

test("should say that a text without a language's name is not built", async () => {
  const files = {
    "/home/a/work.yaml": "",
    "/home/a/en.md": "Text",
    "/home/a/README.md": "Text",
    "/home/a/minutes.md": "Text",
  };
  const found = await find(files, ["a"]);
  assert.equal(found.texts, ["a/en us"]);
  assert.equal(found.complaints, [
    "a/minutes.md:1:1 not-a-language This is not built: its name is not that of a language",
  ]);
});

test("should build a loose text of the sources and leave papers about the folder alone", async () => {
  const files = { "/home/source/minutes.md": "Text", "/home/source/README.md": "Text" };
  assert.equal((await find(files, ["source"])).texts, ["minutes/en us"]);
});

test("should name the input that a wrong name is near to", async () => {
  const files = {
    "/home/a/my-text.md": "Text",
    "/home/a/x.md": "Text",
    "/home/c.markdown": "Text",
    "/home/garden/work.yaml": "",
  };
  for (const [typed, meant] of [
    ["a/my-text", "Did you mean a/my-text.md?"],
    ["a/my-txet.md", "Did you mean a/my-text.md?"],
    ["gardn", "Did you mean garden?"],
    ["a/other.md", /^Check the spelling/],
    ["b/my-text.md", /^Check the spelling/],
    ["a/x", "Did you mean a/x.md?"],
    ["web", "To make only this format: --format web."],
    ["source", /^It is what is built where nothing is named; name your text: /],
    ["-", "Save it as a file first"],
    ["--format", /Flags stand before it: npx handbill build --format … -- minutes\.md\.$/],
    ["https://a.example/b.md", "Save it as a .md or .txt file first"],
    ["c.markdown", "Name it c.md."],
  ] as const)
    assert.match((await find(files, [typed])).notes[0] ?? "", meant, typed);
});

test("should say of a text that may not be read whom to ask", async () => {
  const world = memoryWorld({ "/home/a.md": "Text" });
  world.read = () => Promise.reject(Object.assign(new Error("no"), { code: "EACCES" }));
  const [file] = (await findWorks(world, ["a.md"], {})).files;
  assert.match(file?.messages[0]?.note ?? "", "Ask for leave to read it");
});

test("should say of a folder without a text what was taken for one", async () => {
  for (const [name, meant] of [
    ["b.png", "“npx handbill new my-work” makes a work to start from."],
    ["minutes.docx", /^Open “minutes\.docx” where it was written and save it as plain text/],
    ["minutes.markdown", "Give “minutes.markdown” a name that ends in .md."],
    ["our texts/minutes.md", "npx handbill build 'a/our texts'."],
    [".git/minutes.md", "“npx handbill new my-work”"],
  ] as const)
    assert.match((await find({ [`/home/a/${name}`]: "x" }, ["a"])).notes[0] ?? "", meant, name);
});

test("should know a name with spaces that a shell took apart", async () => {
  const files = { "/home/minutes of may.md": "Text", "/home/b.md": "Text" };
  const { notes, texts } = await find(files, ["b.md", "minutes", "of", "may.md"]);
  assert.equal(texts, ["b/en us"]);
  assert.equal(
    notes,
    Array(3).fill("A name with spaces stands in quotation marks: 'minutes of may.md'."),
  );
});

test("should say so of a work's file under another name", async () => {
  for (const name of ["work.yml", "Work.yaml", "work.yaml.txt"]) {
    const { texts, complaints } = await find(
      { [`/home/a/${name}`]: "paper: iso", "/home/a/en.md": "Text" },
      ["a"],
    );
    assert.equal(texts, ["a/en us"]);
    assert.match(complaints[0] ?? "", `a/${name}:1:1 work-file-missing This is not read`);
  }
});

test("should write a list where one name stands alone", async () => {
  const { notes } = await find({ "/home/a/work.yaml": "formats: web", "/home/a/en.md": "Text" }, [
    "a",
  ]);
  assert.is(notes[0], "Write formats: [web].");
});

test("should say so of a text that is named by a country", async () => {
  const work = { "/home/a/work.yaml": "", "/home/a/en.md": "Text", "/home/a/cn.md": "Text" };
  const { texts, complaints, notes } = await find(work, ["a"]);
  assert.equal(texts, ["a/en us"]);
  assert.match(complaints[0] ?? "", /^a\/cn\.md:1:1 not-a-language/);
  assert.is(notes[0], "Did you mean zh-Hans.md?");
  const alone = await find({ "/home/notes.sp.md": "Text" }, ["notes.sp.md"]);
  assert.equal(alone.texts, ["notes.sp/en us"]);
  assert.match(alone.notes[0] ?? "", "Name the file notes.es.md");
});

test("should know a text for loose by its name or where it stands", async () => {
  const files = {
    "/home/a/work.yaml": "formats: [web]\n",
    "/home/a/notes.md": "Text",
    "/home/b/es.md": "Texto",
  };
  assert.equal((await find(files, ["a/notes.md"])).texts, ["notes/en us"]);
  assert.equal((await find(files, ["b/es.md"])).texts, ["es/es us"]);
});

test("should say once what is wrong in a loose text, and nothing of a tag that nobody goes by", async () => {
  const wrong = await find({ "/home/a.md": "---\ntitel: Alpha\n---\nText" }, ["a.md"]);
  assert.is(wrong.complaints.length, 1);
  const said = { "/home/notes.sp.md": "---\nlang: es\n---\nTexto" };
  assert.equal((await find(said, ["notes.sp.md"])).complaints, []);
  const flagged = { "/home/notes.sp.md": "Texto" };
  assert.equal((await find(flagged, ["notes.sp.md"], { languages: ["es"] })).complaints, []);
});

test("should know which language is meant by who writes no tag", () => {
  for (const [typed, tag] of [
    ["Spanish", "es"],
    [" espa\u00f1ol ", "es"],
    ["Spanihs", "es"],
    ["cn", "zh-Hans"],
    ["zh_TW", "zh-TW"],
    ["xx_YY", undefined],
    ["esp", undefined],
    ["readme", undefined],
  ] as const)
    assert.is(tagMeant(typed), tag, typed);
});

const faults: [name: string, files: Files, inputs: string[], expected: RegExp][] = [
  ["a path with nothing there", {}, ["nope.md"], /^nope.md:.* input-missing There is no file/],
  [
    "a file that is no text",
    { "/home/a.docx": "" },
    ["a.docx"],
    /input-missing This is not a text/,
  ],
  ["a folder without texts", { "/home/a/b.png": "" }, ["a"], /^a:.* input-empty/],
  ["a work without texts", { "/home/a/work.yaml": "" }, ["a"], /^a:.* input-empty/],
  ["an empty text", { "/home/a.md": " \n" }, ["a.md"], /^a.md:1:1 input-empty There is no text/],
  [
    "an empty text of a work",
    { "/home/a/work.yaml": "", "/home/a/en.md": "---\nstatus: draft\n---\n\n" },
    ["a"],
    /^a\/en.md:1:1 input-empty There is no text/,
  ],
  [
    "a fault in a work's file",
    { "/home/a/work.yaml": "id: a\npapper: us\n", "/home/a/en.md": "Text" },
    ["a"],
    /^a\/work.yaml:2:1 front-matter-key There is no key “papper”/,
  ],
  [
    "a format that is not there",
    { "/home/a/work.yaml": "formats: [web, bookelt]\n", "/home/a/en.md": "Text" },
    ["a"],
    /^a\/work.yaml:1:16 front-matter-value .*“bookelt”/,
  ],
  [
    "an id that is a path",
    { "/home/a/work.yaml": "id: ../b\n", "/home/a/en.md": "Text" },
    ["a"],
    /^a\/work.yaml:1:5 front-matter-value/,
  ],
  [
    "two names for one language",
    { "/home/a/work.yaml": "", "/home/a/en.md": "---\nlang: fr\n---\nText" },
    ["a"],
    /^a\/en.md:1:1 language-mismatch/,
  ],
  [
    "two texts for one place",
    { "/home/a/n.md": "Text", "/home/b/n.md": "Text" },
    ["a/n.md", "b/n.md"],
    /^a\/n.md:1:1 output-collision/,
  ],
  [
    "two names that some disks take for one",
    { "/home/a/No\u0308te.md": "Text", "/home/b/n\u00f6te.md": "Text" },
    ["a/No\u0308te.md", "b/n\u00f6te.md"],
    /^a\/.*:1:1 output-collision/,
  ],
  [
    "two spellings of one language",
    { "/home/a/work.yaml": "", "/home/a/ES.md": "Text", "/home/a/es.md": "Text" },
    ["a"],
    /output-collision/,
  ],
  [
    "a text that is really outside",
    { "/home/a/work.yaml": "", "/home/a/en.md": { link: "/etc/secret.md" }, "/etc/secret.md": "x" },
    ["a"],
    /^a\/en.md:.* path-outside .*outside the publication/,
  ],
  [
    "a text that is a pipe",
    { "/home/a/work.yaml": "", "/home/a/en.md": { other: true } },
    ["a"],
    /file-missing .*a pipe or a device/,
  ],
  [
    "bytes that are not UTF-8",
    { "/home/a.md": new Uint8Array([0x61, 10, 0x62, 0xff, 10]) },
    ["a.md"],
    /^a.md:2:2 encoding/,
  ],
  [
    "a damaged letter in UTF-8",
    { "/home/a.md": Buffer.from("Caf\xc3\xa9 and caf\xe9", "latin1") },
    ["a.md"],
    /^a.md:1:13 encoding /,
  ],
  [
    "an encoding of Poland",
    { "/home/a.md": Buffer.from("Za\xbf\xf3\xb3\xe6 g\xea\x9cl\xb9 ja\x9f\xf1", "latin1") },
    ["a.md"],
    /^a.md:1:3 encoding /,
  ],
  [
    "an encoding of Bohemia",
    { "/home/a.md": Buffer.from("P\xf8\xedli\xf9 lu\xe8ou\xe8k\xfd k\xf9\xf2", "latin1") },
    ["a.md"],
    /^a.md:1:2 encoding /,
  ],
  [
    "an encoding of Russia",
    { "/home/a.md": Buffer.from("\xcf\xf0\xe8\xe2\xe5\xf2", "latin1") },
    ["a.md"],
    /^a.md:1:1 encoding /,
  ],
  [
    "an encoding of an old Mac",
    { "/home/a.md": Buffer.from("We don\xd5t say \xd2Hello\xd3", "latin1") },
    ["a.md"],
    /^a.md:1:7 encoding /,
  ],
  [
    "UTF-16 cut off within a character",
    { "/home/a.md": new Uint8Array([0xff, 0xfe, 0x61, 0, 0x62]) },
    ["a.md"],
    /^a.md:1:1 encoding .*UTF-16/,
  ],
  ["UTF-16 without a mark", { "/home/a.md": Buffer.from("Alpha", "utf16le") }, ["a.md"], /UTF-16/],
  [
    "UTF-32",
    { "/home/a.md": new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]) },
    ["a.md"],
    /^a.md:1:1 encoding .*UTF-32/,
  ],
  [
    "a Word document",
    { "/home/a.txt": "PK\u0003\u0004x" },
    ["a.txt"],
    /^a.txt:1:1 encoding .*word/,
  ],
  ["rich text", { "/home/a.txt": "{\\rtf1 a}" }, ["a.txt"], /^a.txt:1:1 encoding .*rich text/],
  ["NUL", { "/home/a.md": "a\nb\0c" }, ["a.md"], /^a.md:2:2 encoding .*NUL/],
];
for (const [name, files, inputs, expected] of faults) {
  test(`should complain of ${name}`, async () => {
    const found = await find(files, inputs);
    assert.ok(found.complaints.length > 0, "no complaint");
    assert.match(found.complaints[0] ?? "", expected);
    assert.not(found.manuscripts.some(({ file }) => !file.messages.some(({ fatal }) => fatal)));
  });
}

for (const [name, mark, order] of [
  ["little", [0xff, 0xfe], (one: number, other: number) => [one, other]],
  ["big", [0xfe, 0xff], (one: number, other: number) => [other, one]],
] as const)
  test(`should read UTF-16 with its ${name} end first`, async () => {
    const units = [..."# Café “44” — 👍\r\n"].flatMap((sign) =>
      Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at)),
    );
    const bytes = units.flatMap((unit) => order(unit & 0xff, unit >> 8));
    const found = await find({ "/home/a.txt": new Uint8Array([...mark, ...bytes]) }, ["a.txt"]);
    assert.is(String(found.manuscripts[0]?.file.value), "# Café “44” — 👍\r\n");
    assert.equal(found.complaints, []);
  });

test("should leave out marks of other programs, and say so", async () => {
  const text =
    "It\u0092s an ex\u0002ample\u0001 of a well\u001Eknown\u007F\u009D\tword.\fEnd\u0085.";
  const { manuscripts, complaints } = await find({ "/home/a.txt": text }, ["a.txt"]);
  assert.is(
    String(manuscripts[0]?.file),
    "It’s an ex\u00ADample of a well\u2011known\tword.\fEnd\u0085.",
  );
  assert.equal(complaints, [
    "a.txt:1:3 text-control The character U+0092 is no text and is read as “’”, in “It’s”; so are 5 more like it",
  ]);
});

test("should tell places as the file has them, behind marks left out", async () => {
  const text = "\uFEFF\uFEFF---\ntitle: \u0001A\n\u0001na\u0001me: B\n---\n\nOne\n";
  const { complaints } = await find({ "/home/a.md": text }, ["a.md"]);
  assert.match(complaints.join("\n"), /^a\.md:3:2 front-matter-key /mu);
});

test("should say of two such marks that there is one more", async () => {
  const { complaints } = await find({ "/home/a.txt": "a\u0001b\u0001c" }, ["a.txt"]);
  assert.match(complaints.join(), /is left out, in “abc”; so is 1 more like it$/);
});

test("should read files that were joined with their byte order marks", async () => {
  const text = "\uFEFF\uFEFF---\ntitle: Alpha\n---\n\nOne\n\n\uFEFF## Two\n\nthr\uFEFFee\n";
  const { manuscripts, complaints } = await find({ "/home/a.md": text }, ["a.md"]);
  const [{ file, bodyOffset, matter } = {}] = manuscripts;
  assert.is(matter?.title, "Alpha");
  assert.is(String(file).slice(bodyOffset), "\nOne\n\n## Two\n\nthr\u2060ee\n");
  assert.equal(complaints, []);
});

test("should read what Word saves as “Windows (Default)”, and say so", async () => {
  const text = "Jos\xe9\x92s caf\xe9 \x96 \x93open\x94 \x85 5\xa0\x80\r\n\x95\ta";
  const { manuscripts, complaints } = await find({ "/home/a.txt": Buffer.from(text, "latin1") }, [
    "a.txt",
  ]);
  assert.is(String(manuscripts[0]?.file), "José’s café – “open” … 5\u00A0€\r\n•\ta");
  assert.equal(complaints, [
    "a.txt:1:4 encoding-old This file is not UTF-8; it was read as Windows-1252, as older programs save it: here as “José’s”",
  ]);
});

test("should take a byte order mark off", async () => {
  const files = { "/home/a.md": "\u{feff}---\ntitle: Alpha\n---\n" };
  const found = await find(files, ["a.md"]);
  assert.is(found.manuscripts[0]?.matter.title, "Alpha");
});

test("should not read a link in a folder that leads out of it, and read the others", async () => {
  const files = {
    "/home/source/a b.md": "Text",
    "/home/source/c d.md": { link: "/home/source/gone.md" },
    "/home/source/c \u{fffd}.md": { link: "/home/source/gone.md" },
    "/home/source/e f.md": { link: "/etc/secret" },
    "/home/source/g h.md": { link: "/home/source/a b.md" },
    "/etc/secret": "Secret",
  };
  const found = await find(files);
  assert.equal(found.texts, ["a b/en us", "g h/en us"]);
  assert.equal(found.complaints, [
    "source/c d.md:1:1 file-missing This was not read: it is a link that leads nowhere",
    "source/c \u{fffd}.md:1:1 file-missing This was not read: its name is not in UTF-8",
    "source/e f.md:1:1 path-outside This was not read: it is a link to a file outside the folder",
  ]);
});

test("should read the other folders where one cannot be read", async () => {
  const world = memoryWorld({
    "/home/source/a/work.yaml": "",
    "/home/source/a/en.md": "Text",
    "/home/source/b/en.md": "Text",
  });
  const locked = {
    ...world,
    async list(path: string) {
      if (path.endsWith("/b")) throw Object.assign(new Error("no"), { code: "EACCES" });
      return world.list(path);
    },
  };
  const { manuscripts, files } = await findWorks(locked, ["source"], {});
  assert.equal(
    manuscripts.map(({ work }) => work.id),
    ["a"],
  );
  const reasons = files.flatMap(({ messages }) => messages.map(({ reason }) => reason));
  assert.equal(reasons, ["This was not read: it cannot be read (EACCES)"]);
});

test("should read a link somebody named", async () => {
  const files = { "/home/a.md": { link: "/home/deep/b.md" }, "/home/deep/b.md": "x" };
  const found = await find(files, ["a.md"]);
  assert.is(found.manuscripts[0]?.work.folder, "/home/deep");
  assert.is(found.manuscripts[0]?.work.id, "a");
});

test.run();

async function find(files: Files, inputs = ["source"], flags: WorkFlags = {}) {
  const found = await findWorks(memoryWorld(files), inputs, flags);
  return {
    manuscripts: found.manuscripts,
    texts: found.manuscripts.map(({ work, language }) => `${work.id}/${language} ${work.paper}`),
    notes: found.files.flatMap((file) => file.messages.map(({ note }) => note)),
    complaints: found.files.flatMap((file) =>
      file.messages.map(
        ({ line = 1, column = 1, ruleId, reason }) =>
          `${file.path.replace("/home/", "")}:${line}:${column} ${ruleId} ${reason}`,
      ),
    ),
  };
}
