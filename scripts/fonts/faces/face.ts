/** One cut of a face. */
export interface Cut {
  style: "normal" | "italic";
  weight: 400 | 700;
  /** Path inside the package; of a sliced face, with `{slice}` where the name of the slice stands. */
  file: string;
  /** PostScript name, as it stands in a PDF after the subset prefix. */
  name: string;
}

/** One face. */
export interface FaceRow {
  /** npm package that carries its files. */
  package: string;
  /** The regular cut first; a style that a face hasn't is set in the cut of its weight. */
  cuts: readonly [Cut, ...Cut[]];
  /** Whether it serves signs only, whatever letters it has. */
  signs: boolean;
  /** OpenType features to keep: those of book faces, of code, or all that shaping and Han layout need. */
  features: "book" | "code" | "script";
  /**
   * How its package carries it. `whole`: a file a cut, TrueType. `web`: WOFF or WOFF2, one file for the script,
   * variable where it has an axis of weight. `sliced`: variable WOFF2 files of some hundred characters each.
   */
  form: "whole" | "web" | "sliced";
}

const expo = "@expo-google-fonts";
/** Cuts of its packages, by what ends their PostScript names. */
const expoCuts = {
  Regular: { style: "normal", weight: 400, folder: "400Regular" },
  Italic: { style: "italic", weight: 400, folder: "400Regular_Italic" },
  Bold: { style: "normal", weight: 700, folder: "700Bold" },
  BoldItalic: { style: "italic", weight: 700, folder: "700Bold_Italic" },
} as const;

/** A Latin, Greek and Cyrillic family of four cuts, from the package's folder and the fonts' name. */
export function book(folder: string, name: string): FaceRow {
  return {
    ...row(`${expo}/${folder}`),
    cuts: [cut(name, "Regular"), cut(name, "Italic"), cut(name, "Bold"), cut(name, "BoldItalic")],
  };
}

/** A face of signs. */
export function signs(folder: string, name: string): FaceRow {
  return {
    ...row(`${expo}/${folder}`),
    signs: true,
    cuts: [cut(name, "Regular")],
  };
}

/** A face of another script: upright, regular and bold. */
export function upright(folder: string, name: string): FaceRow {
  return {
    ...row(`${expo}/${folder}`),
    features: "script",
    cuts: [cut(name, "Regular"), cut(name, "Bold")],
  };
}

/** A face of another script that was drawn in one weight only. */
export function regular(folder: string, name: string): FaceRow {
  const { cuts, ...rest } = upright(folder, name);
  return { ...rest, cuts: [cuts[0]] };
}

/** A face of one weight whose script is one file of a web package, from the package, that file and how it is packed. */
export function web(
  folder: string,
  file: string,
  name: string,
  packed: "woff" | "woff2" = "woff2",
): FaceRow {
  return oneFile(folder, `files/${file}.${packed}`, name);
}

/** A face of one weight that comes with Handbill, since no package has it: from its file in `faces/` and its name. */
export function own(file: string, name: string): FaceRow {
  return oneFile("handbill", `faces/${file}.woff2`, name);
}

function oneFile(folder: string, file: string, name: string): FaceRow {
  return {
    ...row(folder),
    features: "script",
    form: "web",
    cuts: [{ style: "normal", weight: 400, file, name: `${name}-Regular` }],
  };
}

/** A face in web slices, upright, regular and bold. */
export function sliced(folder: string, name: string): FaceRow {
  const file = `files/${folder}-{slice}-wght-normal.woff2`;
  return {
    ...row(`@fontsource-variable/${folder}`),
    features: "script",
    form: "sliced",
    cuts: [
      { style: "normal", weight: 400, file, name: `${name}-Regular` },
      { style: "normal", weight: 700, file, name: `${name}-Bold` },
    ],
  };
}

function row(name: string): Omit<FaceRow, "cuts"> {
  return { package: name, signs: false, features: "book", form: "whole" };
}

function cut(name: string, postscript: keyof typeof expoCuts): Cut {
  const { style, weight, folder } = expoCuts[postscript];
  return { style, weight, file: `${folder}/${name}_${folder}.ttf`, name: `${name}-${postscript}` };
}
