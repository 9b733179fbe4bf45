/**
 * Tells whether a file in a folder is a text, by its name.
 * @param name
 *   Name in the folder; hidden ones are none.
 */
export function isTextName(name: string): boolean {
  return /\.(md|txt)$/i.test(name) && !name.startsWith(".");
}
