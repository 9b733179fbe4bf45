import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Bytes of the digest that every file begins with. */
const digestLength = 32;

/** Things kept on disk from one run to the next; what can't be read or written is as if it weren't there. */
export interface Keep {
  /** `undefined` when nothing whole of this name is there. */
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/**
 * Opens a place where things are kept.
 * @param folder
 *   Absolute path of a folder that nobody else can write to; made when it isn't there.
 */
export function openKeep(folder: string): Keep {
  return {
    async read(name) {
      try {
        const file = readFileSync(join(folder, name));
        const bytes = file.subarray(digestLength);
        // A machine that lost its power may have left less than was written.
        return digestOf(bytes).equals(file.subarray(0, digestLength)) ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
    async write(name, bytes) {
      let aside: string | undefined;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        aside = mkdtempSync(join(folder, "half-"));
        writeFileSync(join(aside, name), Buffer.concat([digestOf(bytes), bytes]));
        renameSync(join(aside, name), join(folder, name));
      } catch {}
      if (aside !== undefined) rmSync(aside, { recursive: true, force: true });
    },
  };
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
