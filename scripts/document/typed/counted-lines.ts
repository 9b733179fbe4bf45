import { articleCount, type Count } from "./article-count.ts";
import { letterValues } from "./letter-values.ts";
import { hanNumber, latinDigits, romanNumber } from "./numerals.ts";
import { signedLines } from "./signed-lines.ts";

const mark =
  /^[\s>]*(?<open>\(?)(?:(?<parts>\p{Nd}{1,3}(?:\.\p{Nd}{1,3})+)\.?|(?<number>\p{Nd}{1,3})(?<a>[.)]?[-–—]|[.)/:ºª°．、])|(?<roman>[ivx]{1,5}|[IVX]{1,5})(?<b>[.)]?[-–—]|[.)/])|(?<letter>\p{L})(?<c>[.)]))(?:\s+\S|(?<=[-–—．、])\p{L}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u;
// Numbers in a ring or on a key of a telephone.
const ring = /^[\s>]*(?:(?<ring>[①-⑳⑴-⒇❶-❿])|(?<key>\p{Nd})\uFE0F?\u20E3)/u;
const letter =
  /^[\s>]*(?<open>[(（]?)(?<letter>\p{L})\u0640?(?:(?<close>[.)]?[-–—]|[.)/])\s+|[）、])\S/u;
const bracket = /^[\s>]*\[(?<bracket>\p{Nd}{1,3})\]\s*\S/u;
const han = /^\s*[（(]?(?<han>[一二三四五六七八九十]{1,3})[、）)]/u;
const speaker = /^[\s>]*(?:\p{Lu}\s?[:：]|[QA]\.)\s*\S/u;
const box = /^[\s>]*(?:\[[ xX_]?\]|[☐☑☒□❏❑])\s*\S/u;

/**
 * Finds the lines that begin with what counts them: `(a)` where a `(b)` follows, `3.1`, `1.-`, `٢-`, `[1]`, `一、`, `②`,
 * `Article 5`, `§ 3`, questions and answers (`Q:`, `A:`), boxes to tick, signs and times of messages.
 * @param lines
 *   Lines of a paragraph.
 * @returns
 *   Their indexes.
 */
export function countedLines(lines: readonly string[]): ReadonlySet<number> {
  const counts = lines.map(countsOf);
  const speakers = lines.filter((line) => speaker.test(line)).length;
  const found = lines.flatMap((line, index) => {
    const isCounted = counts[index]?.some((count) => isOneOf(count, counts, index));
    return isCounted || box.test(line) || (speakers > 1 && speaker.test(line)) ? index : [];
  });
  return new Set([...found, ...signedLines(lines)]);
}

/** What a line may count as; `i` is a letter and a number. */
function countsOf(line: string): Count[] {
  const { groups = {} } =
    mark.exec(line) ?? bracket.exec(line) ?? han.exec(line) ?? ring.exec(line) ?? {};
  const kind = `${groups.open ?? ""}${groups.a ?? groups.b ?? groups.c ?? ""}`;
  const counted = articleCount(line);
  const counts: Count[] = counted ? [counted] : [];
  if (groups.han) counts.push({ kind: "han", value: hanNumber(groups.han) });
  if (groups.ring) counts.push({ kind: "①", value: groups.ring.codePointAt(0) as number });
  if (groups.key) counts.push({ kind: "⃣", value: Number(latinDigits(groups.key)) });
  if (groups.bracket) counts.push({ kind: "[1]", value: Number(latinDigits(groups.bracket)) });
  if (groups.number) counts.push({ kind: `1${kind}`, value: Number(latinDigits(groups.number)) });
  if (groups.parts) counts.push({ kind: "1.1", value: partsValue(groups.parts) });
  if (groups.roman) {
    const small = groups.roman.toLowerCase();
    const isSmall = small === groups.roman;
    counts.push({ kind: `${isSmall ? "i" : "I"}${kind}`, value: Number(romanNumber(small)) });
  }
  const own = letter.exec(line)?.groups;
  if (own?.letter) {
    const isSmall = /\p{Ll}/u.test(own.letter);
    for (const { order, value } of letterValues(own.letter))
      counts.push({ kind: `${isSmall ? "a" : "A"}${own.open}${own.close ?? ""}${order}`, value });
  }
  return counts;
}

function isOneOf(
  { kind, value }: Count,
  all: ReadonlyArray<readonly Count[]>,
  index: number,
): boolean {
  return all.some((others, at) =>
    others.some((other) => {
      if (at === index || other.kind !== kind) return false;
      if (kind === "1.1") return Math.sign(other.value - value) === Math.sign(at - index);
      return other.value - value === Math.sign(at - index);
    }),
  );
}

/** Of `3.1.2`, so that what comes after is more. */
function partsValue(parts: string): number {
  const [first = 0, second = 0, third = 0] = parts
    .split(".")
    .map((part) => Number(latinDigits(part)));
  return (first * 1000 + second) * 1000 + third;
}
