import { VFile } from "vfile";
import { complain } from "../complaints/complain.ts";
import type { World } from "../world/world.ts";
import type { Found } from "./works.ts";

/** Why something in a folder was not read: clauses for both, and whether it is for its place. */
export interface Unread {
  rule: "file-missing" | "path-outside";
  /** Such as `"it lies outside the folder"`. */
  reason: string;
  /** What to do, one sentence. */
  note: string;
}

/**
 * Says of something in a folder that it was not read.
 * @param world
 *   For its working folder.
 * @param path
 *   Absolute path of it.
 * @param why
 *   Why; of what the system threw, its code is said.
 * @returns
 *   A file with the complaint, and no text.
 * @throws
 *   An error that is not the system's.
 */
export function unread(world: World, path: string, why: Unread | unknown): Found {
  const { rule, reason, note } = isUnread(why) ? why : refusedBySystem(why);
  const file = new VFile({ path, cwd: world.cwd });
  complain(file, rule, undefined, `This was not read: ${reason}`, note);
  return { manuscripts: [], files: [file], originals: [] };
}

function isUnread(why: unknown): why is Unread {
  return typeof why === "object" && why !== null && "rule" in why;
}

function refusedBySystem(error: unknown): Unread {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  const note = "Ask for leave to read it, or copy it to a folder of yours.";
  return { rule: "file-missing", reason: `it cannot be read (${code})`, note };
}
