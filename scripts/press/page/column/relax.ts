/**
 * Lets the first of what may not be cut be cut: it is higher than any page.
 * @param content
 *   Text as laid out.
 * @returns
 *   Whether there was any.
 */
export function relax(content: Element): boolean {
  const kept = [...content.querySelectorAll<HTMLElement>("*")].find(
    (element) => getComputedStyle(element).breakInside !== "auto",
  );
  if (kept) kept.style.breakInside = "auto";
  return kept !== undefined || dissolveHead(content);
}

/** Makes rows like others of a table's head that leaves no room for any. */
function dissolveHead(content: Element): boolean {
  const head = content.querySelector<HTMLElement>("thead");
  if (!head) return false;
  if ("repeated" in head.dataset) head.remove();
  else {
    const rows = document.createElement("tbody");
    rows.append(...head.childNodes);
    head.replaceWith(rows);
  }
  return true;
}
