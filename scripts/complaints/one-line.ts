/**
 * Makes a line of anything: a text's own words stand in messages, and may not end a line or move the cursor.
 * @param text
 *   Anything.
 */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\u{fffd}");
}
