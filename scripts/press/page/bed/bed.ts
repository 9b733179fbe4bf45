import { drawn } from "./drawn.ts";
import { useFaces } from "./faces.ts";

/** A document to be put into the browser's page. */
export interface BedDocument {
  /** Whole HTML without scripts; the only addresses outside it are those of fonts in `style[data-faces]`. */
  html: string;
  /** Keys of its fonts, added before; absent when the fonts are in its styles. */
  faces?: readonly string[] | undefined;
}

/** A document put into the browser's page, ready to be made up. */
export interface Bed {
  /** The body's content. */
  text: DocumentFragment;
  /** Style sheets for Paged.js. */
  paged: string[];
  /** Takes everything away again. */
  clear(): void;
}

/**
 * Puts a document into the browser's page: its language, title, body attributes and styles; faces are
 * loaded and images decoded before it resolves, so that nothing changes size later.
 * @param document
 *   The document and its fonts.
 */
export async function makeBed({ html, faces }: BedDocument): Promise<Bed> {
  const source = new DOMParser().parseFromString(html, "text/html");
  copyAttributes(source.documentElement, document.documentElement);
  copyAttributes(source.body, document.body);
  // Paged.js reads only text that runs left to right in its page boxes; direction is on `main`.
  document.documentElement.removeAttribute("dir");
  document.title = source.title;
  const styles = [...source.querySelectorAll("style")];
  const paged = styles.filter((style) => !("pagedjsIgnore" in style.dataset));
  const plain = styles
    .filter((style) => "pagedjsIgnore" in style.dataset && !(faces && "faces" in style.dataset))
    .map((style) => document.adoptNode(style));
  document.head.append(...plain);
  // The finish draws the mark of a status on each page; this one is for screens.
  source.querySelector("svg.status-mark")?.remove();
  const text = document.createDocumentFragment();
  text.append(...[...source.body.childNodes].map((node) => document.adoptNode(node)));
  number(text);
  nameHeadings(text);
  if (faces) useFaces(faces);
  else await Promise.all([...document.fonts].map((face) => face.load()));
  await Promise.all([...text.querySelectorAll("img")].map(drawn));
  return {
    text,
    paged: paged.map((style) => style.textContent ?? ""),
    clear() {
      for (const style of plain) style.remove();
      document.body.replaceChildren();
    },
  };
}

function copyAttributes(from: Element, to: Element): void {
  for (const name of to.getAttributeNames()) to.removeAttribute(name);
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
}

/** Gives headings what running heads say of them: their words without the marks of notes and the glosses of ruby. */
function nameHeadings(text: DocumentFragment): void {
  for (const heading of text.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")) {
    const words = heading.cloneNode(true) as HTMLElement;
    for (const line of words.querySelectorAll("br")) line.replaceWith(" ");
    for (const aside of words.querySelectorAll("a.noteref, rp, rt")) aside.remove();
    heading.dataset.running = (words.textContent ?? "").replace(/\s+/g, " ").trim();
  }
}

/** Names every element, so that the parts of one that pages cut in two are known to belong together. */
function number(text: DocumentFragment): void {
  let next = 1;
  for (const element of text.querySelectorAll<HTMLElement>("*")) element.dataset.ref = `r${next++}`;
  for (const list of text.querySelectorAll("ol")) {
    let value = list.reversed ? list.children.length : list.start;
    if (list.reversed && list.hasAttribute("start")) value = list.start;
    for (const item of list.querySelectorAll<HTMLLIElement>(":scope > li")) {
      if (item.hasAttribute("value")) value = item.value;
      item.value = value;
      value += list.reversed ? -1 : 1;
    }
  }
}
