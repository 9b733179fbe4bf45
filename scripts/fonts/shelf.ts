/** Things that took time to make, kept while there is room. */
export interface Shelf<Thing> {
  /**
   * The thing of a name, made unless it is here.
   * @throws
   *   What `make` throws; a thing that could not be made is tried anew when it is asked for again.
   */
  take(name: string, make: () => Promise<Thing>): Promise<Thing>;
  /** Bytes of all that is here. */
  size(): number;
}

interface Place<Thing> {
  thing: Promise<Thing>;
  /** Bytes; none until it is made. */
  size: number;
}

/**
 * Makes a shelf: when it is full, what nobody asked for longest goes, so that a run over many languages holds no more
 * than one over a few.
 * @param capacity
 *   Bytes it has room for; the thing just made stays in any case.
 * @param sizeOf
 *   Bytes of a thing.
 */
export function makeShelf<Thing>(capacity: number, sizeOf: (thing: Thing) => number): Shelf<Thing> {
  // A map keeps the order in which its keys were set: the first is the one not asked for longest.
  const places = new Map<string, Place<Thing>>();
  let total = 0;

  function remove(name: string, place: Place<Thing>): void {
    if (places.get(name) !== place) return;
    places.delete(name);
    total -= place.size;
  }

  function weigh(name: string, place: Place<Thing>, size: number): void {
    if (places.get(name) !== place) return;
    place.size = size;
    total += size;
    for (const [other, one] of places) {
      if (total <= capacity) break;
      // What is still being made takes no room yet, and two who want it should get the same.
      if (one !== place && one.size > 0) remove(other, one);
    }
  }

  return {
    take(name, make) {
      const known = places.get(name);
      if (known !== undefined) {
        places.delete(name);
        places.set(name, known);
        return known.thing;
      }
      const place: Place<Thing> = { thing: make(), size: 0 };
      places.set(name, place);
      place.thing.then(
        (thing) => weigh(name, place, sizeOf(thing)),
        () => remove(name, place),
      );
      return place.thing;
    },
    size: () => total,
  };
}
