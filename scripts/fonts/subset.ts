import { createHash } from "node:crypto";
import subsetFont from "subset-font";
import { cutter } from "./cutter.ts";
import type { Cut } from "./faces/face.ts";
import { type FaceName, faces, readCut } from "./faces.ts";
import { features } from "./features.ts";
import { makeShelf } from "./shelf.ts";

/**
 * Font format inside a `data:` address: `truetype` is read fastest, `woff` is half the size. (WOFF2 would
 * save another fifth, but takes a tenth of a second a file to pack, WOFF a hundredth.)
 */
export type Embed = "truetype" | "woff";

// Bytes. A book face is 0.6 MB, and all texts in Latin share its four cuts; the others are of one text each.
const made = makeShelf<Cutting>(24e6, ({ data }) => data.length);

/** Where things are kept from one run to the next. */
export interface Keep {
  /** `undefined` when nothing whole of this name is there. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Never throws: what can't be kept is made anew. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** A cut reduced to some characters. */
export interface Cutting {
  /** Name by content: of equal requests equal, of others not. */
  key: string;
  /** The font file, base64. */
  data: string;
}

/** What is cut down, and what of it is made. */
export interface CutRequest {
  face: FaceName;
  /** One of its cuts. */
  cut: Cut;
  embed: Embed;
  /** Where it is kept for other runs, when they will ask for the same characters. */
  keep?: Keep | undefined;
}

/**
 * Reduces one cut to a set of characters; equal requests share one result.
 * @param request
 *   The cut.
 * @param characters
 *   Characters to keep; those that the cut hasn't are left out.
 */
export function subset(request: CutRequest, characters: ReadonlySet<string>): Promise<Cutting> {
  const text = textOf(characters);
  return made.take(`${request.embed} ${request.cut.name} ${text}`, () => make(request, text));
}

const texts = new WeakMap<ReadonlySet<string>, string>();
/** The characters in order; of a set asked for again, such as all that a face has, the same text. */
function textOf(characters: ReadonlySet<string>): string {
  const known = texts.get(characters);
  const text = known ?? [...characters].sort().join("");
  if (known === undefined) texts.set(characters, text);
  return text;
}

async function make({ face, cut, embed, keep }: CutRequest, text: string): Promise<Cutting> {
  const source = await readCut(face, cut, text);
  const keepFeatures = features[faces[face].features];
  const name = keep && nameOf([cutter(), source, text, embed, String(keepFeatures)]);
  const kept = name && (await keep.read(name));
  const bytes = kept || (await subsetFont(source, text, { targetFormat: embed, keepFeatures }));
  if (name && !kept) await keep.write(name, bytes);
  const data = Buffer.from(bytes).toString("base64");
  const key = `${cut.name}-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  return { key, data };
}

/** Name by everything that a cutting depends on. */
function nameOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest("hex");
}
