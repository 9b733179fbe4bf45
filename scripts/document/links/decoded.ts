/**
 * An address as it is read: what percent signs spell in letters.
 * @param address
 *   Part of a URL. One with a lone percent sign, which is then a letter of it, stays as it is.
 */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
