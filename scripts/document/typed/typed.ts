import type { VFile } from "vfile";
import type { Typed } from "../data.ts";

/**
 * The record of what was recognised in a typed manuscript, made on first use.
 * @param file
 *   File of the manuscript.
 * @returns
 *   Its `data.typed`.
 */
export function typedOf(file: VFile): Typed {
  file.data.typed ??= { removed: [] };
  return file.data.typed;
}
