/**
 * Writes an element.
 * @param name
 *   With its prefix.
 * @param content
 *   XML.
 * @returns
 *   XML.
 */
export function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

/**
 * Writes a list of RDF.
 * @param kind
 *   Whether its order says something.
 * @param items
 *   XML of each.
 * @param attribute
 *   Of every item, after a space.
 * @returns
 *   XML.
 */
export function list(kind: "Bag" | "Seq", items: readonly string[], attribute = ""): string {
  return element(
    `rdf:${kind}`,
    items.map((item) => `<rdf:li${attribute}>${item}</rdf:li>`).join(""),
  );
}

/**
 * Writes a text.
 * @param text
 *   Characters that XML can hold.
 * @returns
 *   XML, for an element or an attribute.
 */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
