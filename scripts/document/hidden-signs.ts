import type { VFile } from "vfile";
import { location } from "vfile-location";
import { complain } from "../complaints/complain.ts";
import { plural } from "../complaints/plural.ts";

/** A flag of a region that has no letters of its own: a black flag, letters nobody sees, and their end (UTS #51, 1.4.3). */
const flag = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu;
/** One after another, letters nobody sees, or more signs for a character's shape than it can have. */
const hidden = /[\u{E0000}-\u{E007F}]+|(?:[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]){2,}/gu;
const byNumber = /&#(?:x0*(e[01][\da-f]{3}|fe0[\da-f])|0*(917\d{3}|918\d{3}|6502[4-9]|6503\d));/gi;

/**
 * Tells of words that nobody sees, as they can be hidden in letters of Unicode without a shape: they go along wherever
 * the text is copied, and programs that read it for people read them too.
 * @param file
 *   The manuscript; front matter is looked at as well.
 */
export function reportHiddenSigns(file: VFile): void {
  const text = String(file).replace(flag, (whole) => " ".repeat(whole.length));
  const [first, ...others] = [...text.matchAll(hidden), ...text.matchAll(byNumber)].sort(
    (one, other) => one.index - other.index,
  );
  if (!first) return;
  const more = others.length === 0 ? "" : `, and in ${plural(others.length, "more place")}`;
  const said = wordsOf(first[0]);
  complain(
    file,
    "text-hidden",
    location(file).toPoint(first.index),
    said
      ? `Here “${said}” stands in letters that nobody sees${more}`
      : `Here stand signs that nobody sees and no text needs${more}`,
    "Delete the words around them and type them again; whoever copies the text would copy them too.",
  );
}

/** What letters without a shape say: each is one of ASCII. */
function wordsOf(signs: string): string {
  const letters = [...signs].flatMap((sign) => {
    const code = (sign.codePointAt(0) ?? 0) - 0xe0000;
    return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : [];
  });
  return letters.join("").slice(0, 80);
}
