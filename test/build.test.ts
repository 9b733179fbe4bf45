import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type BuildOptions, build } from "../scripts/build/build.ts";
import type { Press, Steps } from "../scripts/build/parts.ts";
import { complain } from "../scripts/complaints/complain.ts";
import type { FaceRule, Fault } from "../scripts/types.ts";
import { type Files, memoryWorld } from "./support/world-memory.ts";

const test = suite("build");
const two = {
  "/home/source/a/work.yaml": "formats: [web, booklet]\n",
  "/home/source/a/en.md": "Alpha",
};

test("should write an HTML file and, for a printed format, a PDF", async () => {
  const { made, world } = await make(two);
  assert.equal(world.written.sort(), [
    "/home/dist/a/en/booklet.html",
    "/home/dist/a/en/booklet.imposed.pdf",
    "/home/dist/a/en/booklet.imposed.svg",
    "/home/dist/a/en/booklet.pdf",
    "/home/dist/a/en/web.html",
  ]);
  assert.is(
    world.text("/home/dist/a/en/booklet.pdf"),
    "finished print of booklet Alpha 2000-01-01",
  );
  assert.equal(made, [
    {
      work: "a",
      language: "en",
      format: "booklet",
      files: [
        "/home/dist/a/en/booklet.html",
        "/home/dist/a/en/booklet.pdf",
        "/home/dist/a/en/booklet.imposed.pdf",
        "/home/dist/a/en/booklet.imposed.svg",
      ],
      pages: 2,
      copies: [
        { copy: "screen", file: "/home/dist/a/en/booklet.pdf", pages: 2 },
        { copy: "imposed", file: "/home/dist/a/en/booklet.imposed.pdf", sheets: 1 },
      ],
    },
    { work: "a", language: "en", format: "web", files: ["/home/dist/a/en/web.html"] },
  ]);
});

test("should make the copies that were asked for, and only formats that have them", async () => {
  const asked = async (copies: BuildOptions["copies"]) =>
    (await make(two, { copies })).world.written.sort();
  assert.equal(await asked(["imposed"]), [
    "/home/dist/a/en/booklet.html",
    "/home/dist/a/en/booklet.imposed.pdf",
    "/home/dist/a/en/booklet.imposed.svg",
  ]);
  assert.equal(await asked(["screen"]), [
    "/home/dist/a/en/booklet.html",
    "/home/dist/a/en/booklet.pdf",
    "/home/dist/a/en/web.html",
  ]);
});

test("should make pictures as PNG when asked to", async () => {
  const { world } = await make(two, { copies: ["imposed"], png: true });
  assert.is(world.text("/home/dist/a/en/booklet.imposed.png"), "pixels of <svg/>");
});

test("should say when no format has the copy that was asked for", async () => {
  const { world, complaints } = await make(two, { copies: ["tiled"] });
  assert.equal(world.written, []);
  assert.equal(complaints, [
    "a/en.md:1:1 copy-missing Nothing is made of this text: web, booklet cannot be had as tiled",
  ]);
});

test("should write no edition with a fault in one of its copies", async () => {
  const fault: Fault = { rule: "sheet-size", reason: "two pages do not fit" };
  const { world, complaints } = await make(two, {}, { copyFaults: [fault] });
  assert.equal(world.written, ["/home/dist/a/en/web.html"]);
  assert.equal(complaints, [
    "a/en.md:1:1 sheet-size In the imposed copy of the booklet, two pages do not fit",
  ]);
});

test("should date outputs by the environment, else the text, never the clock", async () => {
  const dated = { "/home/a.md": "---\nmodified: 2017-10\n---\nText" };
  const pdf = async (options: Partial<BuildOptions>) =>
    (await make(dated, { inputs: ["a.md"], formats: ["booklet"], ...options })).world.text(
      "/home/dist/a/en/booklet.pdf",
    );
  assert.match(await pdf({}), /2017-10-01$/);
  assert.match(await pdf({ epoch: 0 }), /1970-01-01$/);
});

