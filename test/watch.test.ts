import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { BuildOptions } from "../scripts/build/build.ts";
import type { Steps } from "../scripts/build/parts.ts";
import { watch } from "../scripts/build/watch.ts";
import { complain } from "../scripts/complaints/complain.ts";
import type { World } from "../scripts/world/world.ts";
import { type Files, type MemoryWorld, memoryWorld } from "./support/world-memory.ts";

const test = suite("watch");
const two = {
  "/home/source/a/work.yaml": "formats: [web]\n",
  "/home/source/a/en.md": "Alpha",
  "/home/source/b.md": "Bravo",
};
const out = { formats: ["web" as const] };

test("should build once and stay until it is stopped", async () => {
  assert.equal(await run(two, []), ["made a/en, b/en"]);
});

test("should build again what was saved, and nothing else", async () => {
  const rounds = await run(two, [
    ({ files }) => files.set("/home/source/b.md", "Bravo charlie"),
    ({ files }) => files.set("/home/source/a/en.md", "Alpha delta"),
  ]);
  assert.equal(rounds, ["made a/en, b/en", "made b/en", "made a/en"]);
});

test("should take the steps of one save together", async () => {
  const rounds = await run(two, [
    [
      ({ files }) => files.delete("/home/source/b.md"),
      ({ files }) => files.set("/home/source/b.md", ""),
      ({ files }) => files.set("/home/source/b.md", "Bravo charlie"),
    ],
  ]);
  assert.equal(rounds, ["made a/en, b/en", "made b/en"]);
});

test("should say nothing where nothing is another than before", async () => {
  const rounds = await run(two, [
    () => {},
    ({ files }) => files.set("/home/source/b.md", "Bravo"),
    ({ files }) => files.set("/home/source/.b.md.swp", "x"),
    ({ files }) => files.set("/home/source/notes.pdf", "x"),
  ]);
  assert.equal(rounds, ["made a/en, b/en"]);
});

test("should not build again because of what it wrote", async () => {
  const files = { "/home/b.md": "Bravo" };
  for (const where of ["dist", "."]) {
    const rounds = await run(files, [() => {}, () => {}], { inputs: ["."], out: where });
    assert.equal(rounds, ["made b/en"], where);
  }
});

test("should make again what somebody deletes of what it made", async () => {
  const rounds = await run(two, [
    ({ files }) => files.delete("/home/dist/b/en/web.html"),
    ({ files }) => files.set("/home/source/b.md", "Bravo charlie"),
    ({ files }) => {
      for (const path of [...files.keys()]) if (path.startsWith("/home/dist/")) files.delete(path);
    },
  ]);
  assert.equal(rounds, ["made a/en, b/en", "made b/en", "made b/en", "made a/en, b/en"]);
});

test("should notice texts that come and go", async () => {
  const rounds = await run(two, [
    ({ files }) => files.set("/home/source/c.md", "Charlie"),
    ({ files }) => files.delete("/home/source/b.md"),
    ({ files }) => files.set("/home/source/c.md", "Charlie delta"),
  ]);
  assert.equal(rounds, ["made a/en, b/en", "made c/en", "made c/en"]);
});

test("should notice texts that come to have a name like a pattern", async () => {
  const save = (world: MemoryWorld) => world.files.set("/home/texts/c.md", "Charlie");
  const rounds = await run({ "/home/texts/b.md": "Bravo" }, [save], { inputs: ["texts/*.md"] });
  assert.equal(rounds, ["made b/en", "made c/en"]);
});

test("should build all texts of a work when its file changes", async () => {
  const files = { ...two, "/home/source/a/es.md": "Uno" };
  const rounds = await run(files, [
    (world) => world.files.set("/home/source/a/work.yaml", "formats: [web]\npublisher: Elm\n"),
  ]);
  assert.equal(rounds, ["made a/en, a/es, b/en", "made a/en, a/es"]);
});

test("should compare a translation again when its original changes", async () => {
  const files = { ...two, "/home/source/a/es.md": "Uno", "/home/source/a/fr.md": "Un" };
  const rounds = await run(files, [
    (world) => world.files.set("/home/source/a/es.md", "Dos"),
    (world) => world.files.set("/home/source/a/en.md", "Two"),
  ]);
  assert.equal(rounds.slice(1), ["made a/es", "made a/en, a/es, a/fr"]);
});

test("should build texts again whose image changes, comes or goes", async () => {
  const files = { ...two, "/home/source/a/en.md": "image a.png", "/home/source/a/a.png": "1" };
  const image = (bytes?: string) => (world: MemoryWorld) =>
    bytes
      ? world.files.set("/home/source/a/a.png", bytes)
      : world.files.delete("/home/source/a/a.png");
  const rounds = await run(files, [image("2"), image(), image("3")]);
  assert.equal(rounds, [
    "made a/en, b/en",
    "made a/en",
    "made nothing; a/en.md image-missing",
    "made a/en",
  ]);
});

