import subsetFont from "subset-font";
import { type Cut, type FaceName, faces, readCut } from "./faces.ts";
import { features } from "./features.ts";

/**
 * Font format inside a `data:` address: `truetype` is read fastest, `woff` is half the size. (WOFF2 would
 * save another fifth, but takes a tenth of a second a file to pack, WOFF a hundredth.)
 */
export type Embed = "truetype" | "woff";

const mediaTypes = { truetype: "ttf", woff: "woff" } as const satisfies Record<Embed, string>;
// Each entry is some 70 kB of base64.
const capacity = 400;
const made = new Map<string, Promise<string>>();

/**
 * One cut reduced to a set of characters, as a `data:` address; equal requests share one result.
 * @param face
 *   Name of the face.
 * @param cut
 *   One of its cuts.
 * @param characters
 *   Characters to keep; those that the cut hasn't are left out.
 * @param embed
 *   Font format.
 * @returns
 *   `data:font/…;base64,…`.
 */
export function subset(
  face: FaceName,
  cut: Cut,
  characters: ReadonlySet<string>,
  embed: Embed,
): Promise<string> {
  const text = [...characters].sort().join("");
  const key = `${embed} ${cut.name} ${text}`;
  let address = made.get(key);
  if (address === undefined) {
    address = make(face, cut, text, embed);
    made.set(key, address);
    const [oldest] = made.keys();
    if (made.size > capacity && oldest !== undefined) made.delete(oldest);
  }
  return address;
}

async function make(face: FaceName, cut: Cut, text: string, embed: Embed): Promise<string> {
  const bytes = await subsetFont(await readCut(face, cut, text), text, {
    targetFormat: embed,
    keepFeatures: features[faces[face].features],
  });
  return `data:font/${mediaTypes[embed]};base64,${Buffer.from(bytes).toString("base64")}`;
}
