// The colours of the phosphors, adapted to the white of D50 by the Bradford transform, and that transform: IEC 61966-2-1
// with ISO 15076-1, annex E. The middle of the curve is IEC 61966-2-1, 5.2, written as parametric curve 3.
const white = [0.9642, 1, 0.8249];
const red = [0.43607, 0.22249, 0.01392];
const green = [0.38515, 0.71687, 0.09708];
const blue = [0.14307, 0.06061, 0.7141];
const adaptation = [
  1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168,
];
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
const parametric = 3;

const headerLength = 128;
const entryLength = 12;

/**
 * Makes a profile of sRGB in the fewest bytes that a profile can have (ICC version 4, a matrix and one exact
 * curve), always the same.
 * @returns
 *   An ICC profile of class `mntr`.
 */
export function srgbProfile(): Uint8Array {
  const tone = tag("para", fields16(parametric, 0), fixed(curve));
  const tags: Array<[signature: string, data: Buffer]> = [
    ["desc", localised("sRGB")],
    ["cprt", localised("No rights reserved")],
    ["wtpt", tag("XYZ ", fixed(white))],
    ["chad", tag("sf32", fixed(adaptation))],
    ["rXYZ", tag("XYZ ", fixed(red))],
    ["gXYZ", tag("XYZ ", fixed(green))],
    ["bXYZ", tag("XYZ ", fixed(blue))],
    ["rTRC", tone],
    ["gTRC", tone],
    ["bTRC", tone],
  ];
  const directory: Buffer[] = [fields32(tags.length)];
  const offsets = new Map<Buffer, number>();
  let end = headerLength + 4 + entryLength * tags.length;
  for (const [signature, data] of tags) {
    // Three entries share the curve.
    const offset = offsets.get(data) ?? end;
    if (!offsets.has(data)) end += data.length;
    offsets.set(data, offset);
    directory.push(Buffer.from(signature, "latin1"), fields32(offset, data.length));
  }
  return Buffer.concat([header(end), ...directory, ...offsets.keys()]);
}

/** ISO 15076-1, 7.2. What stays zero: preferred module, platform, device, intent, creator, digest. */
function header(length: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  // Any day: the second edition of the format came out that year.
  fields16(2004, 1, 1, 0, 0, 0).copy(bytes, 24);
  bytes.write("acsp", 36, "latin1");
  fixed(white).copy(bytes, 68);
  return bytes;
}

/** A text in English, and in every other language. */
function localised(text: string): Buffer {
  const words = Buffer.from(text, "utf16le").swap16();
  return tag(
    "mluc",
    fields32(1, 12),
    Buffer.from("enUS", "latin1"),
    fields32(words.length, 28),
    words,
  );
}

/** A tag's data: its type, four bytes of nothing, what it holds, up to a full four bytes. */
function tag(type: string, ...parts: Buffer[]): Buffer {
  const data = Buffer.concat([Buffer.from(`${type}\0\0\0\0`, "latin1"), ...parts]);
  return Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
}

function fixed(numbers: readonly number[]): Buffer {
  return fields32(...numbers.map((number) => Math.round(number * 0x10000)));
}

function fields32(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeInt32BE(number, 4 * index);
  return bytes;
}

function fields16(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16BE(number, 2 * index);
  return bytes;
}
