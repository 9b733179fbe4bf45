import { PDFDocument } from "@cantoo/pdf-lib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { build } from "../scripts/build/build.ts";
import { hasBackCover } from "../scripts/copies/back-cover.ts";
import { preflight } from "../scripts/preflight/preflight.ts";
import { realSteps } from "../scripts/steps/steps.ts";
import { copyNames } from "../scripts/tables/copies.ts";
import { type FormatRow, formatNames, formats, papers } from "../scripts/tables/formats.ts";
import { memoryWorld } from "./support/world-memory.ts";

const test = suite("copies");

const section = (title: string, words: number) =>
  `## ${title}\n\n${Array.from({ length: words }, (_, index) => `word${index}`).join(" ")}\n`;

test("should have a copy for screens of every format, made without being asked for", () => {
  for (const name of formatNames) {
    const { copies }: FormatRow = formats[name];
    assert.equal(copies.screen, { usual: true }, name);
  }
});

test("should make every copy of every format, whole, in a text that runs from the right too", async () => {
  const text = `---\ntitle: Alfa\n---\n\n${section("Bravo", 700)}\n${section("Charlie", 150)}`;
  const world = memoryWorld({
    "/home/en.md": text,
    "/home/he.md": text.replace("---\n", "---\nlang: he\n"),
  });
  const names = formatNames.filter((name) => formats[name].medium !== "screen");
  const { files, made } = await build(
    { world, steps: realSteps(world, "0") },
    {
      inputs: ["en.md", "he.md"],
      out: "dist",
      jobs: 2,
      write: true,
      formats: names,
      copies: [...copyNames],
    },
  );
  assert.equal(
    files
      .flatMap(({ messages }) => messages.filter(({ fatal }) => fatal !== undefined))
      .map(String),
    [],
  );
  assert.is(made.length, 2 * names.length);
  for (const { format, copies = [] } of made) {
    const row: FormatRow = formats[format];
    assert.equal(
      copies.map(({ copy }) => copy),
      copyNames.filter((name) => row.copies[name]),
    );
    for (const { file, pages, sheets } of copies) {
      const pdf = await PDFDocument.load(world.files.get(file) as Uint8Array);
      const sides = pdf.getPageCount();
      if (sheets === undefined) assert.is(sides, pages);
      else assert.ok(sides === sheets || sides === 2 * sheets);
      assert.is(world.files.has(file.replace(".pdf", ".svg")), sheets !== undefined, file);
    }
  }
});

test("should draw a picture of sheets as PNG, with words in it", async () => {
  const { drawPicture } = realSteps(memoryWorld({}), "0");
  const picture = (word: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30.5"><text y="20">${word}</text></svg>`;
  const [one, two] = [await drawPicture(picture("Alfa")), await drawPicture(picture(""))];
  const png = Buffer.from(one);
  assert.is(png.subarray(1, 4).toString(), "PNG");
  assert.equal([png.readUInt32BE(16), png.readUInt32BE(20)], [80, 62]);
  assert.not.ok(png.equals(two));
});

test("should refuse a leaflet that fills more than its panels", async () => {
  const world = memoryWorld({ "/home/en.md": `# Alfa\n\n${section("Bravo", 4000)}` });
  const options = { inputs: ["en.md"], out: "dist", jobs: 1, write: true };
  const { files } = await build(
    { world, steps: realSteps(world, "0") },
    { ...options, formats: ["leaflet"] },
  );
  assert.equal(world.written, []);
  const [message] = files.flatMap(({ messages }) => messages);
  assert.is(message?.ruleId, "format-too-long");
  assert.match(
    message?.reason ?? "",
    /^In the leaflet, the text fills \d+ pages, and there is room for 6$/,
  );
});

test("should keep the foot of every page off its edge, in deep scripts and with all that it may say", async () => {
  const matter = "status: draft\ntranslation: unreviewed\nversion: 12\nmodified: 2026-11-23";
  const tags = ["ar", "de", "km", "ur"];
  const world = memoryWorld(
    Object.fromEntries(
      tags.map((tag) => [
        `/home/${tag}.md`,
        `---\nlang: ${tag}\n${matter}\n---\n# Alfa\n\nBravo\n`,
      ]),
    ),
  );
  const formats = formatNames.filter((name) => name !== "web");
  const inputs = tags.map((tag) => `${tag}.md`);
  const { made } = await build(
    { world, steps: realSteps(world, "0") },
    { inputs, out: "dist", jobs: 2, write: true, formats, copies: ["screen"] },
  );
  assert.is(made.length, tags.length * formats.length);
  for (const { file } of made.flatMap(({ copies = [] }) => copies)) {
    const { findings } = await preflight(world.files.get(file) as Uint8Array);
    const near = findings.filter(({ rule }) => rule === "text-near-trim" || rule === "text-cut");
    assert.equal(
      near.map(({ reason }) => reason),
      [],
      file,
    );
  }
});

test("should make a leaflet's panels so that three fill a sheet", () => {
  for (const { leaflet, page } of Object.values(papers)) {
    assert.is(leaflet.height, page.width);
    const flap = page.height - 2 * leaflet.width;
    assert.ok(leaflet.width - flap >= 1 && leaflet.width - flap <= 2.001);
  }
});

test("should keep the last page for the back where a section begins on it, never where text runs on", () => {
  const call = {
    type: "element",
    tagName: "a",
    properties: { className: ["noteref"] },
    children: [{ type: "text", value: "1" }],
  };
  const heading = {
    type: "element",
    tagName: "h2",
    properties: {},
    children: [{ type: "text", value: "Who\u00ad ever" }, call],
  };
  const document = { body: { type: "root", children: [heading] } } as never;
  const last = (text: string) => [{ number: 1, notes: [], calls: [], text, foot: "" }];
  assert.ok(hasBackCover(last("Who ever\nwent on"), document));
  assert.not.ok(hasBackCover(last("went on"), document));
  assert.not.ok(hasBackCover(last(""), document));
});

test.run();
