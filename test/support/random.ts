/**
 * A stream of random numbers that is the same for the same seed.
 * @param seed
 *   Any whole number.
 * @returns
 *   Gives the next one: at least 0, less than 1.
 */
export function seeded(seed: number): () => number {
  let state = (seed + 1) * 2654435761;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
