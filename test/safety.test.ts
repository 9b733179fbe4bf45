import type { Element, Root as HastRoot } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { h } from "hastscript";
import { encode } from "jpeg-js";
import { visit } from "unist-util-visit";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { composeEdition } from "../scripts/document/edition/edition.ts";
import { inspectImage } from "../scripts/document/images/image-file.ts";
import { schema } from "../scripts/document/schema.ts";
import { formats } from "../scripts/tables/formats.ts";
import { languageRow } from "../scripts/tables/languages.ts";
import { imagesOf, manuscriptOf, pixel } from "./support/documents.ts";
import { fixture } from "./support/fixtures.ts";

const styles = { paged: [], plain: [] };
const images = imagesOf({ "alpha.png": pixel });

/** What the page around the text is made of. */
const furniture = ["html", "head", "body", "main", "header", "section", "meta", "title"];
const elements = new Set([...furniture, ...(schema.tagNames ?? [])]);
// Boxes to tick become signs.
elements.delete("input");
const attributes = new Set([
  ...["align", "alt", "ariaHidden", "ariaLabel", "ariaLabelledBy", "className", "colSpan"],
  ...["dataGenerated", "dataKind", "dataPlace", "dataStatus", "dateTime", "dir", "height"],
  ...[
    "href",
    "id",
    "lang",
    "reversed",
    "role",
    "rowSpan",
    "scope",
    "src",
    "start",
    "title",
    "type",
  ],
  ...["value", "width", "charSet", "name", "content"],
]);
const classes = new Set([
  "web",
  "title-block",
  "status",
  "organisations",
  "notes",
  "note",
  "noteref",
  "mark",
  "keep",
  "page-break",
]);

async function compose(text: string): Promise<HastRoot> {
  const manuscript = manuscriptOf(text, { title: "Alpha", status: "draft" });
  const document = await readDocument(manuscript, images);
  return composeEdition(document, {
    format: formats.web,
    language: languageRow("en").row,
    styles,
  });
}

