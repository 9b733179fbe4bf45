import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { decode, encode } from "jpeg-js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readDocument } from "../scripts/document/document.ts";
import { toHtml } from "../scripts/document/html.ts";
import { bareImage, profileOf } from "../scripts/document/images/bare-image.ts";
import { inspectImage } from "../scripts/document/images/image-file.ts";
import { photoSide } from "../scripts/document/images/photo-side.ts";
import { openPhotos } from "../scripts/photos/photos.ts";
import { shrink } from "../scripts/photos/shrink.ts";
import { manuscriptOf, messagesOf, pixel } from "./support/documents.ts";
import { makeEditions } from "./support/make-editions.ts";

const secret = "52.5 N, 13.4 E";
const turnedLeft = 6;

const bare = suite("photos: what an image says beside its picture");

bare(
  "should leave out of a JPEG where it was taken and what lies behind it, and keep its colours",
  () => {
    const plain = jpegOf(16, 8);
    const told = Buffer.concat([
      plain.subarray(0, 2),
      segment(0xe1, `Exif\0\0${secret}`),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`),
      segment(0xe2, "ICC_PROFILE\0\x01\x01colours"),
      segment(0xe2, `MPF\0${secret}`),
      segment(0xed, `Photoshop 3.0\0${secret}`),
      segment(0xfe, secret),
      plain.subarray(2),
      Buffer.from(secret),
    ]);
    const left = bareImage(told, "image/jpeg");
    assert.not.ok(left.includes(secret));
    assert.equal(profileOf(left), profileOf(told));
    assert.is(profileOf(left).length, 1);
    assert.equal(decode(left).data, decode(plain).data);
    assert.is(bareImage(left, "image/jpeg").compare(left), 0);
  },
);

bare("should keep how a JPEG is turned, and nothing else of what its camera says", () => {
  const left = bareImage(turned(16, 8), "image/jpeg", turnedLeft);
  assert.equal(sizeOf(left), [8, 16]);
  assert.not.ok(left.includes(secret));
});

bare("should leave out of a PNG what it says in words", () => {
  const chunk = (name: string, text: string) => pngChunk(name, Buffer.from(text));
  const told = Buffer.concat([
    pixel.slice(0, 33),
    ...["tEXt", "zTXt", "iTXt", "eXIf", "tIME"].map((name) => chunk(name, secret)),
    chunk("gAMA", "abcd"),
    pixel.slice(33),
    Buffer.from(secret),
  ]);
  const left = bareImage(told, "image/png");
  assert.not.ok(left.includes(secret));
  assert.ok(left.includes("gAMAabcd"));
  assert.is(left.length, pixel.length + 16);
});

bare("should leave out of a WebP what its camera says, and say that it isn't there", () => {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
  };
  const riff = (...chunks: Buffer[]) => {
    const body = Buffer.concat([Buffer.from("WEBP"), ...chunks]);
    return chunk("RIFF", body);
  };
  const features = (flags: number) => chunk("VP8X", Buffer.from([flags, ...Array(9).fill(0)]));
  const picture = chunk("VP8L", Buffer.from("picture"));
  const said = [chunk("EXIF", Buffer.from(secret)), chunk("XMP ", Buffer.from(secret))];
  const left = bareImage(riff(features(0x2c), picture, ...said), "image/webp");
  assert.equal(left, riff(features(0x20), picture));
});

bare("should leave out of a GIF what it says in words, and keep how it moves", () => {
  const block = (label: number, ...parts: string[]) =>
    Buffer.concat([
      Buffer.from([0x21, label]),
      ...parts.map((part) => Buffer.from(`${String.fromCharCode(part.length)}${part}`, "latin1")),
      Buffer.from([0]),
    ]);
  const head = Buffer.from("GIF89a\x01\x00\x01\x00\x80\0\0abcdef", "latin1");
  const delay = block(0xf9, "\0\x0a\0\0");
  const picture = Buffer.from("2c00000000010001000002024c3b00", "hex");
  const loop = block(0xff, "NETSCAPE2.0", "\x01\0\0");
  const profile = block(0xff, "ICCRGBG1012", "colours");
  const end = Buffer.from([0x3b]);
  const told = [
    block(0xfe, secret, secret),
    block(0xff, "XMP DataXMP", secret),
    block(0x01, "abcdefghijkl", secret),
  ];
  const file = [head, loop, profile, ...told, delay, picture, ...told, delay, picture, end];
  const left = bareImage(Buffer.concat([...file, Buffer.from(secret)]), "image/gif");
  const kept = [head, loop, profile, delay, picture, delay, picture, end];
  assert.is(left.toString("latin1"), Buffer.concat(kept).toString("latin1"));
});

bare("should leave out of a drawing what its program notes for itself", () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" sodipodi:docname="${secret}.svg" width="1" height="1">
    <!-- ${secret} --><metadata id="m">${secret}</metadata><svg:metadata>${secret}</svg:metadata><metadata />
    <path inkscape:export-filename='/home/${secret}.png' d="M0 0"/><text>inkscape:label="kept"</text></svg>`;
  const left = bareImage(Buffer.from(drawing), "image/svg+xml").toString();
  assert.not.match(left, secret);
  assert.match(left, '<path d="M0 0"/><text>inkscape:label="kept"</text></svg>');
  const styled = `<svg><style><![CDATA[<!-- a {} -->]]></style></svg>`;
  assert.is(bareImage(Buffer.from(styled), "image/svg+xml").toString(), styled);
});

bare.run();

const smaller = suite("photos: how large they are");

smaller("should make photographs the smaller the more there are", () => {
  const photo = { width: 4032, height: 3024 };
  const side = (photos: number, others = 0) =>
    photoSide(Array(photos).fill(photo), Array(others).fill(photo));
  assert.equal([side(1), side(14), side(20), side(30), side(40)], [3000, 3000, 2400, 2000, 1600]);
  assert.equal([side(2, 7), side(1, 20), side(300)], [3000, 1600, 1600]);
});

smaller("should take the mean of what a pixel covers", () => {
  const line = [0, 30, 60, 90, 120].flatMap((value) => [value, value + 1, 255, 0]);
  const data = Uint8ClampedArray.from([...line, ...line]);
  const { width, height, data: made } = shrink({ width: 5, height: 2, data }, 2);
  assert.equal([width, height], [2, 1]);
  assert.equal([...made], [24, 25, 255, 255, 96, 97, 255, 255]);
  const few = { width: 5, height: 2, data };
  assert.is(shrink(few, 5), few);
});

smaller(
  "should write a photograph upright, in its number of colours, the same every time",
  async () => {
    const photo = turned(64, 32);
    const made = await openPhotos().smaller(photo, { side: 32, isGrey: false });
    assert.equal(made, await openPhotos().smaller(photo, { side: 32, isGrey: false }));
    const { width, height, data } = decode(made as Uint8Array);
    assert.equal([width, height], [16, 32]);
    // Red on the left lies on top when the picture is turned to the right.
    const red = (y: number) => data[(y * 16 + 8) * 4] as number;
    assert.ok(red(4) > 200 && red(27) < 50, `${red(4)} ${red(27)}`);
    const grey = await openPhotos().smaller(photo, { side: 32, isGrey: true });
    assert.ok((grey as Uint8Array).length < (made as Uint8Array).length);
    assert.is(await openPhotos().smaller(pixel, { side: 32, isGrey: false }), undefined);
  },
);

smaller(
  "should put photographs that lie on their side in upright, with their colours, and say which are smaller",
  async () => {
    const lying = withProfile(turned(64, 32));
    const long = withProfile(jpegOf(5000, 10));
    const files: Record<string, Buffer> = {
      "a.jpg": lying,
      "b.jpg": long,
      "c.jpg": jpegOf(20, 10),
    };
    const { smaller } = openPhotos();
    const manuscript = manuscriptOf("![A](a.jpg)\n\n![B](b.jpg)\n\n![C](c.jpg)\n", { title: "T" });
    const read = async (path: string) => files[path] as Buffer;
    const { body } = await readDocument(manuscript, { read, smaller });
    const shown = [...toHtml(body).matchAll(/image\/jpeg;base64,([^"]+)"/g)].map(([, text = ""]) =>
      Buffer.from(text, "base64"),
    );
    assert.equal(shown.map(sizeOf), [
      [32, 64],
      [3000, 6],
      [20, 10],
    ]);
    assert.equal(
      shown.map((photo) => profileOf(photo).length),
      [1, 1, 0],
    );
    assert.is(shown[2]?.compare(bareImage(files["c.jpg"] as Buffer, "image/jpeg")), 0);
    assert.match(
      messagesOf(manuscript.file),
      /^3:1 info image-reduced: This photograph is .* 3000 pixels/m,
    );
    assert.is(messagesOf(manuscript.file).match(/image-reduced/g)?.length, 1);
  },
);

smaller("should leave a photograph as it is that can't be read again", async () => {
  const photo = turned(64, 32);
  const manuscript = manuscriptOf("![A](a.jpg)\n", { title: "T" });
  const { body } = await readDocument(manuscript, {
    read: async () => photo,
    smaller: async () => undefined,
  });
  assert.match(toHtml(body), bareImage(photo, "image/jpeg", turnedLeft).toString("base64"));
  assert.match(toHtml(body), /width="32" height="64"/);
});

smaller("should say at its line that a photograph is damaged in its midst", async () => {
  const whole = noise(640, 480);
  const cut = Buffer.concat([whole.subarray(0, 30_000), whole.subarray(31_000)]);
  const wrong = Buffer.from(whole);
  wrong.fill("handbill", 30_000, 30_200);
  const files: Record<string, Buffer> = {
    "whole.jpg": whole,
    "cut.jpg": cut,
    "wrong.jpg": wrong,
    // As some cameras write them.
    "filled.jpg": Buffer.concat([whole.subarray(0, -2), Buffer.alloc(8), whole.subarray(-2)]),
  };
  const photos = openPhotos();
  const text = Object.keys(files).map((name) => `![A](${name})\n`);
  const manuscript = manuscriptOf(text.join("\n"), { title: "T" });
  const read = async (path: string) => files[path] as Buffer;
  await readDocument(manuscript, { read, ...photos });
  assert.equal(messagesOf(manuscript.file).match(/\d+:1 warning image-damaged: .*?”/g), [
    "3:1 warning image-damaged: The photograph “cut.jpg”",
    "5:1 warning image-damaged: The photograph “wrong.jpg”",
  ]);
  assert.not(await photos.isDamaged(whole));
  // Also of one that was made smaller before, whose pixels are not read again.
  await photos.smaller(wrong, { side: 32, isGrey: false });
  assert.ok(await photos.isDamaged(wrong));
});

smaller("should say of images that nothing makes smaller how large they make PDFs", async () => {
  const noisy = Buffer.alloc(3_000_000).map((_, index) => (index * 2_654_435_761) >>> 24);
  const png = (width: number, height: number) =>
    Buffer.concat([pngHead(width, height), pngChunk("IDAT", Buffer.from(noisy)), pngChunk("IEND")]);
  const files: Record<string, Buffer> = {
    "a.png": png(6000, 4000),
    "b.png": png(6000, 5000),
    "c.png": Buffer.from(pixel),
    "d.jpg": jpegOf(5000, 2000),
  };
  const text = "![A](a.png)\n\n![A2](./a.png)\n\n![B](b.png)\n\n![C](c.png)\n\n![D](d.jpg)\n";
  const manuscript = manuscriptOf(text, { title: "T" });
  await readDocument(manuscript, { read: async (path) => files[path] as Buffer });
  assert.match(
    messagesOf(manuscript.file),
    /^1:1 warning image-heavy: This image and 1 more make each PDF about 12 megabytes larger/m,
  );
  assert.is(messagesOf(manuscript.file).match(/image-heavy/g)?.length, 1);
  // Colours of a palette take little more in a PDF.
  const inPalette = png(12_000, 6000);
  inPalette[25] = 3;
  const other = manuscriptOf("![A](a.png)\n", { title: "T" });
  await readDocument(other, { read: async () => inPalette });
  assert.not.match(messagesOf(other.file), /image-heavy|unreadable/);
});

smaller("should do a photograph once, and as well after a damaged one", async () => {
  const photos = openPhotos();
  const wanted = { side: 32, isGrey: false };
  assert.is(await photos.smaller(pixel, wanted), undefined);
  const made = await photos.smaller(jpegOf(64, 32), wanted);
  assert.is(await photos.smaller(jpegOf(64, 32), wanted), made);
  assert.equal(await openPhotos().smaller(jpegOf(64, 32), wanted), made);
  const other = await photos.smaller(jpegOf(64, 32), { ...wanted, side: 16 });
  assert.equal(sizeOf(other as Uint8Array), [16, 8]);
});

smaller("should hold no more files than fit into memory", async () => {
  const film = Buffer.concat([jpegOf(8, 8), Buffer.alloc(60_000_000)]);
  const names = [...Array.from({ length: 20 }, (_, index) => `${index}`), "small"];
  const text = names.map((name) => `![A](${name}.jpg)\n`).join("\n");
  const manuscript = manuscriptOf(text, { title: "T" });
  await readDocument(manuscript, {
    read: async (path) => (path === "small.jpg" ? jpegOf(8, 8) : film),
  });
  const told = messagesOf(manuscript.file).match(/image-size: The image “\w+/g);
  assert.equal(
    told,
    [16, 17, 18, 19].map((index) => `image-size: The image “${index}`),
  );
});

smaller("should write anew photographs that are too long, in their number of colours", async () => {
  const long = jpegOf(3001, 8);
  const tables = segment(0xc4, "0123456789");
  const files: Record<string, Buffer> = {
    "colours.jpg": long,
    "greys.jpg": withComponents(long, 1),
    "inks.jpg": withComponents(long, 4),
    "tables.jpg": Buffer.concat([long.subarray(0, 2), tables, long.subarray(2)]),
    "fits.jpg": jpegOf(3000, 8),
  };
  const asked: string[] = [];
  const text = Object.keys(files).map((name) => `![A](${name})\n`);
  await readDocument(manuscriptOf(text.join("\n"), { title: "T" }), {
    read: async (path) => files[path] as Buffer,
    smaller: async (bytes, { side, isGrey }) => {
      const [name] = Object.entries(files).find(([, file]) => file.equals(bytes)) ?? [];
      asked.push(`${name} ${side}${isGrey ? " grey" : ""}`);
      return undefined;
    },
  });
  assert.equal(asked, ["colours.jpg 3000", "greys.jpg 3000 grey", "tables.jpg 3000"]);
});

smaller("should tell all photographs that were made smaller in one message", async () => {
  const manuscript = manuscriptOf("![A](a.jpg)\n\n![B](b.jpg)\n\n![C](c.jpg)\n", { title: "T" });
  const files: Record<string, Buffer> = { "a.jpg": jpegOf(3001, 8), "b.jpg": jpegOf(3002, 8) };
  const read = async (path: string) => files[path] ?? jpegOf(20, 10);
  await readDocument(manuscript, { read, smaller: async () => jpegOf(1500, 4) });
  const told = messagesOf(manuscript.file).match(/image-reduced: .*/g);
  assert.is(told?.length, 1);
  assert.match(told?.[0] ?? "", /^image-reduced: This photograph and 1 more are /);
});

smaller("should hold no more pixels than a browser holds, and take what still fits", async () => {
  const large = Buffer.from(pixel);
  large.writeUInt32BE(9000, 16);
  large.writeUInt32BE(8000, 20);
  const text = ["0", "1", "2", "small"].map((name) => `![A](${name}.png)\n`).join("\n");
  const manuscript = manuscriptOf(text, { title: "T" });
  await readDocument(manuscript, {
    read: async (path) => (path === "small.png" ? pixel : large),
  });
  const told = messagesOf(manuscript.file).match(/image-size: The image “\w+/g);
  assert.equal(told, ["image-size: The image “2"]);
});

smaller("should print a photograph that lies on its side as a photograph", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handbill-photos-"));
  try {
    await mkdir(join(folder, "source"));
    await writeFile(join(folder, "source", "a.jpg"), turned(640, 320));
    const text = "---\ntitle: Alpha\nstatus: final\n---\n\n![Bravo](a.jpg)\n";
    await writeFile(join(folder, "source", "text.md"), text);
    const [made] = await makeEditions([join(folder, "source", "text.md")], join(folder, "out"), [
      "handout",
    ]);
    const document = await PDFDocument.load(await readFile(made?.file ?? ""));
    const filters = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFRawStream)) return [];
      const isImage = object.dict.get(PDFName.of("Subtype")) === PDFName.of("Image");
      return isImage ? [String(object.dict.get(PDFName.of("Filter")))] : [];
    });
    assert.equal(filters, ["/DCTDecode"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

smaller.run();

/** A photograph of nothing that packs well. */
function noise(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4).map((_, index) => (index * 2_654_435_761) >>> 24);
  return encode({ width, height, data }, 90).data;
}

/** A photograph, its left half red and its right half blue. */
/** Signature and header of a PNG in red, green and blue. */
function pngHead(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from(pixel).subarray(0, 8), pngChunk("IHDR", header)]);
}

function pngChunk(name: string, data = Buffer.alloc(0)): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
}

