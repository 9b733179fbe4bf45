/** Most characters of what somebody typed that a message holds. */
const most = 40;

/**
 * As much of what somebody typed as a message holds.
 * @param text
 *   The words.
 * @returns
 *   The same, or its beginning and an ellipsis.
 */
export function shortened(text: string): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
