const tags = /<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>/giu;
const language = /\slang\s*=\s*["']?([a-z\d-]+)/iu;
/** Elements that are never closed. */
const empty = new Set(["br", "col", "hr", "img", "input", "wbr"]);
/** No text has more within each other; what is never closed must not make it slow. */
const deepest = 100;

/**
 * Follows in which language HTML in a text says that what comes next is written.
 * @returns
 *   Is given each piece of HTML, in order; returns the BCP 47 tag that holds behind it, `undefined` for the text's own.
 */
export function openLanguages(): (html: string) => string | undefined {
  const open: Array<{ name: string; lang: string }> = [];
  return (html) => {
    for (const [whole, close, tag = "", attributes = ""] of html.matchAll(tags)) {
      const name = tag.toLowerCase();
      if (close) open.splice(lastNamed(open, name));
      else if (!empty.has(name) && !whole.endsWith("/>")) {
        const lang = language.exec(attributes)?.[1] ?? open.at(-1)?.lang;
        if (lang !== undefined && open.length < deepest) open.push({ name, lang });
      }
    }
    return open.at(-1)?.lang;
  };
}

/** Where the element begins that a closing tag ends; behind all where there is none. */
function lastNamed(open: ReadonlyArray<{ name: string }>, name: string): number {
  const index = open.map((element) => element.name).lastIndexOf(name);
  return index === -1 ? open.length : index;
}
