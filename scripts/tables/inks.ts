/** Row of the table of inks. */
export interface InkRow {
  /** Custom property of `styles/` that names the colour. */
  property: `--${string}`;
  /** Its value there, as sRGB. */
  colour: `#${string}`;
  /** Cyan, magenta, yellow, black, 0 to 1. */
  inks: readonly [number, number, number, number];
}

/**
 * What the colours of the style sheets are mixed of on a press, wherever they stand, drawings too. Black is black
 * ink alone; so are greys, as dark as they look on a screen (`blackFor` in `prepress/separation.ts`, with FOGRA39).
 * Any other grey and colour goes by the profile.
 */
export const inks = [
  { property: "--ink--color", colour: "#000", inks: [0, 0, 0, 1] },
  { property: "--ink--quiet", colour: "#3d3d3d", inks: [0, 0, 0, 0.83] },
  { property: "--rule--color", colour: "#767676", inks: [0, 0, 0, 0.62] },
  // Only web pages print it; a drawing in the same blue should not differ from one booklet to the next.
  { property: "--link--color", colour: "#0b4f8a", inks: [1, 0.7, 0.15, 0.1] },
] as const satisfies readonly InkRow[];
