import { decoded } from "./decoded.ts";

const webAddress = /^(?:https?:\/\/|www\.)\S+$/i;
const mailAddress = /^(?:mailto:)?[^\s@/]+@[^\s@/]+\.[^\s@/]+$/i;

/**
 * Tells whether a link shows an address that is not where it leads, or hides where it leads in its address.
 * @param words
 *   Words of the link.
 * @param href
 *   Its address, whole.
 * @returns
 *   Where it leads in truth; `undefined` where it does not mislead.
 */
export function falseAddress(words: string, href: string): string | undefined {
  const shown = words.trim();
  const { host, pathname, protocol, username } = new URL(href);
  // What stands before @ in an address is a name to log in with, and looks like a host.
  if (username !== "" && protocol.startsWith("http")) return host;
  if (webAddress.test(shown)) return hostOf(shown) === bare(host) ? undefined : host || href;
  if (!mailAddress.test(shown) || protocol !== "mailto:") return undefined;
  const leadsTo = decoded(pathname);
  return shown.replace(/^mailto:/i, "").toLowerCase() === leadsTo.toLowerCase()
    ? undefined
    : leadsTo;
}

function hostOf(address: string): string | undefined {
  const whole = /^https?:/i.test(address) ? address : `http://${address}`;
  // An address that is cut short in print, https://a.example/…, is still one of its host.
  return URL.canParse(whole) ? bare(new URL(whole).host) : undefined;
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, "");
}
