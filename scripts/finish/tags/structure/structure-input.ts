import type { LogicalElement, LogicalText } from "../../../types.ts";
import type { Content } from "./structure-element.ts";

/** What the tree is made from. */
export interface StructureInput {
  root: LogicalElement;
  foot: readonly LogicalElement[];
  language: string;
  /** Where each piece of text and each picture is, in reading order; nothing where it wasn't printed. */
  contents: { get(owner: LogicalText | LogicalElement): readonly Content[] | undefined };
  /** Whether a piece of text has glyphs that stand the other way than they are read. */
  isTurned(text: LogicalText): boolean;
  /** Whether the mark of an item is a drawing, not glyphs. */
  isDrawn(mark: LogicalText): boolean;
  /** Whether white space follows a piece of text that a line's end has swallowed. */
  isSpaced(text: LogicalText): boolean;
  /** Parts of links that are there. */
  parts: ReadonlySet<number>;
  /** By how many points a piece of text stands over the line of another; nothing where they share no line. */
  riseOf(text: LogicalText, beside: LogicalText): number | undefined;
  /** Where an element stands, `Layout` attributes of a picture. */
  boxOf(element: LogicalElement): readonly number[] | undefined;
}
