/**
 * Has text laid out from nothing: Chromium keeps the break it chose in a paragraph when only the wishes of what stands
 * after it change.
 * @param content
 *   The text.
 */
export function layOutAnew(content: HTMLElement): void {
  content.style.display = "none";
  content.getBoundingClientRect();
  content.style.display = "";
}