function faultsOf(page: HastRoot): string[] {
  const faults: string[] = [];
  visit(page, (node) => {
    if (node.type === "comment") faults.push("comment");
    if (node.type !== "element") return;
    if (!elements.has(node.tagName)) faults.push(`<${node.tagName}>`);
    if (isScroller(node) || isBox(node)) return;
    for (const [name, value] of Object.entries(node.properties)) {
      if (value === undefined || value === null) continue;
      if (!attributes.has(name)) faults.push(`<${node.tagName} ${name}>`);
      if (name === "href" && !/^(?:https?:\/\/|mailto:|tel:|#)/i.test(String(value)))
        faults.push(`href ${value}`);
      if (
        name === "src" &&
        !/^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,/.test(String(value))
      )
        faults.push(`src ${value}`);
      if (name === "className")
        for (const one of value as string[]) if (!classes.has(one)) faults.push(`.${one}`);
    }
  });
  return faults;
}

/** Whether an element is the box that we put round a table, and no other says so of itself. */
function isScroller({ properties, children }: Element): boolean {
  const { ariaLabel, ariaLabelledBy, ...others } = properties;
  const [table] = children;
  return (
    JSON.stringify(others) === '{"className":["scroller"],"role":"group","tabIndex":0}' &&
    children.length === 1 &&
    table?.type === "element" &&
    table.tagName === "table"
  );
}

/** Whether an element is the sign that we make of a box to tick. */
function isBox({ properties, children }: Element): boolean {
  const { ariaLabel, dataChecked, id, ...others } = properties;
  return JSON.stringify(others) === '{"className":["box"],"role":"img"}' && children.length === 0;
}

/** What only we may make, counted. */
function ours(page: HastRoot): string {
  const seen: string[] = [];
  visit(page, "element", (node: Element) => {
    if (isScroller(node) || isBox(node)) return;
    const { className, dataStatus, role } = node.properties;
    for (const one of (className ?? []) as string[])
      if (one !== "keep" && one !== "page-break") seen.push(`${node.tagName}.${one}`);
    if (dataStatus) seen.push(`status ${dataStatus}`);
    if (role) seen.push(`role ${role}`);
    if ("dataGenerated" in node.properties) seen.push(`generated ${textOf(node)}`);
  });
  return seen.join(", ");
}

const safety = suite("safety");
const vectors = fixture("safety/vectors.md").split(/\n%%\n/);

for (const [index, vector] of vectors.entries()) {
  safety(`should let nothing through from vector ${index + 1}`, async () => {
    const page = await compose(`Bravo.\n\n${vector}\n\nCharlie.\n`);
    const plain = await compose("Bravo.\n");
    assert.equal(faultsOf(page), [], vector);
    assert.is(ours(page), ours(plain), vector);
    assert.match(textOf(page), /Bravo\./, vector);
  });
}

safety("should see what gets through", () => {
  const page = h(null, [h("p.status", { onClick: "x" }, h("script")), h("a", { href: "data:x" })]);
  assert.equal(faultsOf(page), ["<p onClick>", "<script>", "href data:x"]);
  assert.is(ours(page), "p.status");
  const box = h(null, [h("div.scroller", { role: "group", tabIndex: 0 }, "x")]);
  assert.equal(faultsOf(box), [".scroller", "<div tabIndex>"]);
});

safety("should keep ids unique whatever the text claims", async () => {
  const page = await compose(
    '<p id="notes">a</p>\n<p id="note-1">b</p>\n<p id="note-1">c</p>\n\n## Notes\n\n## at-notes\n\nBravo[^1].\n\n[^1]: Note.\n',
  );
  const ids: unknown[] = [];
  visit(page, "element", ({ properties }) => {
    if (properties.id !== undefined) ids.push(properties.id);
  });
  assert.equal(ids, [...new Set(ids)]);
});

safety.run();

const drawings = suite("drawings");
const svg = (inside: string, before = "") =>
  new TextEncoder().encode(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="4" height="4">${inside}</svg>`,
  );

drawings("should take a plain one", () => {
  const plain = svg(
    '<defs><linearGradient id="a"/></defs><rect width="4" height="4" fill="url(#a)"/><use href="#a"/>',
  );
  assert.equal(inspectImage(plain), { type: "image/svg+xml", width: 4, height: 4, turn: 1 });
});

const unsafe: Record<string, Uint8Array> = {
  script: svg("<script>alpha()</script>"),
  "script in a prefix": svg("<svg:script>alpha()</svg:script>"),
  handler: svg('<rect onload="alpha()"/>'),
  "foreign object": svg("<foreignObject><p>alpha</p></foreignObject>"),
  "outside image": svg('<image href="https://example.org/a.png"/>'),
  "outside image by prefix": svg('<image xlink:href="http://example.org/a.png"/>'),
  "address in references": svg('<image href="&#104;ttps://example.org/a.png"/>'),
  "outside paint": svg('<rect fill="url(https://example.org/a#b)"/>'),
  import: svg("<style>@import 'https://example.org/a.css';</style>"),
  "outside paint in references": svg('<rect fill="&#117;r&#x6C;(https://example.org/a#b)"/>'),
  "set of images": svg("<style>rect{mask:image-set('https://example.org/a' 1x)}</style>"),
  "escaped style": svg("<style>rect{fill:u\\72l(https://example.org/a)}</style>"),
  "document type": svg("", '<!DOCTYPE svg [<!ENTITY a "b">]>'),
  instruction: svg("", '<?xml-stylesheet href="https://example.org/a.css"?>'),
  "program in it": svg("<?php alpha() ?>"),
  "letter that is not UTF-8": Buffer.concat([svg("<!--"), Buffer.from([0xff, 0x2d, 0x2d, 0x3e])]),
};

for (const [name, bytes] of Object.entries(unsafe)) {
  drawings(`should refuse one with a ${name}`, () => {
    assert.is((inspectImage(bytes) as { rule?: string }).rule, "image-unsafe");
  });
}

const broken: Record<string, Uint8Array> = {
  "end that is missing": svg("<g>"),
  "end of another": svg("<g></b>"),
  "value without quotes": svg("<g id=a/>"),
  "value given twice": svg('<g id="a" id="b"/>'),
  "prefix that nobody declared": svg('<g inkscape:label="a"/>'),
  "sign of its own": svg("<text>a & b</text>"),
  "name that only HTML knows": svg("<text>a&nbsp;b</text>"),
  "word behind it": Buffer.concat([svg(""), Buffer.from("a")]),
  "declaration that is not first": svg('<?xml version="1.0"?>'),
};

for (const [name, bytes] of Object.entries(broken)) {
  drawings(`should refuse one that no browser reads for a ${name}`, () => {
    assert.equal(inspectImage(bytes), {
      rule: "image-unreadable",
      reason: "is a drawing with a fault in its line 1, so that no program can show it",
    });
  });
}

drawings("should read whatever XML allows", () => {
  const inside = `<g id='a>b' a:b="&#x41;&amp;"><!-- <g> --><text>a]]&gt;<![CDATA[<b>&]]></text></g >\n`;
  const one = svg(
    `<g xmlns:a="https://example.org">${inside}</g>`,
    '\uFEFF<?xml version="1.0"?>\n',
  );
  assert.not("rule" in inspectImage(one));
});

drawings("should refuse one that repeats itself without end", () => {
  const level = (depth: number) =>
    `<g id="a${depth}">${`<use href="#a${depth - 1}"/>`.repeat(10)}</g>`;
  const levels = (count: number) => Array.from({ length: count }, (_, depth) => level(depth + 1));
  const bomb = (count: number) => svg(`<rect id="a0"/>${levels(count).join("")}`);
  assert.not("rule" in inspectImage(bomb(4)));
  assert.is((inspectImage(bomb(9)) as { rule?: string }).rule, "image-unsafe");
  const fills = (depth: number) =>
    `<pattern id="p${depth}">${`<rect fill="url(#p${depth - 1})"/>`.repeat(10)}</pattern>`;
  const filled = Array.from({ length: 9 }, (_, depth) => fills(depth + 1)).join("");
  assert.is((inspectImage(svg(filled)) as { rule?: string }).rule, "image-unsafe");
  const styles = Array.from({ length: 9 }, (_, at) => `.c${at + 1}{fill:url(#p${at})}`).join("\n");
  const styled = (depth: number) =>
    `<pattern id="p${depth}">${`<rect class="a c${depth}"/>`.repeat(10)}</pattern>`;
  const dressed = Array.from({ length: 10 }, (_, depth) => styled(depth)).join("");
  const sheet = `<style><![CDATA[${styles}]]></style>`;
  assert.is((inspectImage(svg(sheet + dressed)) as { rule?: string }).rule, "image-unsafe");
  assert.not("rule" in inspectImage(svg(dressed)));
  assert.not("rule" in inspectImage(svg('<g id="a"><use href="#a"/></g>')));
});

drawings("should refuse one that fills, marks or filters without end", () => {
  const inGroups = Array.from(
    { length: 9 },
    (_, depth) =>
      `<pattern id="p${depth + 1}"><g fill="url(#p${depth})">${"<rect/>".repeat(10)}</g></pattern>`,
  ).join("");
  const dots = `<marker id="m">${"<circle/>".repeat(100)}</marker>`;
  const corners = (count: number) =>
    svg(`${dots}<g marker-mid="url(#m)"><path d="M0 0${"L1 1".repeat(count)}"/></g>`);
  const blurred = (count: number) =>
    svg(
      `<filter id="f"><feGaussianBlur/></filter>${'<g filter="url(#f)"><rect/></g>'.repeat(count)}`,
    );
  for (const bomb of [svg(inGroups), corners(5000), blurred(600)])
    assert.match((inspectImage(bomb) as { reason?: string }).reason ?? "", /too long to draw/);
  for (const plain of [corners(500), blurred(300)]) assert.not("rule" in inspectImage(plain));
});

drawings("should look into the pictures it holds", () => {
  const holding = (bytes: Uint8Array) =>
    svg(`<image href="data:image/png;base64,${Buffer.from(bytes).toString("base64")}"/>`);
  assert.not("rule" in inspectImage(holding(pixel)));
  assert.equal(inspectImage(holding(pixel.slice(0, 40))), {
    rule: "image-unreadable",
    reason: "holds a picture that is cut off at its end",
  });
});

drawings.run();

const pictures = suite("pictures");

pictures("should refuse one with too many pixels by its header alone", () => {
  const huge = Uint8Array.from(pixel);
  const view = new DataView(huge.buffer);
  view.setUint32(16, 100_000);
  view.setUint32(20, 1000);
  assert.is((inspectImage(huge) as { rule?: string }).rule, "image-size");
});

pictures("should refuse what is no picture", () => {
  for (const bytes of [new Uint8Array(), new TextEncoder().encode("%PDF-1.7"), pixel.slice(0, 12)])
    assert.is((inspectImage(bytes) as { rule?: string }).rule, "image-unreadable");
});

pictures("should say what an image is that cannot be printed", () => {
  for (const [start, reason] of [
    [
      "\0\0\0\x18ftypheic",
      "is a HEIC picture, as iPhones make them, not PNG, JPEG, GIF, WebP or SVG",
    ],
    ["\0\0\0\x1cftypavif", "is an AVIF picture, not PNG, JPEG, GIF, WebP or SVG"],
    ["II*\0\x08", "is a TIFF picture, not PNG, JPEG, GIF, WebP or SVG"],
    ["%PDF-1.7", "is a PDF, not PNG, JPEG, GIF, WebP or SVG"],
    ["<!DOCTYPE html>\n", "is a page of the web, not PNG, JPEG, GIF, WebP or SVG"],
    ["", "is empty: nothing was saved in it"],
    ["hello", "is no PNG, JPEG, GIF, WebP or SVG file"],
  ] as const)
    assert.is((inspectImage(Buffer.from(start, "latin1")) as { reason?: string }).reason, reason);
});

pictures("should say whether what can't be read is outside, too large or not there", async () => {
  const refusals: Record<string, string | undefined> = {
    "link.png": "path-outside",
    "huge.png": "file-size",
    "gone.png": undefined,
  };
  const text = Object.keys(refusals).map((name) => `![A](${name})\n`);
  const manuscript = manuscriptOf(text.join("\n"), { title: "T" });
  await readDocument(manuscript, {
    async read(path) {
      throw Object.assign(new Error("so it is"), { rule: refusals[path] });
    },
  });
  const rules = manuscript.file.messages.map(({ ruleId }) => ruleId);
  assert.equal(rules, ["image-outside", "image-size", "image-missing"]);
});

pictures("should refuse a JPEG or a WebP that was cut off", () => {
  const webp = Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");
  for (const [whole, said] of [
    [jpeg(), { type: "image/jpeg", components: 3 }],
    [webp, { type: "image/webp" }],
  ] as const) {
    const { width, height, ...rest } = inspectImage(whole) as { width: number; height: number };
    assert.equal(rest, { ...said, turn: 1 });
    assert.ok(width >= height);
    const cut = whole.subarray(0, whole.length - 2);
    assert.is((inspectImage(cut) as { reason?: string }).reason, "is cut off at its end");
  }
});

pictures("should measure a photograph as it is seen, not as it lies", () => {
  for (const [orientation, width, height] of [
    [1, 2, 1],
    [4, 2, 1],
    [5, 1, 2],
    [8, 1, 2],
  ] as const)
    assert.equal(inspectImage(jpeg(orientation)), {
      type: "image/jpeg",
      width,
      height,
      turn: orientation,
      components: 3,
    });
});

pictures("should refuse what has a beginning and an end and no picture between", () => {
  const png = Buffer.from(pixel);
  const data = png.indexOf("IDAT");
  const none = Buffer.concat([png.subarray(0, data - 4), png.subarray(data + 21)]);
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAAOw==", "base64");
  const webp = Buffer.from("UklGRhYAAABXRUJQVlA4WAoAAAAAAAAAAAAAAAAA", "base64");
  const whole = Buffer.from(encode({ data: new Uint8Array(4 * 4096), width: 64, height: 64 }).data);
  const scan = whole.indexOf(Buffer.from([0xff, 0xda]));
  const photo = Buffer.concat([whole.subarray(0, scan + 14), whole.subarray(whole.length - 2)]);
  for (const bytes of [none, webp, photo])
    assert.is((inspectImage(bytes) as { reason?: string }).reason, "has no picture in it");
  assert.is((inspectImage(gif) as { rule?: string }).rule, "image-unreadable");
});

pictures("should refuse a PNG whose pixels are damaged or too few", () => {
  const damaged = Buffer.from(pixel);
  damaged.fill(0xff, damaged.indexOf("IDAT") + 6, damaged.indexOf("IEND") - 8);
  assert.is((inspectImage(damaged) as { reason?: string }).reason, "is damaged");
  const taller = Buffer.from(pixel);
  taller.writeUInt32BE(9, 20);
  assert.is((inspectImage(taller) as { reason?: string }).reason, "is cut off at its end");
});

pictures("should not take the end of a photograph's own preview for its end", () => {
  const preview = Buffer.from("ffe10006ffd8ffd9", "hex");
  const whole = Buffer.from(jpeg());
  const cut = Buffer.concat([whole.subarray(0, 2), preview, whole.subarray(2, whole.length - 2)]);
  assert.is((inspectImage(cut) as { reason?: string }).reason, "is cut off at its end");
});

pictures("should refuse a GIF wherever it was cut off", () => {
  const base64 = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  const gif = Uint8Array.from(Buffer.from(base64, "base64"));
  assert.equal(inspectImage(gif), { type: "image/gif", width: 1, height: 1, turn: 1 });
  for (let length = 14; length < gif.length; length++)
    assert.is((inspectImage(gif.slice(0, length)) as { rule?: string }).rule, "image-unreadable");
});

pictures.run();

/** Two pixels beside each other; `orientation` as cameras say it (Exif 2.3, tag 0x0112). */
function jpeg(orientation = 1): Uint8Array {
  const { data } = encode({ data: new Uint8Array(8), width: 2, height: 1 });
  const exif = Buffer.from(
    `ffe10022457869660000${"49492a0008000000"}0100${`1201030001000000${`0${orientation}`}000000`}00000000`,
    "hex",
  );
  return Buffer.concat([data.subarray(0, 2), exif, data.subarray(2)]);
}
