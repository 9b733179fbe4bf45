import type { Rectangle } from "../../../pdf/matrix.ts";
import type { Run } from "./run.ts";

/** What a page shows, in the order of painting: text, other ink, and changes of colour. */
export type Item = Run | Paint | Inking;

/** Anything else that leaves ink. */
export interface Paint {
  kind: "paint";
  first: number;
  last: number;
  /** Box round it, in points. */
  box: Rectangle;
  /** Colour that it is filled in. */
  ink: number;
}

/** A change of colour, by which runs are known. */
export interface Inking {
  kind: "inking";
  first: number;
  last: number;
  ink: number;
  operator: "rg" | "RG";
}
