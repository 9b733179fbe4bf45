/** The part of lcms-wasm that is used; the package has no types. */
declare module "lcms-wasm" {
  /** A profile or a transform, somewhere in the memory of Little CMS; 0 is none. */
  type Handle = number;

  interface LittleCms {
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): Handle;
    cmsCreate_sRGBProfile(): Handle;
    cmsCloseProfile(profile: Handle): void;
    cmsGetProfileInfoASCII(
      profile: Handle,
      what: number,
      language: string,
      country: string,
    ): string;
    cmsCreateTransform(
      from: Handle,
      fromFormat: number,
      to: Handle,
      toFormat: number,
      intent: number,
      flags: number,
    ): Handle;
    cmsDoTransform<Samples extends Uint8Array | Uint16Array>(
      transform: Handle,
      samples: Samples,
      pixels: number,
    ): Samples;
    cmsDeleteTransform(transform: Handle): void;
  }

  export function instantiate(): Promise<LittleCms>;
  export const cmsInfoDescription: number;
  export const TYPE_RGB_8: number;
  export const TYPE_RGB_16: number;
  export const TYPE_CMYK_8: number;
  export const TYPE_CMYK_16: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
}