test("should not write an edition with a fault, and write the others", async () => {
  const fault: Fault = { rule: "text-lost", place: "1:1", reason: "the word “x” is on no page" };
  const { world, complaints } = await make(two, {}, { pressFaults: [fault] });
  assert.equal(world.written, ["/home/dist/a/en/web.html"]);
  assert.equal(complaints, ["a/en.md:1:1 text-lost In the booklet, the word “x” is on no page"]);
});

test("should not write a file that is found wrong when it is read again, and write the others", async () => {
  const fault: Fault = {
    rule: "pdf-lost",
    place: "1:1",
    reason: "the word “x” cannot be read back",
  };
  const { made, world, complaints } = await make(two, {}, { finishFaults: [fault] });
  assert.equal(world.written, ["/home/dist/a/en/web.html"]);
  assert.equal(
    made.map(({ format }) => format),
    ["web"],
  );
  assert.equal(complaints, [
    "a/en.md:1:1 pdf-lost In the booklet, the word “x” cannot be read back",
  ]);
});

test("should finish nothing that the press found wrong, and ask no press again that has no browser", async () => {
  const files = { "/home/source/a.md": "Alpha", "/home/source/b.md": "Bravo" };
  const fault: Fault = { rule: "browser", reason: "none starts" };
  const asked: Partial<BuildOptions> = { formats: ["booklet"], jobs: 1 };
  const { complaints, finished, printed } = await make(files, asked, { pressFaults: [fault] });
  assert.equal([printed.length, finished], [1, 0]);
  assert.equal(complaints, ["a.md:1:1 browser In the booklet, none starts"]);
});

test("should say once what several editions have alike, in the order of the text", async () => {
  const { complaints } = await make(two, {}, { warn: true });
  assert.equal(complaints, [
    "a/en.md:1:9 link-dead A link in Alpha",
    "a/en.md:1:10 link-dead A link in Alpha",
    "a/en.md:2:1 link-dead Another link in Alpha",
  ]);
});

test("should make each edition of a text, however many before it have a fault", async () => {
  const formats = "booklet, handout, large-print, poster, quarter-sheet, web";
  const files = { ...two, "/home/source/a/work.yaml": `formats: [${formats}]\n` };
  const fault: Fault = { rule: "text-lost", place: "1:1", reason: "the word “x” is on no page" };
  const { complaints, printed, world } = await make(files, { jobs: 1 }, { pressFaults: [fault] });
  assert.is(printed.length, 5);
  assert.equal(world.written, ["/home/dist/a/en/web.html"]);
  assert.is(complaints.length, 5);
});

test("should not print a text with an error, and print the others", async () => {
  const files = { ...two, "/home/source/b.md": "wrong" };
  const { world, complaints, printed } = await make(files);
  assert.not(world.written.some((path) => path.startsWith("/home/dist/b")));
  assert.is(world.written.length, 5);
  assert.is(printed.length, 1);
  assert.equal(complaints, ["b.md:1:1 text-lost Wrong"]);
});

test("should call an exception our own mistake, about the text it was at", async () => {
  const files = { ...two, "/home/source/b.md": "throws" };
  const { complaints, world } = await make(files);
  assert.is(complaints.length, 1);
  assert.match(
    complaints[0] ?? "",
    /^b\.md:1:1 internal Handbill failed while reading the text: boom$/,
  );
  assert.is(world.written.length, 5);
});

test("should leave old outputs when a new one has a fault", async () => {
  const files = { "/home/source/b.md": "wrong", "/home/dist/b/en/web.html": "old" };
  assert.is((await make(files)).world.text("/home/dist/b/en/web.html"), "old");
});

test("should give the same whatever ends first", async () => {
  const files: Files = {};
  for (const name of "abcdef") files[`/home/source/${name}.md`] = `Text ${name}`;
  const results = [];
  for (const jobs of [1, 2, 4]) {
    for (const slow of [0, 1, 2]) {
      const { made, complaints } = await make(files, { jobs }, { slow, warn: true });
      results.push(JSON.stringify({ made, complaints }));
    }
  }
  assert.is(new Set(results).size, 1);
});

