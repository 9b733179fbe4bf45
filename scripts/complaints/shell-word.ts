/**
 * Writes a path so that a shell takes it for one word when it is pasted.
 * @param path
 *   As typed.
 * @returns
 *   The path, in single quotation marks where it has a space or a sign that a shell reads.
 */
export function shellWord(path: string): string {
  // What begins with a hyphen is a flag.
  if (path.startsWith("-")) return shellWord(`./${path}`);
  if (/^[\p{L}\p{M}\p{N}_./+:@%,-]+$/u.test(path)) return path;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
