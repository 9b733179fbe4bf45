/**
 * Contrast of two colours as WCAG 2.2 defines it: 1 to 21.
 * @param first
 *   `#rgb` or `#rrggbb`.
 * @param second
 *   The other; order makes no difference.
 */
export function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * What is seen of a colour that shines through on another.
 * @param above
 *   `#rgb` or `#rrggbb`.
 * @param below
 *   The other.
 * @param opacity
 *   Of the one above, 0 to 1.
 * @returns
 *   `#rrggbb`.
 */
export function mixed(above: string, below: string, opacity: number): string {
  const [one, other] = [above, below].map(parts) as [number[], number[]];
  const bytes = one.map((part, at) => opacity * part + (1 - opacity) * (other[at] ?? 0));
  return `#${bytes.map((byte) => Math.round(byte).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parts(colour: string): number[] {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, "$&$&") : colour.slice(1);
  if (!/^[0-9a-f]{6}$/i.test(digits)) throw new TypeError(`“${colour}” is no colour`);
  return [0, 2, 4].map((start) => Number.parseInt(digits.slice(start, start + 2), 16));
}
