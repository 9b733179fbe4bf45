import { type CopierFloors, copierFloors } from "../tables/copier.ts";
import type { Inks, Rgb, Use } from "./inks.ts";

/**
 * The one ink of a copier: every colour as the grey of its lightness; greys that a copier would lose are
 * made darker, and what should be sharp is made black.
 * @param floors
 *   What a copier still prints.
 */
export function copierInks(floors: CopierFloors = copierFloors): Inks {
  return {
    space: "DeviceGray",
    greys: Uint8Array.from({ length: 256 }, (_, grey) => grey),
    plain: (colour, use) => [visible(luminance(colour), use, floors)],
    picture: greysOf,
  };
}

/** What a soft mask is made of: the lightness of its colours, and nothing changed (ISO 32000-1, 11.5.3). */
export const maskInks: Inks = {
  space: "DeviceGray",
  greys: Uint8Array.from({ length: 256 }, (_, grey) => grey),
  plain: (colour) => [thousandth(0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2])],
  picture: greysOf,
};

function visible(grey: number, use: Use, { sharp, lightest }: CopierFloors): number {
  // White stays white: letters on a dark ground, and what covers other things.
  if (grey >= 1) return 1;
  if ((use === "text" || use === "line") && grey <= sharp) return 0;
  return Math.min(grey, lightest[use]);
}

/** Grey of the same relative luminance, both with the transfer curve of sRGB (IEC 61966-2-1). */
function luminance([red, green, blue]: Rgb): number {
  if (red === green && green === blue) return red;
  return thousandth(curved(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)));
}

function greysOf(rgb: Uint8Array): Uint8Array {
  const greys = new Uint8Array(rgb.length / 3);
  for (let at = 0; at < greys.length; at++) {
    const light =
      0.2126 * lightAt(at * 3) + 0.7152 * lightAt(at * 3 + 1) + 0.0722 * lightAt(at * 3 + 2);
    greys[at] = Math.round(255 * curved(light));
  }
  return greys;

  function lightAt(place: number): number {
    return lights[rgb[place] as number] as number;
  }
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

const lights = Float64Array.from({ length: 256 }, (_, byte) => linear(byte / 255));

function curved(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
