/** A colour of sRGB, each part 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What a colour is painted on. A line is a stroke, or a filled rectangle as thin as one; a tone is part of a gradient. */
export type Use = "text" | "line" | "area" | "tone";

/** What the colours of a file become. All numbers run from 0 to 1, as PDF writes them. */
export interface Inks {
  /** The one colour space that comes out. */
  space: "DeviceCMYK" | "DeviceGray";
  /** Components of a plain colour. */
  plain(colour: Rgb, use: Use): readonly number[];
  /** Grey that neutral samples of a picture become, 0 black to 255, by what they were. */
  greys: Uint8Array;
  /** Samples of a picture in the space that comes out, from its red, green and blue bytes and the profile they go by. */
  picture(rgb: Uint8Array, profile?: Uint8Array): Uint8Array;
}

/** Operators that set a plain colour, for areas and text, and for lines. */
export const plainOperators = {
  DeviceCMYK: { fill: "k", stroke: "K" },
  DeviceGray: { fill: "g", stroke: "G" },
} as const;

/** Components by colour space. */
export const channels = { DeviceCMYK: 4, DeviceGray: 1 } as const;
