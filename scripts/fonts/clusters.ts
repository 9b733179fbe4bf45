const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
const joining = /[\p{M}\p{Cf}\p{Regional_Indicator}\p{Emoji_Modifier}\u1100-\u11ff]/u;
// White space, and the soft hyphens that half of all words have: nothing joins them, and neither is drawn.
const apart = /[\s\u00ad]+/gu;
// Format characters, controls and line separators are never drawn; every space is drawn from U+0020,
// and HarfBuzz sets a non-breaking hyphen from the plain one.
const undrawn = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const spaces = /\p{Zs}/gu;

/**
 * The different grapheme clusters of a text, as they are drawn.
 * @param text
 *   Any text.
 * @returns
 *   Clusters without what is never drawn, in order of first appearance.
 */
export function clustersOf(text: string): string[] {
  const known = recent.get(text);
  if (known) return known;
  const clusters = [...new Set([...cut(text)].map(drawn))];
  const [oldest] = recent.keys();
  if (recent.size >= most && oldest !== undefined) recent.delete(oldest);
  recent.set(text, clusters);
  return clusters;
}

/** Clusters of the last texts: each is asked about several times for every role. */
const recent = new Map<string, string[]>();
const most = 8;

function cut(text: string): Set<string> {
  const different = characters(text).replace(apart, "");
  if (!joining.test(different)) return new Set(different);
  const clusters = new Set<string>();
  // A cluster never holds a space, so each different word is cut up once; the segmenter, whose time grows with
  // the square of its text, sees only words with characters that may join others.
  for (const word of new Set(text.split(apart))) {
    const parts = joining.test(word)
      ? Array.from(segmenter.segment(word), (part) => part.segment)
      : word;
    for (const part of parts) clusters.add(part);
  }
  return clusters;
}

/** The different characters of a text, in order of first appearance: a hundred where the text has thousands. */
function characters(text: string): string {
  const seen = new Uint8Array(0x1_0000);
  let different = "";
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (seen[unit] === 1) continue;
    // Half a character.
    if (unit >= 0xd8_00 && unit <= 0xdf_ff) return [...new Set(text)].join("");
    seen[unit] = 1;
    different += text[index];
  }
  return different;
}

function drawn(cluster: string): string {
  return cluster.replace(undrawn, "").replace(spaces, " ").replace("\u2011", "\u2010");
}
