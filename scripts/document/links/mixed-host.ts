import { domainToUnicode } from "node:url";

/** Scripts that have letters like those of another; nobody writes one word in two of them. */
const alike = ["Latin", "Cyrillic", "Greek", "Armenian", "Cherokee"].map(
  (name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const,
);

/**
 * Finds a name of a host, part by part, that is written in two scripts whose letters look alike (UTS #39, 5.2): it looks
 * like another host and is none of its own.
 * @param href
 *   An address, whole.
 * @returns
 *   What it is in truth, in ASCII, and of which scripts; `undefined` where nothing is mixed.
 */
export function mixedHost(href: string): { host: string; scripts: string } | undefined {
  const { host, hostname } = new URL(href);
  for (const part of domainToUnicode(hostname).split(".")) {
    const names = alike.flatMap(([name, letter]) => (letter.test(part) ? [name] : []));
    if (names.length > 1) return { host, scripts: names.join(" and ") };
  }
  return undefined;
}
