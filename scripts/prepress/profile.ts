/** An ICC profile of a printing condition. */
export interface Profile {
  bytes: Uint8Array;
  /** What the profile calls itself. */
  description: string;
  /** What the printing condition is called in the registry of the ICC, or by the profile itself. */
  condition: string;
  /** Whether the name is one of that registry. */
  registered: boolean;
}

// Names in the registry of characterisations (color.org/registry), by what profiles of them call themselves.
const conditions: readonly [words: RegExp, name: string][] = [
  [/fogra ?(\d\d)/i, "FOGRA$1"],
  [/iso ?coated ?v2/i, "FOGRA39"],
  [/pso ?coated ?v3/i, "FOGRA51"],
  [/pso ?uncoated ?v3/i, "FOGRA52"],
  [/crpc ?(\d)/i, "CGATS21_CRPC$1"],
  [/gracol ?2006/i, "CGATS TR 006"],
  [/swop ?2006_coated(3|5)/i, "CGATS TR 00$1"],
  [/web coated \(swop\) v2/i, "CGATS TR 001"],
  [/japan ?color ?2011/i, "JC201103"],
];
const headerLength = 128;

/** Says what is wrong with a profile. */
export class ProfileError extends Error {
  override name = "ProfileError";
  /** What to do about it, one sentence. */
  note =
    "Ask the print shop for the ICC profile of its press and paper, a CMYK output profile (.icc), or leave it out.";
}

/**
 * Reads an ICC profile as far as a print copy has to know it.
 * @param bytes
 *   The file.
 * @returns
 *   Profile.
 * @throws {ProfileError}
 *   When it isn't one, or isn't of a printing condition in cyan, magenta, yellow and black.
 */
export function readProfile(bytes: Uint8Array): Profile {
  const text = (start: number, end: number) =>
    Buffer.from(bytes.subarray(start, end)).toString("latin1");
  if (bytes.length < headerLength + 4 || text(36, 40) !== "acsp") {
    throw new ProfileError("it is not an ICC profile");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0) > bytes.length) throw new ProfileError("it is cut off");
  if (text(12, 16) !== "prtr") {
    throw new ProfileError(
      `it is of class “${text(12, 16).trim()}”, not of a printing condition (“prtr”)`,
    );
  }
  if (text(16, 20) !== "CMYK") {
    throw new ProfileError(`its colours are ${text(16, 20).trim()}, not CMYK`);
  }
  const tags = readTags(bytes, view);
  // Colours have to be turned into inks, and a proof turns them back.
  const missing = ["B2A1", "A2B1"].filter(
    (tag) => !tags.has(tag) && !tags.has(`${tag.slice(0, 3)}0`),
  );
  if (missing.length > 0) throw new ProfileError(`its tables ${missing.join(" and ")} are missing`);
  const description = describe(tags.get("desc")) || "unnamed CMYK profile";
  const known = conditions.find(([words]) => words.test(description));
  const condition = known ? description.match(known[0])?.[0].replace(...known) : undefined;
  return {
    bytes,
    description,
    condition: condition ?? description,
    registered: known !== undefined,
  };
}

function readTags(bytes: Uint8Array, view: DataView): Map<string, Uint8Array> {
  const tags = new Map<string, Uint8Array>();
  const count = Math.min(view.getUint32(headerLength), 100);
  for (let at = headerLength + 4, index = 0; index < count; index++, at += 12) {
    if (at + 12 > bytes.length) throw new ProfileError("it is cut off");
    const [start, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (start + length > bytes.length) throw new ProfileError("it is cut off");
    const name = Buffer.from(bytes.subarray(at, at + 4)).toString("latin1");
    tags.set(name, bytes.subarray(start, start + length));
  }
  return tags;
}

/** The text of a description: `desc` of version 2, `mluc` of version 4 (ISO 15076-1, 10.15). */
function describe(tag: Uint8Array | undefined): string {
  const data = Buffer.from(tag ?? []);
  if (data.length < 12) return "";
  if (data.toString("latin1", 0, 4) === "desc") {
    return plain(data.toString("latin1", 12, 12 + data.readUInt32BE(8)));
  }
  if (data.toString("latin1", 0, 4) !== "mluc" || data.length < 28) return "";
  const [length, start] = [data.readUInt32BE(20), data.readUInt32BE(24)];
  const words = Buffer.from(data.subarray(start, start + length - (length % 2)));
  return plain(words.swap16().toString("utf16le"));
}

function plain(text: string): string {
  return text.replace(/\0[\s\S]*$/, "").trim();
}
