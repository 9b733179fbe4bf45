import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";

/**
 * Which print standard a PDF says it keeps.
 * @param document
 *   The PDF.
 * @param metadata
 *   Its metadata (XMP) as text.
 * @returns
 *   As it says: `PDF/X-4`, `PDF/X-1a:2003`; `undefined` where it says nothing.
 */
export function claimOf(document: PDFDocument, metadata: string): string | undefined {
  return property(metadata, "GTS_PDFXVersion") ?? information(document, "GTS_PDFXVersion");
}

/**
 * Reads a property of the metadata, by its local name.
 * @param metadata
 *   XMP as text.
 * @param name
 *   Such as `Trapped`, whatever its prefix.
 * @returns
 *   Its text, an attribute's or an element's, of a list the first; `undefined` where there is none.
 */
export function property(metadata: string, name: string): string | undefined {
  const attribute = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(metadata);
  if (attribute) return unescaped(attribute[1] ?? attribute[2] ?? "");
  const element = new RegExp(
    `<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`,
  ).exec(metadata);
  if (!element) return undefined;
  const [, content = ""] = element;
  const item = /<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(content)?.[1];
  return unescaped((item ?? content).trim());
}

/**
 * Reads an entry of the document information.
 * @param document
 *   The PDF.
 * @param name
 *   Key, such as `Title`.
 * @returns
 *   Its text; a name's without the slash; `undefined` where there is none.
 */
export function information(document: PDFDocument, name: string): string | undefined {
  const dictionary = document.context.lookup(document.context.trailerInfo.Info);
  const value = dictionary instanceof PDFDict ? dictionary.lookup(PDFName.of(name)) : undefined;
  if (value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName)
    return value.decodeText();
  return undefined;
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    amp: "&",
  };
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? "");
}
