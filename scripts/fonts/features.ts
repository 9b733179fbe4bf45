import type { FaceRow } from "./faces/face.ts";

// What the style sheets ask for. All features together drag in twice as many glyphs, and every 100 kB of
// `data:` address costs the browser some 10 ms an edition: the first sheet that sets small capitals adds `smcp`.
const book = [
  ...["ccmp", "locl", "mark", "mkmk", "kern", "liga", "calt"],
  ...["lnum", "onum", "pnum", "tnum", "sups"],
];

/** OpenType features to keep of a font, by what its face is for. */
export const features = {
  book,
  // No ligatures; a zero that is no letter.
  code: ["ccmp", "locl", "mark", "mkmk", "zero"],
  // What HarfBuzz turns on by itself for one script or another, and what Chromium asks of Han.
  script: [
    ...["ccmp", "locl", "mark", "mkmk", "kern", "liga", "calt", "clig", "rlig", "rclt", "rvrn"],
    ...["abvm", "blwm", "curs", "dist"],
    // Joined scripts.
    ...["isol", "init", "medi", "med2", "fina", "fin2", "fin3", "mset", "stch"],
    // Scripts of syllables.
    ...[
      "nukt",
      "akhn",
      "rphf",
      "rkrf",
      "pref",
      "blwf",
      "abvf",
      "half",
      "pstf",
      "vatu",
      "cfar",
      "cjct",
    ],
    ...["pres", "abvs", "blws", "psts", "haln"],
    // Hangul, Han.
    ...["ljmo", "vjmo", "tjmo", "halt", "vert", "vhal"],
  ],
} as const satisfies Record<FaceRow["features"], readonly string[]>;
