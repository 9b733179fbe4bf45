import type { PhrasingContent } from "mdast";
import type { Point, Position } from "unist";
import type { VFile } from "vfile";
import type { StatusName } from "../../tables/statuses.ts";

/** What was recognised in a manuscript that writes its notes, status and title by hand. */
export interface Typed {
  title?: { children: PhrasingContent[]; position: Position | undefined };
  organisations?: { text: string; position: Position | undefined };
  status?: StatusName;
  /** The words of the status as typed, without their note mark. */
  statusLabel?: { children: PhrasingContent[]; position: Position | undefined };
  /** Footnote identifier of the note on the status. */
  statusNote?: string;
  /** ISO 8601 date of the last change that the text gives. */
  modified?: string;
  notesHeading?: { text: string; position: Position | undefined };
  /** Marks and bullets taken out of the text because a footnote or a list item now says them. */
  removed: Array<{ text: string; place: Point | undefined }>;
}

/** Mark of a note typed by hand, kept on its footnote. */
export interface TypedMark {
  kind: "number" | "symbol";
  /** `1`, `*`, `**` ... */
  mark: string;
}

declare module "vfile" {
  interface DataMap {
    typed?: Typed;
  }
}

declare module "mdast" {
  interface FootnoteReferenceData extends Partial<TypedMark> {}
  interface FootnoteDefinitionData extends Partial<TypedMark> {}
}

/**
 * The record of what was recognised in a file, made on first use.
 * @param file
 *   File of the manuscript.
 * @returns
 *   Its `data.typed`.
 */
export function typedOf(file: VFile): Typed {
  file.data.typed ??= { removed: [] };
  return file.data.typed;
}
