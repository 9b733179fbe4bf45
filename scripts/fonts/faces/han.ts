import { type FaceRow, own, sliced, web } from "./face.ts";

/**
 * Faces of Han, kana and Hangul by the country whose shapes they have: a Han character is drawn differently
 * in each. As web slices a whole family takes 4 to 8 MB, every weight included; as whole static files 50 to 100.
 */
export const han = {
  "song-hans": sliced("noto-serif-sc", "NotoSerifSC"),
  "song-hant": sliced("noto-serif-tc", "NotoSerifTC"),
  "song-jp": sliced("noto-serif-jp", "NotoSerifJP"),
  "song-kr": sliced("noto-serif-kr", "NotoSerifKR"),
  "hei-hans": sliced("noto-sans-sc", "NotoSansSC"),
  "hei-hant": sliced("noto-sans-tc", "NotoSansTC"),
  "hei-jp": sliced("noto-sans-jp", "NotoSansJP"),
  "hei-kr": sliced("noto-sans-kr", "NotoSansKR"),
  // A brush face with every Han character up to U+9FFF, for the few that the others lack. Of its size, 16 MB,
  // WOFF2 takes 43 MB to unpack, which WebAssembly never gives back.
  kai: web("@fontsource/lxgw-wenkai", "lxgw-wenkai-latin-500-normal", "LXGWWenKai", "woff"),
  // What Vietnam has brought into Unicode: Nôm, more than half of it beyond U+FFFF, where no package of npm has it.
  nom: own("handbill-nom", "HandbillNom"),
} as const satisfies Record<string, FaceRow>;