test("should have two more editions under way than it prints at once", async () => {
  const files: Files = {};
  for (const name of "abcdef") files[`/home/source/${name}.md`] = "Text";
  assert.is((await make(files, { jobs: 3 }, { slow: 1 })).mostAtOnce, 5);
});

test("should write nothing to check", async () => {
  const { world, printed } = await make(two, { write: false });
  assert.equal(world.written, []);
  assert.equal(printed, []);
});

test("should start the press ahead only where something is printed", async () => {
  assert.is((await make(two)).warm, 1);
  assert.is((await make(two, { write: false })).warm, 0);
  assert.is((await make(two, { formats: ["web"] })).warm, 0);
});

test("should read a text once for all its formats", async () => {
  assert.is((await make(two)).reads, 1);
});

test("should compare each translation with its original, once, whichever is read first", async () => {
  const files: Files = { "/home/source/a/work.yaml": "language: fr\nformats: [web, booklet]\n" };
  for (const name of ["ar", "en", "es", "fr", "vi"]) files[`/home/source/a/${name}.md`] = name;
  files["/home/source/a/vi.md"] = "---\ntranslates: es\n---\nText";
  files["/home/source/a/zh-Hans.md"] = "---\ntranslates: de\n---\nText";
  for (const jobs of [1, 2, 4]) {
    const { compared, reads } = await make(files, { jobs });
    assert.equal(compared.sort(), ["ar with fr", "en with fr", "es with fr", "vi with es"]);
    assert.is(reads, 6);
  }
});

test("should compare a translation that is built alone, and not build its original", async () => {
  const files = {
    "/home/source/a/work.yaml": "formats: [web]\n",
    "/home/source/a/en.md": "Text",
    "/home/source/a/es.md": "Texto",
    "/home/source/a/fr.md": "---\ntranslates: es\n---\nTexte",
  };
  for (const [given, pairs] of [
    [{ inputs: ["source/a/es.md"] }, ["es with en"]],
    [{ inputs: ["source/a"], languages: ["es"] }, ["es with en"]],
    [{ languages: ["fr", "es"] }, ["es with en", "fr with es"]],
    [{ languages: ["fr"] }, ["fr with es"]],
    [{ inputs: ["source/a/en.md", "source/a/es.md"] }, ["es with en"]],
    [{ inputs: ["source/a/en.md"] }, []],
  ] as [Partial<BuildOptions>, string[]][]) {
    const { compared, world, complaints } = await make(files, given);
    assert.equal(compared.sort(), pairs);
    assert.equal(
      complaints.filter((one) => one.startsWith("a/en.md")),
      [],
    );
    assert.is(
      world.written.some((path) => path.includes("/en/")),
      !!given.inputs?.includes("source/a/en.md"),
    );
  }
});

test("should not wait for texts that name each other as the original", async () => {
  const { compared } = await make({
    "/home/source/a/work.yaml": "formats: [web]\n",
    "/home/source/a/en.md": "---\ntranslates: es\n---\nText",
    "/home/source/a/es.md": "---\ntranslates: en\n---\nText",
  });
  assert.equal(compared.sort(), ["en with es", "es with en"]);
});

test("should not compare with an original that has an error", async () => {
  const { compared, world } = await make({
    "/home/source/a/work.yaml": "formats: [web]\n",
    "/home/source/a/en.md": "wrong",
    "/home/source/a/es.md": "Texto",
  });
  assert.equal(compared, []);
  assert.equal(world.written, ["/home/dist/a/es/web.html"]);
});

