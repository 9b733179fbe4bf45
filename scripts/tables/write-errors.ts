/** What stands in the way of writing a file, by the system's code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "you may not write there",
  EBUSY: "another program has it open",
  EDQUOT: "you have used up your share of the disk",
  EEXIST: "a file is where a folder should be",
  EISDIR: "a folder is where a file should be",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "no folder can be made there",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file is where a folder should be",
  EPERM: "you may not write there, or another program has it open",
  EROFS: "the disk can only be read",
};

/**
 * Says why something could not be written.
 * @param error
 *   What the system threw.
 * @returns
 *   A clause, and the system's code.
 */
export function whyUnwritten(error: unknown): string {
  const { code = "unknown" } = error as { code?: string };
  const reason = reasons[code];
  return reason ? `${reason} (${code})` : code;
}
