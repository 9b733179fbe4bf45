import type { LogicalElement } from "../../../types.ts";

/** Marked content: page, 0-based, and identifier on it. */
export interface Content {
  page: number;
  identifier: number;
}

/** A link on a page: the number of its part. */
export interface Annotated {
  part: number;
}

/** A structure element, of whatever version of PDF. */
export interface Structure {
  type: string;
  kids: Array<Structure | Content | Annotated>;
  /** BCP 47 tag, where it isn't that of the element round it. */
  language?: string;
  alternative?: string;
  /** What its content says, where readers may not find it out. */
  actual?: string;
  expansion?: string;
  /** Unique name. */
  id?: string;
  /** Of a cell: names of the heads that say what it is. */
  heads?: string[];
  /** Attributes by owner, `Table`, `List` or `Layout`. */
  attributes?: Record<string, Record<string, string | number | readonly number[]>>;
  /** The element it was made from. */
  source?: LogicalElement;
}
