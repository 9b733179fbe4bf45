import { identity, type Matrix, type Rectangle } from "./matrix.ts";
import type { Dictionary } from "./operand.ts";

/** A colour as written. */
export interface Colour {
  /** `DeviceGray`, `DeviceRGB`, `DeviceCMYK`, `Pattern`, or the resource name of a colour space. */
  space: string;
  /** As the operands stood, without the pattern's name. */
  components: readonly number[];
  /** Resource name of the pattern, where it is one. */
  pattern?: string;
}

/** An open marked-content sequence. */
export interface Mark {
  tag: string;
  /** Written in place, or the resource name of it; absent behind `BMC`. */
  properties?: Dictionary | string;
}

/** Everything that decides how something is painted (ISO 32000-1, 8.4 and 9.3), as far as it is followed. */
export interface GraphicsState {
  /** From the stream's units to those of the page or form. */
  matrix: Matrix;
  /** Box round what clipping leaves, in those units; `undefined` where nothing was clipped. */
  clip: Rectangle | undefined;
  fill: Colour;
  stroke: Colour;
  /** In the stream's units. */
  lineWidth: number;
  /** Resource names of the graphics states set so far, the last one last. */
  extended: readonly string[];
  /** Resource name of the font; empty before the first. */
  font: string;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 is as wide as drawn. */
  scaling: number;
  leading: number;
  rise: number;
  /** 0 fill, 1 stroke, 2 both, 3 invisible; 4 more also clip. */
  renderMode: number;
}

/** What a page or form begins with. */
export const initialState: Readonly<GraphicsState> = {
  matrix: identity,
  clip: undefined,
  fill: { space: "DeviceGray", components: [0] },
  stroke: { space: "DeviceGray", components: [0] },
  lineWidth: 1,
  extended: [],
  font: "",
  fontSize: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  scaling: 1,
  leading: 0,
  rise: 0,
  renderMode: 0,
};
