import type { Paragraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";

/** Longest title, in characters. */
const longest = 120;
const finalStop = /[.,;:…。，；：।۔።։]$/u;
/** What a line of running text ends in. */
export const finalPunctuation = /[.,;:!?…。！？؟，；：।۔።։]$/u;
// The point of “Inc.” and “Oak St.” ends no sentence, nor does that of a year in Polish or Russian (`2024 r.`).
const company = /(?<=[\s,](?:inc|ltd|co|corp|assn|e\.\s?v|st|str|ave|blvd|rd)|\p{N}\s?[rгр])\.$/iu;
const item = /^[§¶•·–—-]/u;
const inline = new Set(["text", "emphasis", "strong", "footnoteReference", "delete", "break"]);
// Two columns side by side.
const gap = /\S(?:\t| {5,})\s*\S/u;
// Over every letter to an authority in Vietnam: the name of the state, and its motto.
const motto = /độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc/iu;
// Words to God over a text.
const invocation =
  /^(?:بسم الله|بسمه تعالی|باسمه تعالی|به نام خدا|بنام خدا|ב["״']ה$|בס["״']ד$|॥|ॐ)/u;
// Whom a letter is for, or from: before a colon, or as every application in Urdu begins.
const addressee =
  /^(?:(?:an|attn|de|do|from|kepada|kính gửi|od|para|to|von|від|до|кому|от|от кого|προς|إلى|من|به|از|致)\s?[:：]|بخدمت\s)/iu;
const state = /^cộng\s+h[òo][aà]\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam$/iu;

/**
 * Tells whether a block may be the title of a text without headings.
 * @param node
 *   First block.
 * @returns
 *   Whether it may.
 */
export function isTitle(node: RootContent | undefined): node is Paragraph {
  if (!isShort(node) || !node.children.every((child) => inline.has(child.type))) return false;
  const text = withoutCompany(wordsOf(node));
  if (gap.test(textOf(node)) || motto.test(text.normalize("NFC"))) return false;
  if (invocation.test(text) || addressee.test(text.normalize("NFC"))) return false;
  return !finalStop.test(text) && !item.test(text) && !state.test(text.normalize("NFC"));
}

/**
 * Tells whether a block is a paragraph as short as a title, of one line or two.
 * @param node
 *   Block.
 * @returns
 *   Whether it is.
 */
export function isShort(node: RootContent | undefined): node is Paragraph {
  if (node?.type !== "paragraph") return false;
  const text = textOf(node).trim();
  const lines = text.split(/[\n\u2028]/u);
  return /\p{L}/u.test(text) && text.length <= longest && lines.length <= 2;
}

/**
 * Tells whether a block is the text proper: a whole sentence or more.
 * @param node
 *   Block.
 * @returns
 *   Whether it is.
 */
export function isText(node: RootContent): boolean {
  if (node.type !== "paragraph") return false;
  const text = wordsOf(node);
  return text.length > longest || /[.:!?…。！？؟]["”’»)]?$/u.test(text);
}

/**
 * Words of a paragraph on one line.
 * @param node
 *   Paragraph.
 */
export function wordsOf(node: Paragraph): string {
  return textOf(node).replace(/\s+/gu, " ").trim();
}

/**
 * A line without the point of “Inc.” or “St.” at its end, which ends no sentence.
 * @param text
 *   Line.
 */
export function withoutCompany(text: string): string {
  return text.replace(company, "");
}