test("should build all that is printed by a profile that changes", async () => {
  const options = { inputs: ["source"], profile: "shop.icc" };
  const rounds = await run(
    { ...two, "/home/shop.icc": "1" },
    [(world) => world.files.set("/home/shop.icc", "2")],
    options,
  );
  assert.equal(rounds, ["made a/en, b/en", "made a/en, b/en"]);
});

test("should keep the last good output when a fault comes, and say that it is gone", async () => {
  let held = "";
  const rounds = await run(two, [
    ({ files }) => files.set("/home/source/b.md", "wrong"),
    (world) => {
      held = world.text("/home/dist/b/en/web.html");
      world.files.set("/home/source/a/en.md", "Alpha delta");
    },
    ({ files }) => files.set("/home/source/b.md", "Bravo"),
  ]);
  assert.is(held, "web Bravo");
  assert.equal(rounds, [
    "made a/en, b/en",
    "made nothing; b.md text-lost",
    "made a/en; b.md text-lost",
    "made b/en",
  ]);
});

test("should go on complaining of texts it does not build again", async () => {
  const files = { ...two, "/home/source/b.md": "warns" };
  const rounds = await run(files, [(world) => world.files.set("/home/source/a/en.md", "Alpha 2")]);
  assert.equal(rounds, [
    "made a/en, b/en; b.md link-dead; b.md typed-title",
    "made a/en; b.md link-dead",
  ]);
});

test("should see a change that comes while it builds", async () => {
  const rounds = await run({ ...two, "/home/source/b.md": "edits itself" }, [() => {}]);
  assert.equal(rounds, ["made a/en, b/en", "made b/en"]);
});

test("should try again what the disk refused", async () => {
  const world = memoryWorld(two);
  const { replace } = world;
  let isFull = true;
  world.replace = async (...file) => {
    if (isFull) throw Object.assign(new Error("full"), { code: "ENOSPC" });
    await replace(...file);
  };
  const rounds = await runIn(world, [
    () => {
      isFull = false;
      world.files.set("/home/source/a/en.md", "Alpha 2");
    },
  ]);
  assert.equal(rounds.slice(1), ["made a/en, b/en"]);
});

test("should write nothing to check, and say each time that it has", async () => {
  const world = memoryWorld(two);
  const rounds = await runIn(world, [({ files }) => files.set("/home/source/b.md", "Bravo 2")], {
    write: false,
  });
  assert.equal(rounds, ["made nothing", "made nothing"]);
  assert.equal(world.written, []);
});

test.run();

type Save = (world: MemoryWorld) => unknown;

function run(files: Files, saves: Array<Save | Save[]>, given: Partial<BuildOptions> = {}) {
  return runIn(memoryWorld(files), saves, given);
}

/** Watches until all saves are done; tells of each build what it made and the complaints there are. */
async function runIn(
  world: MemoryWorld,
  saves: Array<Save | Save[]>,
  given: Partial<BuildOptions> = {},
): Promise<string[]> {
  const end = new AbortController();
  for (const save of saves) world.saves.push([save].flat().map((step) => () => step(world)));
  world.saves.push([() => end.abort(130)]);
  const options = { inputs: ["source"], out: "dist", jobs: 2, write: true, ...out, ...given };
  const parts = { world, steps: (from: World) => fakes(world, from), signal: end.signal };
  const rounds: string[] = [];
  for await (const { made, files } of watch(parts, options)) {
    const editions = made.map(({ work, language }) => `${work}/${language}`).join(", ");
    const complaints = files.flatMap(({ path, messages }) =>
      messages
        .filter(({ ruleId }) => !/^translation-/.test(ruleId ?? ""))
        .map(({ ruleId }) => `; ${path.replace("/home/source/", "")} ${ruleId}`),
    );
    rounds.push(`made ${editions || "nothing"}${complaints.join("")}`);
  }
  return rounds;
}

function fakes(world: MemoryWorld, from: World): Steps {
  return {
    async readDocument(manuscript) {
      const { file, matter } = manuscript;
      const text = String(file);
      const image = /^image (.*)/.exec(text)?.[1];
      if (image && !(await from.stat(`${file.dirname}/${image}`)))
        complain(file, "image-missing", undefined, "There is no such file");
      else if (image) await from.read(`${file.dirname}/${image}`);
      if (text === "edits itself") world.files.set(file.path, "edited");
      const body = { type: "root" as const, children: [] };
      return { manuscript, matter, body, notes: [], places: {} };
    },
    checkDocument({ file }) {
      if (String(file) === "wrong") complain(file, "text-lost", undefined, "Wrong");
      if (String(file) !== "warns") return;
      complain(file, "link-dead", undefined, "A link");
      complain(file, "typed-title", undefined, "A title");
    },
    compareTranslation() {},
    async setEdition({ document, format, sheets }) {
      if (sheets?.profile) await from.read(`/home/${sheets.profile}`);
      return { html: `${format} ${document.manuscript.file}`, fonts: [] };
    },
    openPress: () => ({ warm: async () => {}, print: never, close: async () => {} }),
    finishPdf: never,
    makeCopy: never,
    drawPicture: never,
  };
}

function never(): never {
  throw new Error("nothing is printed");
}
