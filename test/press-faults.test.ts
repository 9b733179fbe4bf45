import { crc32, deflateSync } from "node:zlib";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openPress } from "../scripts/press/press.ts";
import { formats } from "../scripts/tables/formats.ts";
import { filler, job, layOut, press } from "./support/pages.ts";

const test = suite("press: faults");
test.after(() => press.close());

test("should print an image of almost as many pixels as one may have", async () => {
  const [width, height] = [8800, 9000];
  const { faults, pdf } = await layOut({ body: image("png", blackPng(width, height)) });
  assert.equal(faults, []);
  assert.match(Buffer.from(pdf).toString("latin1"), `/Width ${width}\n`);
});

test("should name an image that the browser cannot draw", async () => {
  const broken = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g></svg>';
  const body = `<p>Alpha.</p>${image("svg+xml", Buffer.from(broken))}`;
  const fault = {
    rule: "image-unreadable",
    reason: "the image “Beta” is damaged and cannot be drawn",
    note: "Save it again as PNG or JPEG.",
    place: "2:1",
  };
  assert.equal((await layOut({ body })).faults, [fault]);
  const poster = { ...job({ body }), format: formats.poster };
  assert.equal((await press.print(poster)).faults, [fault]);
});

test("should stop a document that takes too long, say where, and print the next", async () => {
  const hasty = openPress({ jobs: 1, env: process.env, timeout: 1500 });
  const body = `<p>${filler(100)}</p>`.repeat(2000);
  const [fault] = (await hasty.print(job({ body }))).faults;
  assert.is(fault?.rule, "layout-slow");
  assert.match(fault?.reason ?? "", "not come to an end after 1.5 s");
  assert.match(fault?.place ?? "", /^\d+:1$/);
  assert.equal((await hasty.print(job({ body: "<p>alpha</p>" }))).faults, []);
  await hasty.close();
});

test.run();

function image(type: string, bytes: Uint8Array): string {
  const data = Buffer.from(bytes).toString("base64");
  return `<p><img alt="Beta" width="20" height="20" src="data:image/${type};base64,${data}"></p>`;
}

/** One bit a pixel: small, until it is drawn. */
function blackPng(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const parts: Array<[string, Buffer]> = [
    ["IHDR", header],
    ["IDAT", deflateSync(rows)],
    ["IEND", Buffer.alloc(0)],
  ];
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, ...parts.map(([name, data]) => chunk(name, data))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