test("should close the press and write no more when stopped", async () => {
  const controller = new AbortController();
  const files = { "/home/a.md": "a", "/home/b.md": "b" };
  const world = memoryWorld(files);
  const { steps, state } = fakes({ onPrint: () => controller.abort() });
  const shown: string[] = [];
  const onProgress = ({ format }: { format: string }) => void shown.push(format);
  const parts = { world, steps, signal: controller.signal, onProgress };
  await build(parts, { inputs: ["a.md", "b.md"], out: "dist", jobs: 1, write: true });
  assert.is(state.closed, 1);
  assert.not(shown.includes("booklet"), "what was stopped is not shown as done");
  assert.not(world.written.some((path) => path.includes("booklet")));
  assert.not(world.written.some((path) => path.startsWith("/home/dist/b")));
});

test("should wait for what is being put on disk when stopped", async () => {
  const controller = new AbortController();
  const world = memoryWorld({ "/home/a.md": "a" });
  const { replace } = world;
  world.replace = async (path, content) => {
    controller.abort();
    await new Promise((go) => setTimeout(go, 5));
    await replace(path, content);
  };
  const { steps } = fakes({});
  const parts = { world, steps, signal: controller.signal };
  await build(parts, options({ inputs: ["a.md"], formats: ["web"] }));
  assert.equal(world.written, ["/home/dist/a/en/web.html"]);
});

test("should write nothing when stopped before it begins", async () => {
  const world = memoryWorld(two);
  const { steps, state } = fakes({});
  await build({ world, steps, signal: AbortSignal.abort() }, options({}));
  assert.equal([world.written, state.printed, state.closed], [[], [], 1]);
});

const refused: [name: string, files: Files, options: Partial<BuildOptions>][] = [
  ["inside a work", two, { out: "source/a/dist" }],
  ["that is a work", two, { out: "source/a" }],
  [
    "that leads into a work",
    { ...two, "/home/link": { link: "/home/source/a" } },
    { out: "link/x" },
  ],
  ["that is a file", { ...two, "/home/dist": "x" }, {}],
  ["over a text", { "/home/dist/a/en/a.md": "x" }, { inputs: ["dist/a/en/a.md"] }],
];
for (const [name, files, options] of refused) {
  test(`should refuse an output ${name}`, async () => {
    const { world, complaints } = await make(files, options);
    assert.match(complaints[0] ?? "", / output-in-source /);
    assert.equal(world.written, []);
  });
}

test("should refuse an output that cannot be reached", async () => {
  const world = memoryWorld(two);
  const { stat } = world;
  const error = Object.assign(new Error("no"), { code: "EACCES" });
  world.stat = (path) => (path === "/home/dist" ? Promise.reject(error) : stat(path));
  const result = await build({ world, steps: fakes({}).steps }, options({}));
  assert.match(
    complaintsOf(result.files)[0] ?? "",
    / output-in-source .*cannot be reached \(EACCES\)/,
  );
  assert.equal(world.written, []);
});

test("should say when the disk refuses", async () => {
  const world = memoryWorld(two);
  world.replace = () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" }));
  const { steps } = fakes({});
  const result = await build({ world, steps }, options({ formats: ["web"] }));
  assert.match(complaintsOf(result.files)[0] ?? "", /^\/home.*web\.html:1:1 write-failed .*ENOSPC/);
  assert.equal(result.made, []);
});

test("should say once that fonts could not be written, whichever editions share them", async () => {
  const world = memoryWorld(two);
  world.replace = () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" }));
  const { steps } = fakes({});
  const { setEdition } = steps;
  const faces = ["a.ttf", "b.ttf", "c.ttf"].map((file) => ({ file, data: "AAAA" }) as FaceRule);
  steps.setEdition = async (edition) => ({ ...(await setEdition(edition)), faces });
  const result = await build({ world, steps }, options({ formats: ["booklet", "handout"] }));
  const complaints = complaintsOf(result.files);
  assert.is(complaints.length, 1);
  assert.match(complaints[0] ?? "", /fonts\/a\.ttf:1:1 write-failed .*ENOSPC/);
});

test.run();

