import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFStream } from "@cantoo/pdf-lib";
import { type Finding, find } from "./finding.ts";
import type { Inspected } from "./inspected.ts";

/** What is looked for in a dictionary; `undefined`: not there. */
type Look = (dictionary: PDFDict, isStream: boolean) => Finding | undefined;

const looks: readonly Look[] = [
  lookForFilters,
  lookForTransfer,
  lookForPostScript,
  lookForOutside,
  lookForAlternates,
];
const unwanted = new Set(["LZWDecode", "LZW", "Crypt"]);
const halftones = new Set([1, 5]);

/**
 * Looks through every object of a file for keys that have no place in it.
 * @param inspected
 *   A file that says it is PDF/X-4.
 * @returns
 *   Findings `x4-filter`, `x4-transfer`, `x4-postscript`, `x4-outside` and `x4-alternate`.
 */
export function checkX4Objects({ document }: Inspected): Finding[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isStream = object instanceof PDFStream;
    const dictionary = isStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict)) return [];
    return dictionariesIn(dictionary).flatMap((one) =>
      looks
        .map((look) => look(one, isStream && one === dictionary))
        .filter((found) => found !== undefined),
    );
  });
}

/** A dictionary and those written into it. */
function dictionariesIn(dictionary: PDFDict): PDFDict[] {
  const inner = dictionary.values().filter((value) => value instanceof PDFDict);
  return [dictionary, ...inner.flatMap(dictionariesIn)];
}

function lookForFilters(dictionary: PDFDict, isStream: boolean): Finding | undefined {
  const written = isStream ? dictionary.lookup(PDFName.of("Filter")) : undefined;
  const filters = written instanceof PDFArray ? written.asArray() : [written];
  const filter = filters
    .map((one) => (one instanceof PDFName ? one.decodeText() : ""))
    .find((name) => unwanted.has(name));
  return filter === undefined ? undefined : find("x4-filter", { filter });
}

function lookForTransfer(dictionary: PDFDict, isStream: boolean): Finding | undefined {
  if (isStream || !isGraphicsState(dictionary)) return undefined;
  const transfer = dictionary.lookup(PDFName.of("TR2")) ?? dictionary.lookup(PDFName.of("TR"));
  const plain =
    transfer === undefined ||
    transfer === PDFName.of("Default") ||
    transfer === PDFName.of("Identity");
  if (!plain) return find("x4-transfer", { key: "a transfer function" });
  const halftone = dictionary.lookup(PDFName.of("HT"));
  const kind =
    halftone instanceof PDFDict ? halftone.lookup(PDFName.of("HalftoneType")) : undefined;
  const fine = !(kind instanceof PDFNumber) || halftones.has(kind.asNumber());
  return fine ? undefined : find("x4-transfer", { key: `a halftone of type ${String(kind)}` });
}

// Their type need not be written; a gradient's or image's may have none of these keys.
function isGraphicsState(dictionary: PDFDict): boolean {
  const type = dictionary.lookup(PDFName.of("Type"));
  return type === undefined || type === PDFName.of("ExtGState");
}

function lookForPostScript(dictionary: PDFDict, isStream: boolean): Finding | undefined {
  const kinds = ["Subtype", "Subtype2"].map((name) => dictionary.lookup(PDFName.of(name)));
  const found = isStream && (kinds.includes(PDFName.of("PS")) || dictionary.has(PDFName.of("PS")));
  return found ? find("x4-postscript") : undefined;
}

function lookForOutside(dictionary: PDFDict, isStream: boolean): Finding | undefined {
  if (!isStream) return undefined;
  const key = ["F", "Ref", "OPI"].find((name) => dictionary.has(PDFName.of(name)));
  return key === undefined ? undefined : find("x4-outside", { key });
}

function lookForAlternates(dictionary: PDFDict, isStream: boolean): Finding | undefined {
  const list = isStream ? dictionary.lookup(PDFName.of("Alternates")) : undefined;
  if (!(list instanceof PDFArray)) return undefined;
  const printed = list.asArray().some((_, at) => {
    const one = list.lookup(at);
    const flag = one instanceof PDFDict ? one.lookup(PDFName.of("DefaultForPrinting")) : undefined;
    return flag instanceof PDFBool && flag.asBoolean();
  });
  return printed ? find("x4-alternate") : undefined;
}
