import type { Paragraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { plainDigits } from "../../words/plain-digits.ts";
import { saysWhatItIs } from "./document-words.ts";
import { isOpeningHeading } from "./opening-words.ts";
import { finalPunctuation, isShort, withoutCompany, wordsOf } from "./title-line.ts";
import { yearsIn } from "./years-in.ts";

const label = /^[^:：]{1,30}[:：]/u;
/** What a line begins with that says whom a letter or petition is for, or what it is about, by language. */
const addressed: Readonly<Record<string, RegExp>> = {
  am: /^(?:ለ|ጉዳዩ)/u,
  ar: /^(?:إلى|الى)\s/u,
  bn: /^(?:বরাবর|বিষয়|বিষয়)/u,
  de: /^An\s/u,
  el: /^Προς\s/iu,
  en: /^To\s/iu,
  es: /^(?:A|Al)\s/iu,
  fa: /^به\s/u,
  fil: /^(?:Kay|Kina|Para sa)\s/iu,
  fr: /^(?:À|Au|Aux)\s/iu,
  he: /^(?:אל|לכבוד)\s/u,
  hi: /^सेवा में/u,
  id: /^(?:Kepada|Perihal)\s/iu,
  it: /^(?:A|Al|Alla|Ai|Agli|Alle)\s/iu,
  ja: /(?:様|殿|御中|各位)$/u,
  km: /^(?:សូម)?គោរពជូន/u,
  ko: /(?:께|귀하|귀중|여러분)$/u,
  nl: /^Aan\s/iu,
  pl: /^Do\s/iu,
  pt: /^(?:À|Ao|Às|Aos)\s/iu,
  ru: /^В\s/u,
  ta: /^(?:பெறுநர்|பொருள்)/u,
  th: /^(?:เรื่อง|เรียน)/u,
  uk: /^До\s/iu,
  ur: /^(?:بخدمت|بنام|جناب|عنوان)\s/u,
  vi: /^(?:Kính )?gửi\s/iu,
  "zh-Hans": /^(?:致|尊敬的|亲爱的|各位)/u,
  "zh-Hant": /^(?:致|尊敬的|親愛的|各位)/u,
};
/** Languages that write every noun with a capital, so that one word alone may be a heading as well. */
const capitalised: ReadonlySet<string> = new Set(["de"]);
const capitals = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/**
 * Tells whether a line under the title names who speaks: most of its longer words begin with a capital, in scripts that have
 * capitals, and of several two at least. A heading of the first section, whom a text is for, or what it is, does not.
 * @param node
 *   Block.
 * @param below
 *   Blocks after it.
 * @param language
 *   Tag of the text's language.
 * @returns
 *   Whether it does.
 */
export function isOrganisations(
  node: RootContent,
  below: readonly RootContent[],
  language: string,
): node is Paragraph {
  if (!isShort(node) || node.children.some((child) => child.type !== "text")) return false;
  const text = withoutCompany(wordsOf(node));
  if (finalPunctuation.test(text) || yearsIn(plainDigits(text)).length > 0 || label.test(text))
    return false;
  if (addressed[language]?.test(text) || saysWhatItIs(text, language)) return false;
  if (capitalised.has(language) && /^\p{Lu}\p{Ll}+$/u.test(text)) return false;
  const lines = textOf(node).split(/[\n\u2028]/u);
  if (lines.some((line) => isOpeningHeading(line.trim()))) return false;
  if (capitals.test(text) && below.some(isHeadingInCapitals)) return false;
  const words = text.match(/\p{L}{4,}|\p{Lo}{2,}/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  const begun = text.match(/(?<![\p{L}\p{M}'’])\p{Lu}/gu) ?? [];
  if (/\p{Ll}/u.test(text) && begun.length < 2 && /\s\S+\s/u.test(text)) return false;
  return words.length > 0 && small.length * 3 <= words.length;
}

/** Where other sections have heads in capitals, the line under the title is one as well. */
function isHeadingInCapitals(node: RootContent): boolean {
  if (!isShort(node)) return false;
  const text = wordsOf(node);
  return capitals.test(text) && /\p{Lu}{3}/u.test(text) && !/[\p{N}_]/u.test(text);
}
