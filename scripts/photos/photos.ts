import { createHash } from "node:crypto";
import { type Codec, openCodec } from "./codec.ts";
import { shrink } from "./shrink.ts";

/** Makes photographs smaller. */
export interface Photos {
  /**
   * Writes a JPEG anew, upright and no longer than a side, without its profile.
   * @param bytes
   *   A whole JPEG of one or three colours.
   * @param made
   *   What it is to be.
   * @returns
   *   `undefined` where it can't be read.
   */
  smaller(bytes: Uint8Array, made: SmallerPhoto): Promise<Uint8Array | undefined>;
  /**
   * Tells whether a photograph is damaged in its midst, where browsers draw on as best they can and say nothing.
   * @param bytes
   *   A whole JPEG of one or three colours.
   */
  isDamaged(bytes: Uint8Array): Promise<boolean>;
  /** Lets go of what pixels were unpacked into, some 300 MB. */
  rest(): void;
}

/** What a photograph is to be. */
export interface SmallerPhoto {
  /** Longest side, pixels. */
  side: number;
  /** Whether it is in greys. */
  isGrey: boolean;
}

/** Bytes of photographs that are kept for the next edition, or the next time a text is saved. */
const mostKept = 100_000_000;

/** Opens what makes photographs smaller; each is done once. */
export function openPhotos(): Photos {
  const made = new Map<string, Uint8Array | undefined>();
  const damaged = new Map<string, boolean>();
  let codec: Promise<Codec> | undefined;
  let kept = 0;
  return {
    async smaller(bytes, wanted) {
      const name = nameOf(bytes);
      const key = `${wanted.side} ${name}`;
      if (made.has(key)) return made.get(key);
      codec ??= openCodec();
      const photo = await remake(await codec, bytes, wanted, (is) => damaged.set(name, is));
      // What came over a damaged one may be damaged itself.
      if (!photo) codec = undefined;
      kept += photo?.length ?? 0;
      if (kept > mostKept) {
        made.clear();
        kept = photo?.length ?? 0;
      }
      made.set(key, photo);
      return photo;
    },
    async isDamaged(bytes) {
      const name = nameOf(bytes);
      const known = damaged.get(name);
      if (known !== undefined) return known;
      codec ??= openCodec();
      const photo = await (await codec).read(bytes).catch(() => undefined);
      if (!photo) codec = undefined;
      const is = photo?.isDamaged ?? true;
      damaged.set(name, is);
      return is;
    },
    rest() {
      codec = undefined;
    },
  };
}

function nameOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function remake(
  codec: Codec,
  bytes: Uint8Array,
  { side, isGrey }: SmallerPhoto,
  note: (isDamaged: boolean) => void,
): Promise<Uint8Array | undefined> {
  try {
    const photo = await codec.read(bytes);
    note(photo.isDamaged);
    return await codec.write(shrink(photo, side), isGrey);
  } catch {
    return undefined;
  }
}
