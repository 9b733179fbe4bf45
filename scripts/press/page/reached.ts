import { placeOf } from "./seen/places.ts";

let place = "";

/**
 * Keeps in mind how far the making up of pages has come, for whoever has to stop it.
 * @param element
 *   What is set next.
 */
export function reach(element: Element | undefined): void {
  place = placeOf(element) || place;
}

/** Place in the source that was reached: `line:column`; empty where nobody knows. */
export function reached(): string {
  return place;
}

/** Begins at the start of another document. */
export function reachNothing(): void {
  place = "";
}
