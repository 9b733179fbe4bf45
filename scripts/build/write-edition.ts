import { join } from "node:path";
import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import { whyUnwritten } from "../tables/write-errors.ts";
import type { FaceRule } from "../types.ts";
import type { Output } from "./copies.ts";
import type { Parts } from "./parts.ts";

/** What the editions of a build share while they are put on disk. */
export interface Writing extends Pick<Parts, "world"> {
  /** Files that could not be written; complaints about them are added here. */
  outputs: VFile[];
  /** Fonts put on disk, by file name: what the system threw when one could not be. */
  fonts: Map<string, Promise<unknown>>;
}

/** Fonts that printed pages share, and the folder they lie in. */
interface Fonts {
  folder: string;
  faces: readonly FaceRule[];
}

/**
 * Puts an edition on disk: the fonts it shares with others, each once in a build, before any page that asks for them.
 * @param batch
 *   What editions share; what could not be written is complained about once (`write-failed`).
 * @param files
 *   The edition's own.
 * @param fonts
 *   What its pages ask for.
 * @returns
 *   Whether all is there.
 */
export async function writeEdition(
  batch: Writing,
  files: Output[],
  fonts: Fonts,
): Promise<boolean> {
  return (await writeFonts(batch, fonts)) && (await writeAll(batch, files));
}

async function writeFonts(batch: Writing, { folder, faces }: Fonts): Promise<boolean> {
  for (const { file, data } of faces) {
    if (!batch.fonts.has(file)) {
      const output = { path: join(folder, file), bytes: Buffer.from(data, "base64") };
      batch.fonts.set(file, whyNot(batch, output));
    }
  }
  const errors = await Promise.all(faces.map(({ file }) => batch.fonts.get(file)));
  const error = errors.find((one) => one !== undefined);
  // One of them says it for all: they lie in one folder, and editions share them.
  if (error && !batch.outputs.some(({ dirname }) => dirname === folder))
    sayUnwritten(batch, join(folder, faces[errors.indexOf(error)]?.file ?? ""), error);
  return error === undefined;
}

async function writeAll(batch: Writing, files: Output[]): Promise<boolean> {
  for (const file of files) {
    const error = await whyNot(batch, file);
    if (error === undefined) continue;
    sayUnwritten(batch, file.path, error);
    return false;
  }
  return true;
}

/** Puts a file on disk, or catches what the system throws. */
async function whyNot(batch: Writing, { path, bytes }: Output): Promise<unknown> {
  try {
    await batch.world.replace(path, bytes);
    return undefined;
  } catch (error) {
    return error ?? new Error("unknown");
  }
}

function sayUnwritten(batch: Writing, path: string, error: unknown): void {
  const file = new VFile({ path });
  const reason = `This file could not be written: ${whyUnwritten(error)}`;
  const note = "Choose another folder with --out, or make room if the disk is full.";
  complain(file, "write-failed", undefined, reason, note);
  batch.outputs.push(file);
}
