/** Elements in which the parser of HTML knows no tags, and names as long, so that places stay, that mean nothing to it. */
export const rawNames: Readonly<Record<string, string>> = {
  iframe: "i-rame",
  noembed: "n-embed",
  noframes: "n-frames",
  textarea: "t-xtarea",
  title: "t-tle",
  xmp: "x-p",
};
