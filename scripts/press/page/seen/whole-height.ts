/**
 * Measures an element that may stand in several columns.
 * @param element
 *   The element, laid out.
 * @returns
 *   Height of all its parts, CSS px.
 */
export function wholeHeight(element: Element): number {
  return [...element.getClientRects()].reduce((sum, { height }) => sum + height, 0);
}
