/** A part of a GIF behind its head. */
export interface GifBlock {
  kind: "picture" | "extension" | "end";
  /** Of an extension: what it is. */
  label: number;
  /** Bytes of its data, without what says how long its parts are. */
  length: number;
  /** All of it. */
  bytes: Buffer;
}

/** A GIF taken apart. */
export interface GifParts {
  /** How large it is, and the colours that its pictures share. */
  head: Buffer;
  blocks: GifBlock[];
}

const kinds: Readonly<Record<number, GifBlock["kind"]>> = {
  33: "extension",
  44: "picture",
  59: "end",
};

/**
 * Takes a GIF apart, up to its end (GIF89a, 15 to 27: a head, then blocks of parts that say how long they are).
 * @param bytes
 *   Bytes that begin as a GIF.
 * @returns
 *   Its parts; `undefined` when they lead to no end.
 */
export function gifParts(bytes: Buffer): GifParts | undefined {
  const head = bytes.subarray(0, 13 + tableLength(bytes[10]));
  const blocks: GifBlock[] = [];
  for (let at = head.length; blocks.at(-1)?.kind !== "end"; ) {
    const block = blockAt(bytes, at);
    if (!block) return undefined;
    blocks.push(block);
    at += block.bytes.length;
  }
  return { head, blocks };
}

function blockAt(bytes: Buffer, start: number): GifBlock | undefined {
  const kind = kinds[bytes[start] ?? -1];
  if (!kind) return undefined;
  const label = kind === "extension" ? (bytes[start + 1] ?? 0) : 0;
  if (kind === "end") return { kind, label, length: 0, bytes: bytes.subarray(start, start + 1) };
  let at = start + (kind === "picture" ? 11 + tableLength(bytes[start + 9]) : 2);
  let length = 0;
  for (let part = bytes[at]; part; part = bytes[at]) {
    length += part;
    at += part + 1;
  }
  // The last part is one of no length.
  return at < bytes.length
    ? { kind, label, length, bytes: bytes.subarray(start, at + 1) }
    : undefined;
}

/** Bytes of a table of colours, by the flags before it. */
function tableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
