import type { FaceName } from "./faces.ts";

const known = new Map<FaceName, ReadonlySet<string>>();

/**
 * Every character a face has; one set a face, however often it is asked for.
 * @param name
 *   Name of the face.
 * @param points
 *   Its code points, as `coverage` tells them.
 */
export function wholeOf(name: FaceName, points: ReadonlySet<number>): ReadonlySet<string> {
  const whole = known.get(name) ?? new Set([...points].map((point) => String.fromCodePoint(point)));
  known.set(name, whole);
  return whole;
}
