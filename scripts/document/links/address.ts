import type { ElementContent } from "hast";
import { h } from "hastscript";

// After a colon and slashes, before every other mark: no line then ends in a mark that could be the address's end.
const breaks = /(?<=[:/])(?![:/])|(?=[.?#=&%~_,@-])/;
/** Shortest piece between two breaks; less looks like an accident. */
const shortest = 4;

/**
 * An address as text that may go over a line where a reader won't take the break for part of it.
 * @param address
 *   As printed.
 * @returns
 *   Text and `wbr` elements; their text is the address.
 */
export function breakable(address: string): ElementContent[] {
  const pieces: string[] = [];
  for (const piece of address.split(breaks)) {
    const last = pieces.length - 1;
    if (last >= 0 && (pieces[last] ?? "").length < shortest) pieces[last] += piece;
    else pieces.push(piece);
  }
  return pieces.flatMap((value, index): ElementContent[] => {
    const text: ElementContent = { type: "text", value };
    return index === 0 ? [text] : [h("wbr"), text];
  });
}

/**
 * Tells whether the words of a link are its address already, give or take what people leave out.
 * @param text
 *   Words of the link.
 * @param href
 *   Address.
 */
export function isAddress(text: string, href: string): boolean {
  return bare(text) === bare(href);
}

function bare(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, "")
    .replace(/\/$/, "");
}
