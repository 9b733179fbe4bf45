const escapes: ReadonlyMap<number, number> = new Map(
  Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 }).map(([letter, byte]) => [
    letter.charCodeAt(0),
    byte,
  ]),
);

/**
 * Undoes the escapes of a literal string (ISO 32000-1, 7.3.4.2).
 * @param written
 *   What stands between its parentheses.
 * @returns
 *   The bytes meant.
 */
export function unescaped(written: Uint8Array): Uint8Array {
  const string = new Uint8Array(written.length);
  let length = 0;
  let at = 0;
  while (at < written.length) {
    const byte = written[at++] as number;
    if (byte === 13) {
      // However a line ends, it is a line feed.
      if (written[at] === 10) at++;
      string[length++] = 10;
    } else if (byte !== 0x5c) string[length++] = byte;
    else if (isOctal(written[at])) string[length++] = octal();
    else if (written[at] === 13 && written[at + 1] === 10) at += 2;
    else if (written[at] === 13 || written[at] === 10) at++;
    else if (at < written.length) {
      const escaped = written[at++] as number;
      string[length++] = escapes.get(escaped) ?? escaped;
    }
  }
  return string.slice(0, length);

  // One to three digits; what is over a byte is dropped.
  function octal(): number {
    let value = 0;
    const end = at + 3;
    while (at < end && isOctal(written[at])) value = value * 8 + (written[at++] as number) - 0x30;
    return value & 255;
  }
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37;
}