interface Script {
  pressFaults?: Fault[];
  finishFaults?: Fault[];
  copyFaults?: Fault[];
  /** Which of three editions are slow: their number modulo three. */
  slow?: number;
  warn?: boolean;
  onPrint?: () => void;
}

function options(given: Partial<BuildOptions>): BuildOptions {
  return { inputs: ["source"], out: "dist", jobs: 2, write: true, ...given };
}

async function make(files: Files, given: Partial<BuildOptions> = {}, script: Script = {}) {
  const world = memoryWorld(files);
  const { steps, state } = fakes(script);
  const result = await build({ world, steps }, options(given));
  assert.is(state.closed, state.opened);
  return { ...state, made: result.made, complaints: complaintsOf(result.files), world };
}

function fakes(script: Script) {
  const { pressFaults = [], finishFaults = [], copyFaults = [], slow, warn, onPrint } = script;
  const state = {
    reads: 0,
    opened: 0,
    closed: 0,
    warm: 0,
    atOnce: 0,
    mostAtOnce: 0,
    finished: 0,
    printed: [] as string[],
    compared: [] as string[],
  };
  let count = 0;
  const press: Press = {
    async warm() {
      state.warm++;
    },
    async print(edition, { html }) {
      onPrint?.();
      state.printed.push(edition.format);
      const pages = [1, 2].map((number) => ({ number, notes: [], calls: [], text: "", foot: "" }));
      return { pdf: bytes(`print of ${html}`), pages, words: 1, faults: pressFaults };
    },
    async close() {
      await new Promise((go) => setImmediate(go));
      state.closed++;
    },
  };
  const steps: Steps = {
    async readDocument(manuscript) {
      state.reads++;
      const text = String(manuscript.file);
      if (text === "throws") throw new TypeError("boom\n  at somewhere");
      const empty = { type: "root" as const, children: [] };
      const { matter } = manuscript;
      return { manuscript, matter, body: empty, notes: [], places: {} };
    },
    checkDocument({ file }) {
      if (String(file) === "wrong") complain(file, "text-lost", { line: 1, column: 1 }, "Wrong");
    },
    compareTranslation(original, { manuscript: { file, language } }) {
      const { path } = original.manuscript.file;
      state.compared.push(`${language} with ${original.manuscript.language}`);
      complain(file, "translation-added", undefined, `Compared with ${path}`);
    },
    async setEdition({ document, format }) {
      state.mostAtOnce = Math.max(state.mostAtOnce, ++state.atOnce);
      if (slow !== undefined && count++ % 3 === slow) await new Promise((go) => setTimeout(go, 2));
      const { file } = document.manuscript;
      if (warn) {
        complain(file, "link-dead", { line: 2, column: 1 }, `Another link in ${file}`);
        complain(file, "link-dead", { line: 1, column: 10 }, `A link in ${file}`);
        complain(file, "link-dead", { line: 1, column: 9 }, `A link in ${file}`);
      }
      state.atOnce--;
      const html = `${format} ${file}`;
      return { html, fonts: [] };
    },
    openPress() {
      state.opened++;
      return press;
    },
    async finishPdf(printed, _edition, _pages, date) {
      state.finished++;
      const text = `finished ${new TextDecoder().decode(printed.pdf)}`;
      return { pdf: bytes(`${text} ${date.toISOString().slice(0, 10)}`), faults: finishFaults };
    },
    async makeCopy(copy, finished) {
      const text = `${copy} ${new TextDecoder().decode(finished)}`;
      return { pdf: bytes(text), sheets: 1, picture: "<svg/>", faults: copyFaults };
    },
    drawPicture: async (svg) => bytes(`pixels of ${svg}`),
  };
  return { steps, state };
}

function complaintsOf(files: Awaited<ReturnType<typeof build>>["files"]): string[] {
  return files.flatMap((file) =>
    file.messages.map(
      ({ line = 1, column = 1, ruleId, reason }) =>
        `${file.path.replace("/home/source/", "")}:${line}:${column} ${ruleId} ${reason}`,
    ),
  );
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
