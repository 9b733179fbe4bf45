import type { RuleId } from "../../tables/rules.ts";
import { decoded } from "./decoded.ts";

/** Where a link leads, or what to say of one that leads nowhere; `reason` goes on behind the link's words. */
export type Judged = { href: string } | { rule: RuleId; reason: string; note: string };

/** The only kinds of outside address that stay clickable. */
const protocols = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * Judges whether a link can be followed, on screens or on paper.
 * @param href
 *   Its address as written.
 * @param ids
 *   Ids of the text that it stands in.
 * @returns
 *   The address to use, or `link-dead` or `link-target`.
 */
export function judgeLink(href: string, ids: ReadonlySet<string>): Judged {
  const dead = (reason: string): Judged => ({
    rule: "link-dead",
    reason: `${reason}; it prints as plain text`,
    note: "Put the whole address, beginning with https://, between the parentheses, or take the link out.",
  });
  if (href.trim() === "" || href.trim() === "#") return dead("links to nothing");
  if (href.startsWith("#")) return inside(href.slice(1), ids);
  if (!URL.canParse(href)) return dead(`links to \`${href}\`, which leads nowhere on paper`);
  const { protocol } = new URL(href);
  if (protocols.has(protocol)) return { href };
  return dead(`links to a \`${protocol}\` address, which can't be followed`);
}

function inside(fragment: string, ids: ReadonlySet<string>): Judged {
  const id = decoded(fragment);
  const lower = id.toLowerCase();
  // Where the page has the name itself, that of a heading is longer.
  const names = [id, lower, `at-${id}`, `at-${lower}`, `${lower}-1`, `heading-${lower}`];
  const found = names.find((one) => ids.has(one));
  if (found !== undefined) return { href: `#${found}` };
  return {
    rule: "link-target",
    reason: `links to “#${id}”, and nothing has that name; it prints as plain text`,
    note: "Write the words of the heading in lower case, with hyphens for spaces.",
  };
}
