import { posix } from "node:path";
import type { RuleId } from "../../tables/rules.ts";
import { decoded } from "../links/decoded.ts";

/** Why there is no picture: what is wrong with it, a clause. */
export interface ImageFault {
  rule: RuleId;
  reason: string;
}

/** What an address means: a path, or the bytes that it holds. */
export type ImageAddress = { path: string } | { bytes: Uint8Array };

/**
 * Finds out what the address of an image means.
 * @param address
 *   As it was written.
 * @returns
 *   A path in the publication, the bytes it holds, or why it means none of ours.
 */
export function imageAddress(address: string): ImageAddress | ImageFault {
  const embedded = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/i.exec(address)?.[1];
  if (embedded !== undefined) return { bytes: new Uint8Array(Buffer.from(embedded, "base64")) };
  const path = decoded(address);
  const remote = /^(?:https?|ftp|wss?):|^[\\/]{2}/i;
  if (remote.test(address) || remote.test(path))
    return { rule: "image-remote", reason: "is on the web" };
  const normal = posix.normalize(path.replaceAll("\\", "/"));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL ends a path for the system.
  if (/^\/|^[a-z][a-z\d+.-]*:|\u0000/i.test(path.trim()) || /^\/|^\.\.(?:\/|$)/.test(normal))
    return { rule: "image-outside", reason: "is outside the publication's folder" };
  if (path.trim() === "" || normal === ".")
    return { rule: "image-missing", reason: "has no file name" };
  return { path: normal };
}
