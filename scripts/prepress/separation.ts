import { createHash } from "node:crypto";
import {
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  TYPE_CMYK_8,
  TYPE_CMYK_16,
  TYPE_RGB_8,
  TYPE_RGB_16,
} from "lcms-wasm";
import type { Inks, Rgb } from "./inks.ts";

/** A colour that has its own mixture of inks, whatever the profile says. */
export interface FixedInk {
  rgb: Rgb;
  /** Cyan, magenta, yellow, black, 0 to 1. */
  inks: readonly [number, number, number, number];
}

type Press = Awaited<ReturnType<typeof open>>;

// More would be slower and could overflow the memory that WebAssembly may grow to.
const pixelsAtOnce = 1 << 20;

/**
 * The inks of a printing condition: fixed mixtures first, neutrals on black alone, the rest by the profile.
 * @param profile
 *   ICC profile of a printing condition in CMYK.
 * @param fixed
 *   Colours that have their own mixture.
 * @returns
 *   Inks; the same colour always becomes the same.
 */
export async function openSeparation(
  profile: Uint8Array,
  fixed: readonly FixedInk[],
): Promise<Inks> {
  const press = await open(profile);
  const black = blackFor(press);
  const known = new Map(fixed.map(({ rgb, inks }) => [keyOf(rgb), inks as readonly number[]]));
  const greys = Uint8Array.from({ length: 256 }, (_, grey) =>
    Math.round(255 * (1 - black(grey / 255))),
  );
  return {
    space: "DeviceCMYK",
    greys,
    plain(colour) {
      const key = keyOf(colour);
      let inks = known.get(key);
      if (inks === undefined) {
        inks = isNeutral(colour) ? [0, 0, 0, black(colour[0])] : press.separate(colour);
        known.set(key, inks);
      }
      return inks;
    },
    picture: press.picture,
  };
}

async function open(profile: Uint8Array) {
  const lcms = await instantiate();
  const paper = lcms.cmsOpenProfileFromMem(profile, profile.length);
  const screen = lcms.cmsCreate_sRGBProfile();
  // White becomes bare paper, and the darkest colour the darkest that the press can print.
  const transform = (from: number, fromFormat: number, to: number, toFormat: number) =>
    lcms.cmsCreateTransform(
      from,
      fromFormat,
      to,
      toFormat,
      INTENT_RELATIVE_COLORIMETRIC,
      cmsFLAGS_BLACKPOINTCOMPENSATION,
    );
  const plain = transform(screen, TYPE_RGB_16, paper, TYPE_CMYK_16);
  const back = transform(paper, TYPE_CMYK_16, screen, TYPE_RGB_16);
  const pictures = new Map<string, number>();
  const pictureFrom = (from: number) => transform(from, TYPE_RGB_8, paper, TYPE_CMYK_8);
  // A browser gives most pictures the same profile; one that cannot be read is taken for sRGB.
  const pictureBy = (own: Uint8Array | undefined) => {
    const key = own ? createHash("sha256").update(own).digest("hex") : "";
    const from = own ? lcms.cmsOpenProfileFromMem(own, own.length) || screen : screen;
    const known = pictures.get(key) || pictureFrom(from) || pictureFrom(screen);
    pictures.set(key, known);
    return known;
  };
  return {
    separate: (colour: Rgb): number[] =>
      [...lcms.cmsDoTransform(plain, words(colour), 1)].map(share),
    look: (inks: readonly number[]): number[] =>
      [...lcms.cmsDoTransform(back, words(inks), 1)].map((word) => word / 65535),
    picture(rgb: Uint8Array, own?: Uint8Array): Uint8Array {
      const pixels = rgb.length / 3;
      const samples = new Uint8Array(pixels * 4);
      const picture = pictureBy(own);
      for (let at = 0; at < pixels; at += pixelsAtOnce) {
        const count = Math.min(pixelsAtOnce, pixels - at);
        const part = rgb.subarray(at * 3, (at + count) * 3);
        samples.set(lcms.cmsDoTransform(picture, part, count), at * 4);
      }
      return samples;
    },
  };
}

/**
 * How much black looks like a grey of the screen. Ink spreads on paper: half of it looks darker than half grey, so the
 * amounts are read off what the profile says of black alone, from bare paper, for white, to all of it, for black.
 */
function blackFor(press: Press): (grey: number) => number {
  const steps = 100;
  const looks = Array.from({ length: steps + 1 }, (_, step) => {
    const [red = 0, green = 0, blue = 0] = press.look([0, 0, 0, step / steps]);
    return (red + green + blue) / 3;
  });
  const [paper = 1, darkest = 0] = [looks[0], looks[steps]];
  const greys = looks.map((look) => (look - darkest) / (paper - darkest));
  return (grey) => {
    if (grey >= 1) return 0;
    const next = greys.findIndex((look) => look <= grey);
    if (next < 0) return 1;
    const [lighter = 1, darker = 0] = [greys[next - 1], greys[next]];
    const part = lighter === darker ? 0 : (lighter - grey) / (lighter - darker);
    return share(((next - 1 + part) / steps) * 65535);
  };
}

function isNeutral([red, green, blue]: Rgb): boolean {
  return red === green && green === blue;
}

// Skia writes four digits of a byte's share; a style sheet's colour is the byte.
function keyOf(colour: Rgb): string {
  return colour.map((part) => Math.round(part * 255)).join();
}

function words(parts: readonly number[]): Uint16Array {
  return Uint16Array.from(parts, (part) => Math.round(Math.min(Math.max(part, 0), 1) * 65535));
}

// A tenth of a hundredth: finer than any plate.
function share(word: number): number {
  return Math.round(word / 65.535) / 1000;
}
