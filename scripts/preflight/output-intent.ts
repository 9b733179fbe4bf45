import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { decodeStream } from "../pdf/stream.ts";
import type { Ink } from "./inspected.ts";

/** An output intent for print. */
export interface OutputIntent {
  /** Its printing condition, such as `FOGRA39`; empty where it names none. */
  condition: string;
  /** The profile it holds. */
  profile: IntentProfile | undefined;
}

/** What an ICC profile's header says, and what the file says of it. */
export interface IntentProfile {
  /** `prtr` of a press, `mntr` of a screen. */
  kind: string;
  family: Ink["family"];
  /** Of ICC: 2, 4. */
  version: number;
  /** Whether the file names the count of colours that it has. */
  counts: boolean;
}

// Signatures of colour spaces in the header (ICC.1:2010, 7.2.6), four letters each.
const spaces: Readonly<Record<string, { family: Ink["family"]; count: number }>> = {
  GRAY: { family: "gray", count: 1 },
  "RGB ": { family: "rgb", count: 3 },
  CMYK: { family: "cmyk", count: 4 },
};
const headerLength = 128;

/**
 * Reads the output intents of kind GTS_PDFX.
 * @param document
 *   The PDF.
 * @returns
 *   All of them, in order.
 */
export function readIntents(document: PDFDocument): OutputIntent[] {
  const list = document.catalog.lookup(PDFName.of("OutputIntents"));
  if (!(list instanceof PDFArray)) return [];
  return list
    .asArray()
    .map((_, at) => list.lookup(at))
    .filter((one) => one instanceof PDFDict)
    .filter((one) => one.lookup(PDFName.of("S")) === PDFName.of("GTS_PDFX"))
    .map((one) => ({ condition: textOf(one), profile: profileOf(one) }));
}

function textOf(intent: PDFDict): string {
  const value = intent.lookup(PDFName.of("OutputConditionIdentifier"));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}

function profileOf(intent: PDFDict): IntentProfile | undefined {
  const stream = intent.lookup(PDFName.of("DestOutputProfile"));
  if (!(stream instanceof PDFStream)) return undefined;
  const header = headerOf(stream);
  const space = spaces[header.toString("latin1", 16, 20)];
  const count = stream.dict.lookup(PDFName.of("N"));
  return {
    kind: header.toString("latin1", 12, 16),
    family: space?.family ?? "unknown",
    version: header[8] ?? 0,
    counts: count instanceof PDFNumber && count.asNumber() === space?.count,
  };
}

function headerOf(stream: PDFStream): Buffer {
  try {
    return Buffer.from(decodeStream(stream)).subarray(0, headerLength);
  } catch {
    return Buffer.alloc(0);
  }
}
