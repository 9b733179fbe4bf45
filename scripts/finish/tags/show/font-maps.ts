import { type PDFDict, PDFName, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { deflated } from "../../../pdf/deflated.ts";
import { decodeStream } from "../../../pdf/stream.ts";

/**
 * Writes what codes stand for, in place of what the font's own map says of them.
 * @param dictionary
 *   Composite font; changed in place.
 * @param texts
 *   By code.
 */
export function writeTexts(dictionary: PDFDict, texts: ReadonlyMap<number, string>): void {
  const old = dictionary.lookup(PDFName.of("ToUnicode"));
  const stream = old instanceof PDFStream ? Buffer.from(decodeStream(old)).toString("latin1") : "";
  const entries = [...texts].sort(([one], [other]) => one - other);
  let blocks = "";
  // A block holds a hundred entries (Adobe technical note 5411).
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks += `${block.length} beginbfchar\n`;
    for (const [code, text] of block) blocks += `<${hex(code)}> <${utf16(text)}>\n`;
    blocks += "endbfchar\n";
  }
  const written = stream.includes("endcmap")
    ? stream.replace("endcmap", () => `${blocks}endcmap`)
    : wholeMap(blocks);
  const reference = dictionary.get(PDFName.of("ToUnicode"));
  const bytes = deflated(dictionary.context, Buffer.from(written, "latin1"));
  if (reference instanceof PDFRef) dictionary.context.assign(reference, bytes);
  else dictionary.set(PDFName.of("ToUnicode"), dictionary.context.register(bytes));
}

function wholeMap(blocks: string): string {
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/**
 * Writes which glyph each added code shows, beside all others which show the glyph of their own number.
 * @param descendant
 *   Changed in place.
 * @param glyphs
 *   By code.
 */
export function writeGlyphs(descendant: PDFDict, glyphs: ReadonlyMap<number, number>): void {
  const last = Math.max(...glyphs.keys());
  const map = Buffer.alloc((last + 1) * 2);
  for (let code = 0; code <= last; code++) map.writeUInt16BE(glyphs.get(code) ?? code, code * 2);
  const { context } = descendant;
  descendant.set(PDFName.of("CIDToGIDMap"), context.register(deflated(context, map)));
}

/**
 * Writes how wide codes are, those that follow each other in one list (ISO 32000-1, 9.7.4.3).
 * @param descendant
 *   Changed in place.
 * @param widths
 *   Code and advance in thousandths of the font size; of two of a code the last counts.
 */
export function writeWidths(
  descendant: PDFDict,
  widths: ReadonlyArray<readonly [code: number, width: number]>,
): void {
  const list: Array<number | number[]> = [];
  let before = Number.NaN;
  for (const [code, width] of [...new Map(widths)].sort(([one], [other]) => one - other)) {
    if (code === before + 1) (list.at(-1) as number[]).push(width);
    else list.push(code, [width]);
    before = code;
  }
  descendant.set(PDFName.of("W"), descendant.context.obj(list));
}

function hex(code: number): string {
  return code.toString(16).padStart(4, "0").toUpperCase();
}

function utf16(text: string): string {
  let digits = "";
  for (let at = 0; at < text.length; at++) digits += hex(text.charCodeAt(at));
  return digits;
}