function jpegOf(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at++) {
    const isLeft = at % width < width / 2;
    data.set(isLeft ? [255, 0, 0] : [0, 0, 255], at * 4);
  }
  return Buffer.from(encode({ width, height, data }, 90).data);
}

/** The same as a camera keeps it that was held on its side. */
function turned(width: number, height: number): Buffer {
  const plain = jpegOf(width, height);
  const tiff = Buffer.from(
    `4d4d002a0000000800010112000300000001000${turnedLeft}000000000000`,
    "hex",
  );
  const exif = segment(0xe1, `Exif\0\0${tiff.toString("latin1")}${secret}`);
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)]);
}

function withProfile(jpeg: Buffer): Buffer {
  const profile = segment(0xe2, "ICC_PROFILE\0\x01\x01colours");
  return Buffer.concat([jpeg.subarray(0, 2), profile, jpeg.subarray(2)]);
}

/** The same, of which its frame says that it has so many colours. */
function withComponents(jpeg: Buffer, count: number): Buffer {
  const told = Buffer.from(jpeg);
  told[told.indexOf(Buffer.from([0xff, 0xc0])) + 9] = count;
  return told;
}

function segment(marker: number, text: string): Buffer {
  const length = text.length + 2;
  return Buffer.concat([
    Buffer.from([0xff, marker, length >> 8, length & 0xff]),
    Buffer.from(text, "latin1"),
  ]);
}

function sizeOf(bytes: Uint8Array): [number, number] {
  const image = inspectImage(bytes);
  assert.not.ok("rule" in image);
  const { width, height } = image as { width: number; height: number };
  return [width, height];
}
