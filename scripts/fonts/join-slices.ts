import type { Cut } from "./faces/face.ts";
import { makeShelf } from "./shelf.ts";
import { mergeSlices } from "./slices/merge.ts";
import { readSlice, type Slice } from "./slices/slice.ts";
import { unpackSlice } from "./unpack.ts";

/** Reads a file of the face's package. */
export type ReadFile = (file: string) => Promise<Uint8Array>;

/** The file of a sliced package that says what is where. */
export const sliceIndex = "unicode.json";

// Bytes. Each is some 50 kB; one text in Japanese uses 250 of them, by role and weight.
const slices = makeShelf<Slice>(24e6, ({ bytes }) => bytes);
const indexes = new Map<string, Promise<ReadonlyMap<number, readonly string[]>>>();
// A book face sets these better, and its package is always there.
const latin = /[\p{Script=Latin}0-9]/u;

/**
 * Makes one static font of the web slices that a text needs.
 * @param read
 *   Reads a file of the face's package.
 * @param cut
 *   The cut.
 * @param text
 *   What will be set.
 * @returns
 *   TrueType.
 */
export async function joinSlices(read: ReadFile, cut: Cut, text: string): Promise<Uint8Array> {
  const wanted = await slicesFor(read, cut, text);
  const [first = "0", ...others] = [...wanted].sort((one, other) => Number(one) - Number(other));
  return mergeSlices(
    [
      await slice(read, cut, first),
      ...(await Promise.all(others.map((name) => slice(read, cut, name)))),
    ],
    cut.name,
  );
}

/**
 * Which characters of a text a sliced face has; letters and figures that a book face sets better are left to it.
 * @param read
 *   Reads a file of the face's package.
 * @param cut
 *   Any of its cuts: all have the same characters.
 * @param text
 *   The characters in question.
 * @returns
 *   Code points.
 */
export async function slicedCoverage(
  read: ReadFile,
  cut: Cut,
  text: string,
): Promise<ReadonlySet<number>> {
  const asked = [...new Set(text)].filter((character) => !latin.test(character));
  const wanted = await slicesFor(read, cut, asked.join(""));
  const found = await Promise.all([...wanted].map((name) => slice(read, cut, name)));
  return new Set(
    asked
      .map((character) => character.codePointAt(0) as number)
      .filter((point) => found.some(({ glyphs }) => glyphs.has(point))),
  );
}

async function slicesFor(read: ReadFile, cut: Cut, text: string): Promise<Set<string>> {
  const index = await indexOf(read, cut);
  const wanted = new Set<string>();
  for (const character of new Set(text)) {
    for (const name of index.get(character.codePointAt(0) as number) ?? []) wanted.add(name);
  }
  return wanted;
}

function slice(read: ReadFile, cut: Cut, name: string): Promise<Slice> {
  return slices.take(`${cut.name} ${name}`, async () => {
    const bytes = await read(cut.file.replace("{slice}", name));
    return readSlice(await unpackSlice(bytes, cut.weight));
  });
}

// The package says in which slices a code point is, if the font has it at all: `{"[12]": "U+4e00-4e03,U+5b57"}`.
// Slices by the name of a script hold only what book faces set.
function indexOf(read: ReadFile, cut: Cut): Promise<ReadonlyMap<number, readonly string[]>> {
  const key = cut.file;
  let index = indexes.get(key);
  if (index === undefined) {
    index = read(sliceIndex).then((bytes) => {
      const ranges = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
      const points = new Map<number, readonly string[]>();
      for (const [name, range] of Object.entries(ranges)) {
        const number = /^\[(\d+)\]$/.exec(name)?.[1];
        if (number === undefined) continue;
        // Most are in one slice only: they share its list.
        const alone = [number];
        for (const point of pointsOf(range)) {
          const others = points.get(point);
          points.set(point, others ? [...others, number] : alone);
        }
      }
      return points;
    });
    indexes.set(key, index);
  }
  return index;
}

function* pointsOf(range: string): Generator<number> {
  for (const [, from = "", to = from] of range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)) {
    for (let point = parseInt(from, 16); point <= parseInt(to, 16); point++) yield point;
  }
}
