import type { ByteWriter } from "../../../pdf/byte-writer.ts";
import type { Operation } from "../../../pdf/operand.ts";
import type { LogicalElement, LogicalText } from "../../../types.ts";
import type { Matched } from "../match/match.ts";

/** Who owns what is painted: a piece of text, or a picture. */
export type Owner = LogicalText | LogicalElement;

/** A page's content, marked. */
export interface MarkedContent {
  text: Uint8Array;
  /** By marked-content identifier (MCID). */
  owners: Owner[];
  /** Identifiers of runs. */
  identifiers: Map<Matched, number>;
}

/** Marked content that isn't closed yet. */
interface Open {
  /** Of an artifact, its properties as they are written. */
  owner: Owner | string;
  /** Operation it goes as far as. */
  last: number;
  run?: Matched | undefined;
  /** Whether other marked content was in it: poppler takes the end of that for its own. */
  nests?: boolean;
}

// What may stand inside marked content without upsetting its nesting.
const harmless = new Set(["rg", "RG", "gs", "w", "J", "j", "M", "d", "ri", "i"]);

/** Copies a page's content, and marks in it whose everything is. */
export class ContentMarker {
  readonly #bytes: Uint8Array;
  readonly #operations: readonly Operation[];
  readonly #out: ByteWriter;
  readonly #owners: Owner[] = [];
  readonly #identifiers: MarkedContent["identifiers"] = new Map();
  /** As far as the old content is copied, or replaced. */
  #copied = 0;
  #open: Open | undefined;

  /**
   * @param page
   *   Its content, as Chromium wrote it.
   * @param out
   *   Empty, and so it is left.
   */
  constructor(
    { bytes, operations }: { bytes: Uint8Array; operations: readonly Operation[] },
    out: ByteWriter,
  ) {
    this.#bytes = bytes;
    this.#operations = operations;
    this.#out = out;
  }

  /** Begins content of an owner, or an artifact of such properties, or goes on with the last where it is of the same. */
  begin(owner: Owner | string, first: number, last: number, run?: Matched): void {
    const open = this.#open;
    // Within one identifier text is read as it is painted.
    const follows = open?.run === undefined || run?.after === open.run;
    const goesOn = open?.owner === owner && follows && !open?.nests;
    if (open && goesOn && this.#isQuiet(open.last + 1, first)) {
      open.last = last;
      open.run = run;
    } else {
      this.close();
      this.copyBefore(first);
      this.mark(owner);
      this.#open = { owner, last, run };
    }
    if (run && typeof owner !== "string") this.#identifiers.set(run, this.#owners.length - 1);
  }

  /** Writes how content of an owner, or an artifact, begins. */
  mark(owner: Owner | string): void {
    if (typeof owner === "string") this.#out.text(`/Artifact ${owner} BDC\n`);
    else {
      this.#out.text(`/Span <</MCID ${this.#owners.length}>> BDC\n`);
      this.#owners.push(owner);
    }
  }

  /** Ends what is open behind the operation that it goes as far as. */
  close(): void {
    if (!this.#open) return;
    this.#copyTo(this.#operations[this.#open.last]?.end);
    this.#out.text("\nEMC");
    this.#open = undefined;
  }

  /** Says that the content at hand has other marked content in it. */
  nest(): void {
    if (this.#open) this.#open.nests = true;
  }

  /** Copies what stands before an operation. */
  copyBefore(operation: number): void {
    this.#copyTo(this.#operations[operation]?.start);
  }

  /** Copies operations to where the new content is. */
  copyOver(first: number, last: number): void {
    const [from, to] = [this.#operations[first]?.start, this.#operations[last]?.end];
    this.#out.copy(this.#bytes, from as number, to as number);
  }

  /** Leaves operations out that were written anew. */
  replace(last: number): void {
    this.#copied = this.#operations[last]?.end ?? this.#bytes.length;
  }

  /** Leaves out operations that belong to what is open. */
  replaceInside(last: number): void {
    this.replace(last);
    if (this.#open) this.#open.last = last;
  }

  /** Closes all, and copies the rest. */
  finish(): MarkedContent {
    this.close();
    this.#copyTo();
    return { text: this.#out.take(), owners: this.#owners, identifiers: this.#identifiers };
  }

  #copyTo(end = this.#bytes.length): void {
    if (end > this.#copied) this.#out.copy(this.#bytes, this.#copied, end);
    this.#copied = Math.max(this.#copied, end);
  }

  #isQuiet(from: number, to: number): boolean {
    for (let index = from; index < to; index++)
      if (!harmless.has(this.#operations[index]?.operator ?? "")) return false;
    return true;
  }
}
