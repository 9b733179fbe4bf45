/** What plugins leave on a file for the document step to pick up. What typed manuscripts give: `typed/typed.ts`. */
import type { FootnoteDefinition, Heading } from "mdast";

/** A note in the order of its first call, before it becomes HTML. */
export interface CollectedNote {
  kind: "number" | "symbol";
  /** What is printed: `1`, `*`, `**` ... */
  mark: string;
  definition: FootnoteDefinition;
}

declare module "vfile" {
  interface DataMap {
    /** Notes in order of first call. */
    notes?: CollectedNote[];
    /** The heading that gives the title. */
    title?: Heading;
  }
}

declare module "hast" {
  interface ElementData {
    /** Of an image: the file it came from, relative to the publication's folder. */
    file?: string | undefined;
  }
}

declare module "mdast" {
  /** A block of HTML that calls notes. */
  interface HtmlCalls extends Parent {
    type: "htmlCalls";
    children: Array<Html | FootnoteReference>;
  }
  interface RootContentMap {
    htmlCalls: HtmlCalls;
  }
  interface BlockContentMap {
    htmlCalls: HtmlCalls;
  }
  interface FootnoteReferenceData {
    /** Index of its note in `file.data.notes`. */
    note?: number | undefined;
  }
}
